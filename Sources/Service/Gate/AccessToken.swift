internal import Digest
public import FootnoteKit
internal import Foundation

/// The secret that clients of a server have to know that other machines reach.
///
/// Programs send it as `Authorization: Bearer TOKEN`; browsers ask for a name and a password, of which the
/// password is the token (HTTP Basic, RFC 7617). It never stands in an address, and nothing prints it.
public struct AccessToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Shorter ones can be guessed.
  static let shortest = 16
  static let longest = 4096

  private let secret: String

  /// - Parameter text: What a file holds; white space around the token does not count.
  /// - Throws: `ErrorMessage` for what is too short, too long, or has other characters than a header field
  ///   can carry.
  public init(_ text: String) throws(ErrorMessage) {
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ErrorMessage(
        "the token has other characters than visible ASCII",
        remedy: "make one, for example with openssl rand -hex 32")
    }
    guard (Self.shortest...Self.longest).contains(token.utf8.count) else {
      throw ErrorMessage(
        "the token has \(token.utf8.count) characters, not \(Self.shortest) to \(Self.longest)",
        remedy: "make one, for example with openssl rand -hex 32")
    }
    secret = token
  }

  /// Whether the value of an `Authorization` field carries the token.
  func matches(_ authorization: String?) -> Bool {
    guard let authorization else { return false }
    let parts = authorization.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2 else { return false }
    let value = parts[1].trimmingCharacters(in: .whitespaces)
    switch parts[0].lowercased() {
    case "bearer": return ConstantTime.areEqual(value, secret)
    case "basic":
      guard let data = Data(base64Encoded: value),
        let text = String(validating: data, as: UTF8.self),
        let colon = text.firstIndex(of: ":")
      else { return false }
      return ConstantTime.areEqual(String(text[text.index(after: colon)...]), secret)
    default: return false
    }
  }

  public var description: String { "(secret)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
