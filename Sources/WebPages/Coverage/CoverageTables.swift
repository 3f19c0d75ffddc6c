internal import FootnoteKit
internal import TerminalOutput

/// Documents and passages by layer, type, year and language.
struct CoverageTables {
  private let coverages: [Coverage]

  init(_ coverages: [Coverage]) {
    self.coverages = coverages
  }

  var all: [CoverageContext.Table] {
    Coverage.Dimension.allCases.compactMap(table)
  }

  private func table(_ dimension: Coverage.Dimension) -> CoverageContext.Table? {
    let rows = rows(by: dimension)
    guard let longest = rows.map(\.documents).max(), longest > 0 else { return nil }
    return CoverageContext.Table(
      id: "by-\(dimension.rawValue)", label: "By \(dimension.rawValue)",
      column: dimension.rawValue.capitalizedWord,
      rows: rows.map { row in
        let text = Self.text(of: row)
        let href = row.name.flatMap { Self.question(dimension, $0) }.map(PageAddress.question)
        return CoverageContext.Row(
          text: href == nil ? nil : text, href: href, plain: href == nil ? text : nil,
          documents: NumberText.grouped(row.documents),
          passages: NumberText.grouped(row.passages),
          percent: WhyContext.percent(Double(row.documents) / Double(longest)))
      })
  }

  /// The rows of all knowledge bases, those of the same name as one, in the order of the first that has it.
  private func rows(by dimension: Coverage.Dimension) -> [Coverage.Row] {
    var rows: [Coverage.Row] = []
    for row in coverages.flatMap({ $0.rows(by: dimension) }) {
      if let place = rows.firstIndex(where: { $0.name == row.name }) {
        rows[place].documents += row.documents
        rows[place].passages += row.passages
      } else {
        rows.append(row)
      }
    }
    if dimension == .year, coverages.count > 1 {
      rows.sort { ($0.name ?? "9999") < ($1.name ?? "9999") }
    }
    return rows
  }

  private static func text(of row: Coverage.Row) -> String {
    guard let name = row.name else {
      return row.dimension == .year ? "without a date" : "not said"
    }
    return (row.dimension == .language ? languages[name.lowercased()] : nil) ?? name.plainLine
  }

  private static let languages = [
    "en": "English", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "de": "German",
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "ru": "Russian",
    "nl": "Dutch", "ar": "Arabic", "he": "Hebrew", "hi": "Hindi", "pl": "Polish", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "cs": "Czech", "sk": "Slovak",
  ]

  /// A question for all passages of a row; `nil` where none can be written.
  private static func question(_ dimension: Coverage.Dimension, _ name: String) -> String? {
    switch dimension {
    case .layer, .type:
      let isPlain = name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" }
      if name.contains("\"") || name.isEmpty { return nil }
      return "\(dimension.rawValue):" + (isPlain ? name : "\"\(name)\"")
    case .year: return Int(name).map { "after:\($0) before:\($0 + 1)" }
    case .language: return nil
    }
  }
}

extension String {
  /// With its first letter in upper case.
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
