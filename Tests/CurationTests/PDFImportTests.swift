import Corpus
import Curation
import Foundation
import Testing

/// PDFs, where `pdftotext` is installed.
@Suite struct PDFImportTests {
  private static let hasReader: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let isThere = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
    }
    if !isThere { print("skipped: pdftotext is not installed (make test-packages installs it)") }
    return isThere
  }()

  @Test(.enabled(if: hasReader)) func pagesAreSections() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("pdf/well.pdf"))
    #expect(file.path == "raw/2000/1.1-the-well-at-orvieto.md")
    #expect(file.text.contains("author: Livia Conti\n"))
    #expect(file.text.contains("pages: 3\n"))
    #expect(
      file.body == """
        ## Page 1

        The well at Orvieto

        1 Two stairs

        The well of Saint Patrick has two stairs, one above the other, so that mules which go down \
        never meet those that come up. It was dug after 1527, when the pope wanted water for a siege \
        that never came.

        2 Light

        Seventy windows open from the stairs to the shaft, and whoever carries a lamp is seen by \
        everybody else. The descent

        ## Page 2

        takes 248 steps. The shaft is 53 metres deep and 13 metres wide.

        Below, a bridge crosses the water, which is one metre deep; coins lie in it.

        ## Page 3

        Nothing is known of the mules' names. The builder was Antonio da Sangallo the Younger, \
        whose drawings remain in Florence.
        """)
  }

  @Test(.enabled(if: hasReader)) func noPassageCrossesPages() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("pdf/well.pdf"))
    let passages = try base.parsed(file.path).passages
    #expect(passages.map(\.headings) == [["Page 1"], ["Page 2"], ["Page 3"]])
  }

  @Test(.enabled(if: hasReader)) func whatCannotBeReadIsSaid() throws {
    let base = try ImportBase()
    #expect(try base.add(Fixture.path("pdf/locked.pdf")).failures == [.lockedPDF])
    #expect(try base.add(Fixture.path("pdf/scanned.pdf")).failures == [.noTextInPDF(pages: 2)])
    let damaged = try base.add(Fixture.path("pdf/damaged.pdf")).failures
    #expect(damaged == [.damagedPDF(reason: "Couldn't read xref table")])
    // The content tells, not the name.
    let path = try base.source("renamed.txt", Fixture.bytes("pdf/well.pdf"))
    #expect(try base.add(path).added.first?.fields.pages == 3)
  }

  @Test func withoutAReaderItIsNamed() throws {
    let base = try ImportBase()
    let outcomes = try base.add(Fixture.path("pdf/well.pdf")) { $0.environment = ["PATH": ".:bin"] }
    #expect(outcomes.failures == [.noPDFReader])
  }

  /// A PDF with so many pages of lines, one below the other.
  private static func pdf(_ pages: [[String]]) -> [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, lines) in pages.enumerated() {
      let shown = lines.enumerated().map { place, line in
        "BT /F1 12 Tf 40 \(760 - 40 * place) Td (\(line)) Tj ET\n"
      }.joined()
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(shown.utf8.count) >>\nstream\n\(shown)endstream")
    }
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  @Test(.enabled(if: hasReader)) func sentencesThatDifferInDigitsStay() throws {
    let base = try ImportBase()
    let pages = (1...5).map { page in
      [
        "The ledger of a mill", "Article \(page)", "In \(2000 + page) sales were \(page) million.",
        "The miller wrote of matter \(["a", "b", "c", "d", "e"][page - 1]).", "Question \(page)",
        page == 5 ? "Page 5 of 5" : "\(page)",
      ]
    }
    let outcomes = try base.add(base.source("ledger.pdf", Self.pdf(pages)))
    let file = try #require(outcomes.added.first)
    let text = try base.read(file.path)
    for page in 1...5 {
      for line in ["Article \(page)", "In \(2000 + page) sales were \(page) million."] {
        #expect(text.contains(line), "\(line)")
      }
      #expect(text.contains("Question \(page)\n"))
    }
    #expect(!text.contains("ledger of a mill\n"))
    #expect(!text.contains("of 5"))
    #expect(outcomes.remarks == [.runningHeads(["The ledger of a mill"], pageNumbers: 5)])
  }

  @Test(.enabled(if: hasReader)) func noPageIsEmptiedAsAHead() throws {
    let base = try ImportBase()
    // Numbers that do not rise with the pages are none of pages.
    let pages = [["Refrain", "1848"], ["Refrain", "12"], ["Refrain"], ["Refrain", "77", "Coda"]]
    let outcomes = try base.add(base.source("song.pdf", Self.pdf(pages)))
    let text = try base.read(#require(outcomes.added.first).path)
    for line in ["1848", "12", "## Page 3\n\nRefrain", "77"] { #expect(text.contains(line)) }
    #expect(outcomes.remarks == [.runningHeads(["Refrain"], pageNumbers: 0)])
  }
}
