internal import FootnoteKit

/// The file of a document, as far as it is what the index knows.
struct DocumentContent {
  /// `nil` where it is not.
  let file: (bytes: [UInt8], lines: LineTable)?
  /// Why there is no text.
  let notice: String?
  /// Of HTTP: 404 where the file is gone.
  let status: Int

  /// - Throws: `IndexError`.
  init(_ path: String, _ searcher: GroupSearcher) throws {
    do {
      file = try searcher.content(of: path).map { ($0, LineTable($0)) }
      notice =
        file == nil
        ? "This file has changed since it was read. Its text is shown once it has been read again."
        : nil
      status = 200
    } catch let error as CorpusError {
      file = nil
      notice = "This file cannot be read any more: \(ErrorMessage(error))."
      status = 404
    }
  }
}
