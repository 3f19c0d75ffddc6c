internal import FootnoteKit

/// A passage for a model to read: its citation, then title, place and text, quoted.
struct HitBlock {
  let hit: Hit

  /// All that comes from the file.
  var content: String {
    // Of a note without a heading the title is how it begins.
    let title = hit.text.hasPrefix(hit.document.title) ? "" : hit.document.title
    let place = ([title] + hit.headings).map(\.oneLine).filter { !$0.isEmpty }
    var head = [
      (place.joined(separator: " › ") + " (\(hit.document.type.oneLine))").oneLine
    ]
    if let url = hit.url { head.append(url.oneLine) }
    return (head + [hit.text]).joined(separator: "\n")
  }

  /// - Parameter facts: What this program says of it, behind citation and date.
  func text(in quotation: Quotation, facts: [String] = []) -> String {
    var parts = [hit.citation.description]
    if let date = hit.document.date { parts.append(date.description) }
    parts += facts
    var lines = [parts.joined(separator: ", "), quotation.quoted(content)]
    if !hit.duplicates.isEmpty {
      let places = RepetitionList.text(of: hit.duplicates.map(\.description))
      lines.append("The same is said in \(places).")
    }
    return lines.joined(separator: "\n")
  }

  /// Two decimals.
  static func percent(_ share: Double) -> String {
    "\(Int((min(1, max(0, share)) * 100).rounded())) %"
  }
}
