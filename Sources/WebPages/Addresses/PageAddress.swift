internal import FootnoteKit

/// Addresses of pages, percent-encoded; Mustache escapes them for HTML.
enum PageAddress {
  private static let documents = DocumentLinks(base: "/doc/")

  /// A document, or lines of it.
  ///
  /// - Parameter question: The one that led there, for the way back.
  static func document(
    _ path: String, lines: ClosedRange<Int>? = nil, question: String = ""
  ) -> String {
    var fields: [PageRequest.Field] = []
    if let lines { fields.append(.init("lines", lineNumbers(lines))) }
    if !question.isEmpty { fields.append(.init("q", question)) }
    let address = documents.reference(to: path) ?? ""
    return page(address, fields) + (lines.map { "#L\($0.lowerBound)" } ?? "")
  }

  /// The part of a long document that begins about there.
  static func part(of path: String, from line: Int, question: String = "") -> String {
    var fields: [PageRequest.Field] = [.init("from", String(line))]
    if !question.isEmpty { fields.append(.init("q", question)) }
    return page(documents.reference(to: path) ?? "", fields) + "#L\(line)"
  }

  /// `13` or `19-22`
  private static func lineNumbers(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
  }

  /// `#name`
  static func fragment(_ name: String) -> String {
    "#" + (DocumentLinks(base: "").reference(to: name) ?? "")
  }

  /// An address with fields, in their order.
  static func page(_ path: String, _ fields: [PageRequest.Field]) -> String {
    let query = fields.map { "\(encoded($0.name))=\(encoded($0.value))" }
    return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
  }

  /// The answers to a question.
  static func question(_ text: String) -> String {
    page("/", [.init("q", text)])
  }

  /// All sources of a concept.
  ///
  /// - Parameter concept: A title or a path.
  static func sources(of concept: String) -> String {
    page("/sources", [.init("concept", concept)])
  }

  /// The graph with a document selected.
  static func graph(around path: String) -> String {
    page("/graph", [.init("focus", path)])
  }

  /// An address outside, where a document names one that is safe to open.
  static func external(_ url: String?) -> String? {
    DocumentLinks.external(url)
  }

  /// Part of a query as forms write it: a space is a plus sign.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "*"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): result += "+"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
