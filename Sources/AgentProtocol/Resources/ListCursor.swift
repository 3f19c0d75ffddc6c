internal import FootnoteKit
internal import Foundation

/// Where a list of resources goes on, as a text that only this program understands.
enum ListCursor {
  static func text(of position: DocumentPage.Position) -> String {
    Data("\(position.member):\(position.path)".utf8).base64EncodedString()
  }

  /// - Throws: `ProtocolError` for what this program has not written.
  static func position(_ text: String) throws(ProtocolError) -> DocumentPage.Position {
    guard let data = Data(base64Encoded: text),
      let decoded = String(validating: data, as: UTF8.self),
      let colon = decoded.firstIndex(of: ":"),
      let member = Int(decoded[..<colon]), member >= 0
    else { throw .invalidParams("the cursor is not one that this server gave") }
    let path = String(decoded[decoded.index(after: colon)...])
    return DocumentPage.Position(member: member, path: path)
  }
}
