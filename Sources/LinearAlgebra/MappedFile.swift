#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file mapped read-only into memory, unmapped when the last reference to it goes.
///
/// Mapping costs no reading: pages come from the system's cache as they are touched, and every
/// process that maps the file shares them. Bytes may be read from several threads at once.
///
/// The file must not be shortened while it is mapped, as a read past its new end would end the
/// process: files are replaced by renaming a new one over them, never rewritten in place.
public final class MappedFile: @unchecked Sendable {
  // Unchecked: the memory is mapped read-only and lives as long as the object.

  /// The file's path, as it was given.
  public let path: String
  /// The file's length in bytes.
  public let count: Int
  private let base: UnsafeRawPointer?

  /// Maps the whole of the file at `path`, which may be empty. Complexity: O(1).
  public convenience init(path: String) throws(MappedFileError) {
    try self.init(PositionalFile(path: path))
  }

  /// Maps the whole of a file that is open; the map outlives it. Complexity: O(1).
  public init(_ file: PositionalFile) throws(MappedFileError) {
    path = file.path
    count = file.count
    guard count > 0 else {
      base = nil  // The system refuses to map nothing.
      return
    }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
      address != MAP_FAILED
    else { throw MappedFileError("map", path) }
    base = UnsafeRawPointer(address)
  }

  deinit {
    if let base {
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    }
  }

  /// Memory that holds a copy of `contents`, read as a mapped file is: for what could not be written
  /// to a file. Complexity: O(`contents.count`).
  public init(path: String, contents: borrowing Span<UInt8>) throws(MappedFileError) {
    self.path = path
    count = contents.count
    guard count > 0 else {
      base = nil
      return
    }
    let access = PROT_READ | PROT_WRITE
    guard let address = mmap(nil, count, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      address != MAP_FAILED
    else { throw MappedFileError("find memory for", path) }
    contents.withUnsafeBytes {
      address.copyMemory(from: $0.baseAddress ?? .init(address), byteCount: $0.count)
    }
    base = UnsafeRawPointer(address)
  }

  /// Gives `body` the bytes in `range`, without copying them.
  ///
  /// - Precondition: `range` lies in `0 ..< count`.
  public func withBytes<Result>(in range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    let memory = UnsafeRawBufferPointer(start: address(of: range), count: range.count)
    return body(memory.bindMemory(to: UInt8.self).span)
  }

  /// A copy of the bytes in `range`. Complexity: O(`range.count`).
  ///
  /// - Precondition: `range` lies in `0 ..< count`.
  public func bytes(in range: Range<Int>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: address(of: range), count: range.count))
  }

  /// Tells the system that the bytes in `range` will be read soon, so that it fetches from the disk
  /// what is not in memory. Returns at once.
  ///
  /// - Precondition: `range` lies in `0 ..< count`.
  public func prefetch(_ range: Range<Int>) {
    guard let start = address(of: range), !range.isEmpty else { return }
    let page = Int(getpagesize())
    let lead = Int(bitPattern: start) % page
    let first = UnsafeMutableRawPointer(mutating: start - lead)
    // Advice: it is no harm if the system does not take it.
    _ = madvise(first, range.count + lead, MADV_WILLNEED)
  }

  /// The address of the first byte of `range`, nil only where `range` and the file are empty. Good as
  /// long as this object lives.
  package func address(of range: Range<Int>) -> UnsafeRawPointer? {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count,
      "bytes \(range) of a file of \(count) bytes")
    return base.map { $0 + range.lowerBound }
  }
}
