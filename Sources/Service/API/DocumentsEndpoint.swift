internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/documents/PATH`: as `footnote show --format json`.
struct DocumentsEndpoint: Endpoint {
  /// Bytes of text that one answer has at most.
  private static let longest = 4_000_000

  let name = "documents"
  let summary = "A document, or the text of a citation"
  let about = """
    The text of a document as it is in its file now, whole or the cited lines. With a hash it says whether \
    the text is still there, has moved or is gone. Only documents of the index are served.
    """
  let schema = AnswerSchemas.show
  let followsIndex = false
  let takesPath = true
  let parameters = [
    Parameter("lines", .text, "First and last line: 29-31, or one: 29. The whole where left out."),
    Parameter("bytes", .text, "Bytes of the file within these lines, half-open: 812-1024."),
    Parameter("hash", .text, "The first 8 hex digits of the sha256 of the cited bytes."),
    Parameter("context", .integer(0...1000), "Lines to show before and after; 0 where left out."),
  ]

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let path = call.path ?? ""
    guard try call.searcher.document(at: path) != nil else {
      throw ServiceError.notFound("there is no such document in the index")
    }
    let context = call.arguments.integer("context") ?? 0
    let cited = try call.searcher.show(citation(path, call.arguments), context: context)
    let length = (cited.before + [cited.text] + cited.after).reduce(0) { $0 + $1.utf8.count }
    guard length <= Self.longest else {
      throw ServiceError.bodyTooLong(limit: Self.longest)
    }
    return CitedTextJSON(cited)
  }

  /// A citation as `show` reads it; the path alone means the whole document.
  private func citation(_ path: String, _ arguments: Arguments) throws(ArgumentError) -> String {
    guard let lines = arguments.text("lines") else {
      guard arguments.text("bytes") == nil, arguments.text("hash") == nil else {
        throw ArgumentError("bytes and hash go with lines")
      }
      return path
    }
    let isRange = lines.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    guard isRange else { throw ArgumentError("the argument lines is no range such as 29-31") }
    var text = Citation(path: path, lines: 1...1).description.dropLast(1) + lines
    if let bytes = arguments.text("bytes") {
      let parts = bytes.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let first = parts[0], let end = parts[1] else {
        throw ArgumentError("the argument bytes is no range such as 812-1024")
      }
      text += "#B\(first)-B\(end)"
    }
    if let hash = arguments.text("hash") {
      guard hash.utf8.count == 8, hash.allSatisfy(\.isHexDigit) else {
        throw ArgumentError("the argument hash has not 8 hex digits")
      }
      text += "@\(hash.lowercased())"
    }
    return String(text)
  }
}
