import Corpus

/// A PDF as text by pages, taken out by `pdftotext` of poppler.
///
/// Each page is a section under `## Page 3`, so that no passage crosses pages and every citation has the page
/// among its headings.
struct PDFImporter {
  let environment: [String: String]

  /// - Throws: `ImportError.noPDFReader`, `.lockedPDF`, `.protectedPDF`, `.damagedPDF`, `.noTextInPDF`.
  func read(_ path: String) throws(ImportError) -> Material {
    let reader = try PDFReader(environment: environment)
    let text = try reader.text(of: path)
    let information = reader.information(of: path)
    let parts = PDFPages(text)
    let pages = parts.pages
    let empty = pages.indices.filter { pages[$0].isEmpty }.map { $0 + 1 }
    guard empty.count < pages.count else { throw .noTextInPDF(pages: pages.count) }
    let sections = pages.enumerated().filter { !$1.isEmpty }.map { index, paragraphs in
      (["## Page \(index + 1)"] + paragraphs).joined(separator: "\n\n")
    }
    let body = sections.joined(separator: "\n\n")
    var material = Material(form: .document, type: "document", body: body)
    material.title = information.title ?? title(pages, path)
    material.author = information.author
    material.date = information.date
    material.pages = pages.count
    let heads = parts.heads
    if !heads.lines.isEmpty || heads.numbers > 0 {
      material.remarks.append(.runningHeads(heads.lines, pageNumbers: heads.numbers))
    }
    if !empty.isEmpty { material.remarks.append(.pagesWithoutText(empty)) }
    return material
  }

  private static let longestTitle = 150

  /// The file's name where it has words, else what the first page begins with.
  private func title(_ pages: [[String]], _ path: String) -> String? {
    let name = FilePath.name(of: path)
    let stem = name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    guard !stem.contains(where: \.isLetter) else { return TitleMaker.readable(stem) }
    let first = pages.lazy.compactMap(\.first).first { $0.count <= Self.longestTitle }
    return first.map(TitleMaker.collapsed)
  }
}
