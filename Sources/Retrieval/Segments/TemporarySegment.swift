internal import Foundation

/// Files outside the index for what its own do not have yet, gone as soon as they are mapped.
enum TemporarySegment {
  /// Gives `body` an empty folder, and removes it afterwards; what is open stays readable.
  ///
  /// - Throws: `IndexError` where there is no place for temporary files, and what `body` throws.
  static func with<Result>(_ body: (IndexWorkshop) throws -> Result) throws -> Result {
    let template = FileManager.default.temporaryDirectory.path + "/footnote-XXXXXX"
    var bytes = Array(template.utf8CString)
    guard mkdtemp(&bytes) != nil else { throw IndexError.writing(template, code: errno) }
    let path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let workshop = IndexWorkshop(IndexFolder(path: path))
    defer {
      workshop.clear()
      rmdir(path)
    }
    try workshop.begin()
    return try body(workshop)
  }
}
