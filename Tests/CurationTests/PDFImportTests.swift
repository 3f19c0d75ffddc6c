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
}
