internal import Digest

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that is written from front to back, under another name until it is whole.
final class FileSink {
  private static let bufferLength = 1 << 20

  let path: String
  private let workPath: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hasher = SHA256Hasher()
  private(set) var offset = 0
  private var partStart = 0
  private var isDone = false

  /// Begins `path + ".tmp"`, over one that was left behind.
  init(path: String) throws(SegmentError) {
    self.path = path
    workPath = path + ".tmp"
    unlink(workPath)
    descriptor = open(workPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(path) }
    buffer.reserveCapacity(Self.bufferLength)
  }

  deinit {
    close(descriptor)
    if !isDone { unlink(workPath) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SegmentError) {
    if bytes.isEmpty { return }
    offset += bytes.count
    if buffer.count + bytes.count > Self.bufferLength { try flush() }
    if bytes.count >= Self.bufferLength {
      hasher.update(bytes.bindMemory(to: UInt8.self).span)
      try put(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  func pad(_ count: Int) throws(SegmentError) {
    offset += count
    buffer.append(contentsOf: repeatElement(0, count: count))
    if buffer.count > Self.bufferLength { try flush() }
  }

  /// Begins a part at a multiple of 64.
  func beginPart() throws(SegmentError) {
    try pad((offset + 63) / 64 * 64 - offset)
    try flush()
    hasher = SHA256Hasher()
    partStart = offset
  }

  func endPart() throws(SegmentError) -> SegmentHeader.Extent {
    try flush()
    var ended = SHA256Hasher()
    swap(&ended, &hasher)
    return SegmentHeader.Extent(
      offset: partStart, count: offset - partStart,
      digest: Array(ended.finalize().bytes.prefix(16)))
  }

  /// Writes `header` at the front, brings all to the disk and gives the file its name.
  func finish(header: [UInt8]) throws(SegmentError) {
    try flush()
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.error(path) }
    let failure: SegmentError? = header.withUnsafeBytes { bytes in
      do throws(SegmentError) { try put(bytes) } catch { return error }
      return nil
    }
    if let failure { throw failure }
    guard fsync(descriptor) == 0, rename(workPath, path) == 0 else { throw Self.error(path) }
    isDone = true
    try syncFolder()
  }

  private func syncFolder() throws(SegmentError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(folder) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder; the file itself is safe.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.error(folder) }
  }

  private func flush() throws(SegmentError) {
    if buffer.isEmpty { return }
    hasher.update(buffer.span)
    let failure: SegmentError? = buffer.withUnsafeBytes { bytes in
      do throws(SegmentError) { try put(bytes) } catch { return error }
      return nil
    }
    if let failure { throw failure }
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(SegmentError) {
    var done = 0
    while done < bytes.count {
      #if canImport(Darwin)
        let count = Darwin.write(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      #else
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      #endif
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw Self.error(path)
      }
    }
  }

  private static func error(_ path: String) -> SegmentError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }
}
