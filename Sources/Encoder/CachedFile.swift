internal import Foundation
internal import LinearAlgebra

/// Something that is made from a model once and kept as a file in the user's cache, to be mapped from
/// then on.
///
/// A file is 64 bytes of header (magic, length, check sum, fingerprint of what it was made from), then the
/// contents. It is written under another name and renamed, and a file that is not exactly what is expected
/// counts as none: it can be deleted at any time.
struct CachedFile {
  /// Where the file is, `nil` where there is no place for one.
  let path: String?
  private let magic: [UInt8]
  private let fingerprint: [UInt8]

  /// Where the contents begin.
  static let headerLength = 64

  /// - Parameters:
  ///   - magic: 8 characters that tell one format from another.
  ///   - fingerprint: Hex digits, those of what the contents are made from.
  ///   - kind: How the file's name ends.
  init(magic: String, fingerprint: String, kind: String, environment: [String: String]) {
    self.magic = Array(magic.utf8.prefix(8))
    self.fingerprint = Array(fingerprint.utf8.prefix(32))
    let caches = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    path = (caches ?? home).map { "\($0)/footnote/weights/\(fingerprint.prefix(32)).\(kind)" }
  }

  /// The file where there is a sound one. Complexity: O(length), at the speed of memory.
  func read() -> MappedFile? {
    guard let path, let file = try? MappedFile(path: path), file.count > Self.headerLength else {
      return nil
    }
    let sum = file.withBytes(in: Self.headerLength..<file.count) { CheckSum.of($0) }
    let found = file.bytes(in: 0..<Self.headerLength)
    return found == header(length: file.count, sum: sum) ? file : nil
  }

  /// Keeps `contents` and maps them. Who has no place for them gets them in memory.
  func keep(_ contents: [UInt8]) throws(MappedFileError) -> MappedFile {
    let data = Data(contents)
    write(data)
    if let file = read() { return file }
    return try MappedFile(path: path ?? "memory", contents: whole(data).span)
  }

  /// Keeps `contents` where there is a place for them. Nothing is lost where there is none: who reads the file
  /// makes its contents again.
  func write(_ contents: Data) {
    guard let path else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? whole(contents).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private func whole(_ contents: Data) -> Data {
    let sum = CheckSum.of(contents.span)
    return Data(header(length: Self.headerLength + contents.count, sum: sum)) + contents
  }

  private func header(length: Int, sum: UInt64) -> [UInt8] {
    var bytes = magic
    for number in [UInt64(length), sum] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
    }
    bytes += fingerprint
    return bytes + [UInt8](repeating: 0, count: Self.headerLength - bytes.count)
  }
}
