internal import Digest

/// What an encoder is given for a passage: its text, with the words that it stands under.
enum EmbeddingText {
  /// Raised whenever the form changes, so that every passage is encoded again.
  static let version = 1

  static func text(title: String, headings: [String], body: String) -> String {
    let context = ([title] + headings).filter { !$0.isEmpty }.joined(separator: ". ")
    return context.isEmpty ? body : context + "\n" + body
  }

  /// The first 16 bytes of the sha256: equal texts share one vector, wherever they stand.
  static func key(of text: String) -> [UInt8] {
    Array(SHA256Digest(of: text).bytes.prefix(16))
  }
}
