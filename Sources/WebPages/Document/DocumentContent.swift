internal import FootnoteKit

/// The file of a document, as far as it is what the index knows.
struct DocumentContent {
  /// `nil` where it is not.
  let bytes: [UInt8]?
  let lineCount: Int?
  /// Why there is no text.
  let notice: String?
  /// Of HTTP: 404 where the file is gone.
  let status: Int

  /// - Throws: `IndexError`.
  init(_ path: String, _ searcher: GroupSearcher) throws {
    do {
      bytes = try searcher.content(of: path)
      notice =
        bytes == nil
        ? "This file has changed since it was read. Its text is shown once it has been read again."
        : nil
      status = 200
    } catch let error as CorpusError {
      bytes = nil
      notice = "This file cannot be read any more: \(ErrorMessage(error))."
      status = 404
    }
    lineCount = bytes.map { LineTable($0).count }
  }
}
