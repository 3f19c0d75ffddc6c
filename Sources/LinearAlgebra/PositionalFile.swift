#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that is kept open and read at any place, by several threads at once. What was read stays in
/// memory only where the caller keeps it, and a file that was cut off meanwhile is an error: neither
/// holds for a `MappedFile`.
public final class PositionalFile: Sendable {
  /// The file's path, as it was given.
  public let path: String
  /// The file's length in bytes when it was opened.
  public let count: Int
  let descriptor: Int32

  /// Opens the file at `path`. Complexity: O(1).
  public init(path: String) throws(MappedFileError) {
    // A pipe in the file's place would be waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFileError("open", path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = MappedFileError("read the size of", path)
      close(descriptor)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let code = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      throw MappedFileError("map", path, code: code)
    }
    self.path = path
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Throws where the file has become shorter than it was when it was opened. Complexity: O(1).
  public func checkLength() throws(MappedFileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFileError("read the size of", path) }
    guard Int(status.st_size) >= count else { throw MappedFileError(shortened: path) }
  }

  /// The bytes of several ranges, one range after another, read by all cores where they are many.
  /// Complexity: O(bytes).
  public func bytes(of ranges: [Range<Int>]) throws(MappedFileError) -> [UInt8] {
    let total = ranges.reduce(0) { $0 + $1.count }
    var failure: MappedFileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: total) { room, count in
      failure = fill(UnsafeMutableRawBufferPointer(room), with: ranges)
      count = failure == nil ? total : 0
    }
    if let failure { throw failure }
    return bytes
  }

  /// Rows of `columns` floats that begin at `offsets`, one after another. Complexity: O(floats).
  package func floats(at offsets: [Int], columns: Int) throws(MappedFileError) -> [Float] {
    let total = offsets.count * columns
    var failure: MappedFileError?
    let floats = [Float](unsafeUninitializedCapacity: total) { room, count in
      let ranges = offsets.map { $0..<($0 + columns * 4) }
      failure = fill(UnsafeMutableRawBufferPointer(room), with: ranges)
      count = failure == nil ? total : 0
    }
    if let failure { throw failure }
    return floats
  }

  /// From how many bytes on a second core pays for being woken.
  private static let parallelThreshold = 1 << 18

  private func fill(
    _ target: UnsafeMutableRawBufferPointer, with ranges: [Range<Int>]
  ) -> MappedFileError? {
    let runs = Self.joined(ranges)
    guard let base = target.baseAddress, let last = runs.last else { return nil }
    let total = last.target + last.source.count
    let pieces = total >= Self.parallelThreshold ? Parallel.cores * 4 : 1
    let share = (runs.count + pieces - 1) / pieces
    // The pieces write to disjoint parts of the target, and all have ended when this returns.
    nonisolated(unsafe) let start = base
    let failures = Parallel.sharing(
      (runs.count + share - 1) / share,
      start: { MappedFileError?.none },
      { failure, piece in
        for run in runs[(piece * share)..<min(runs.count, (piece + 1) * share)]
        where failure == nil {
          failure = self.read(run.source, to: start + run.target)
        }
      })
    return failures.compactMap(\.self).first
  }

  /// Ranges that follow each other in the file are read at once.
  private static func joined(_ ranges: [Range<Int>]) -> [(source: Range<Int>, target: Int)] {
    var runs: [(source: Range<Int>, target: Int)] = []
    var target = 0
    for range in ranges where !range.isEmpty {
      if let last = runs.last, last.source.upperBound == range.lowerBound {
        runs[runs.count - 1].source = last.source.lowerBound..<range.upperBound
      } else {
        runs.append((range, target))
      }
      target += range.count
    }
    return runs
  }

  private func read(
    _ range: Range<Int>, to target: UnsafeMutableRawPointer
  ) -> MappedFileError? {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      return MappedFileError(shortened: path)
    }
    var done = 0
    while done < range.count {
      let status = pread(
        descriptor, target + done, range.count - done, off_t(range.lowerBound + done))
      if status < 0 && errno == EINTR { continue }
      if status < 0 { return MappedFileError("read", path) }
      if status == 0 { return MappedFileError(shortened: path) }
      done += status
    }
    return nil
  }
}
