internal import CStemmer

/// The Snowball stemmer of one language, from libstemmer. The one owner of its handle, which keeps the
/// last stem in a buffer of its own: not to be shared between threads.
final class Stemmer {
  private let handle: OpaquePointer

  /// `nil` where libstemmer knows no such language (`english`, `german`, …).
  init?(language: String) {
    guard let handle = sb_stemmer_new(language, "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// The stem of a lower-case word.
  func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else {
        // libstemmer answers null only without memory; the word itself is a usable term then.
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
