internal import Digest

/// A file that is written from its start to its end, with a header that is only known at the end, and a
/// digest of each of its parts. It has another name until it is whole, and goes away where it does not
/// become so.
final class OutputFile {
  /// Bytes of a part, the unit of `verify()`.
  static let partLength = 4 << 20
  private static let bufferLength = 1 << 20

  let path: String
  private let draft: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Bytes that have left the buffer.
  private var written = FileHeader.length
  private var hasher = SHA256Hasher()
  private var hashed = 0
  private var digests: [UInt8] = []
  private var isFinished = false

  init(path: String) throws(VectorIndexError) {
    self.path = path
    draft = path + ".new"
    descriptor = try SystemCall.create(draft)
    buffer.reserveCapacity(Self.bufferLength)
  }

  deinit {
    SystemCall.closeFile(descriptor)
    if !isFinished { SystemCall.remove(draft) }
  }

  /// Where the next byte will stand.
  var offset: Int { written + buffer.count }

  func append(_ bytes: borrowing Span<UInt8>) throws(VectorIndexError) {
    if bytes.count >= Self.bufferLength {
      try flush()
      try put(bytes)
      return
    }
    if buffer.count + bytes.count > Self.bufferLength { try flush() }
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
  }

  func append(floats: borrowing Span<Float>) throws(VectorIndexError) {
    if Int(littleEndian: 1) == 1 {
      try floats.withUnsafeBytes { memory throws(VectorIndexError) in
        try append(memory.bindMemory(to: UInt8.self).span)
      }
    } else {
      for index in floats.indices {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: floats[index].bitPattern)
        try append(bytes.span)
      }
    }
  }

  /// Zeros up to a multiple of `alignment`.
  func align(to alignment: Int) throws(VectorIndexError) {
    let zeros = [UInt8](repeating: 0, count: (alignment - offset % alignment) % alignment)
    try append(zeros.span)
  }

  /// Adds the digests of the parts, writes the header and syncs the file.
  ///
  /// - Parameter header: The header, given where the digests begin and how long the file is.
  func finish(
    _ header: (_ digests: Int, _ length: Int) -> FileHeader
  ) throws(VectorIndexError) -> FileHeader {
    try flush()
    if hashed > 0 { endPart() }
    let start = written
    let table = digests
    try SystemCall.write(table.span, at: start, to: descriptor, path: draft)
    var result = header(start, start + table.count)
    result.parts = SHA256Digest(of: table).bytes
    try SystemCall.write(result.bytes.span, at: 0, to: descriptor, path: draft)
    try SystemCall.synchronize(descriptor, path: draft)
    return result
  }

  /// Gives the file its name, after `finish`.
  func publish() throws(VectorIndexError) {
    try SystemCall.rename(draft, to: path)
    isFinished = true
  }

  private func flush() throws(VectorIndexError) {
    guard !buffer.isEmpty else { return }
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    try put(full.span)
  }

  private func put(_ bytes: borrowing Span<UInt8>) throws(VectorIndexError) {
    try SystemCall.write(bytes, at: written, to: descriptor, path: draft)
    written += bytes.count
    var done = 0
    while done < bytes.count {
      let length = min(bytes.count - done, Self.partLength - hashed)
      hasher.update(bytes.extracting(done..<(done + length)))
      done += length
      hashed += length
      if hashed == Self.partLength { endPart() }
    }
  }

  private func endPart() {
    var next = SHA256Hasher()
    swap(&next, &hasher)
    digests += next.finalize().bytes
    hashed = 0
  }
}
