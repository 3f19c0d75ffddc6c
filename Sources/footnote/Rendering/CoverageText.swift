import FootnoteKit
import TerminalOutput

/// What an index holds of each layer, type, year and language, as a table for people.
struct CoverageText {
  private struct Column: Sendable {
    var name: String
    var value: @Sendable (Coverage.Row) -> String
  }

  /// Where the lines are too narrow the last ones are given up.
  private static let columns = [
    Column(name: "documents") { NumberText.grouped($0.documents) },
    Column(name: "passages") { NumberText.grouped($0.passages) },
    Column(name: "words") { NumberText.grouped($0.words) },
    Column(name: "embedded") { $0.passages > 0 ? NumberText.percent($0.embedded) : "-" },
    Column(name: "dated") { NumberText.grouped($0.dated) },
    Column(name: "undated") { NumberText.grouped($0.undated) },
  ]
  /// A name of a type or a language may be of any length.
  private static let longestName = 24

  let palette: Palette
  let width: Int

  func lines(of coverage: Coverage) -> [String] {
    for count in stride(from: Self.columns.count, through: 1, by: -1) {
      let lines = table(coverage, Array(Self.columns.prefix(count)))
      if lines.allSatisfy({ $0.displayWidth <= width }) || count == 1 { return styled(lines) }
    }
    return []
  }

  private func table(_ coverage: Coverage, _ columns: [Column]) -> [String] {
    var table = TextTable(header: ["coverage"] + columns.map(\.name))
    for dimension in Coverage.Dimension.allCases {
      let rows = coverage.rows(by: dimension)
      if rows.isEmpty { continue }
      table.add([dimension.rawValue])
      for row in rows {
        let name = row.name?.plainLine ?? (dimension == .year ? "no date" : "not said")
        table.add(["  " + name.truncated(to: nameWidth)] + columns.map { $0.value(row) })
      }
    }
    return table.lines
  }

  /// Room for a name and one figure.
  private var nameWidth: Int { max(6, min(Self.longestName, width - 13)) }

  private func styled(_ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      index == 0 || !line.hasPrefix(" ") ? palette.aside(line) : line
    }
  }
}
