import Corpus

/// What `pdfinfo` prints of a PDF.
struct PDFInformation {
  let title: String?
  let author: String?
  let date: CalendarDate?

  init(_ output: String) {
    var values: [String: String] = [:]
    for line in output.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = TitleMaker.collapsed(String(line[line.index(after: colon)...]))
      if !value.isEmpty { values[String(line[..<colon])] = value }
    }
    title = values["Title"].flatMap { Self.isTitle($0) ? $0 : nil }
    author = values["Author"].flatMap { Self.isName($0) ? $0 : nil }
    date = (values["CreationDate"] ?? values["ModDate"]).flatMap { CalendarDate(parsing: $0) }
  }

  /// Programs that make PDFs leave names of files here.
  private static func isTitle(_ text: String) -> Bool {
    let lower = text.lowercased()
    let isFileName = [
      ".doc", ".docx", ".tex", ".dvi", ".indd", ".pdf", ".odt", ".ppt", ".pptx", ".qxd",
    ]
    .contains { lower.hasSuffix($0) }
    return !isFileName && text.contains(where: \.isLetter)
      && !["untitled", "title", "(anonymous)", "unknown", "document"].contains(lower)
      && !lower.hasPrefix("microsoft word")
  }

  private static func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter)
      && !["unknown", "user", "admin", "anonymous", "(anonymous)", "author"].contains(
        text.lowercased())
  }
}
