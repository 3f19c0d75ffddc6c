/// A model's vocabulary before anything of it is read but its digest.
struct OpenedVocabulary {
  /// Makes the tokenizer, from tables in the user's cache where the vocabulary was read before.
  private let make: () throws(EncoderError) -> any Tokenizer
  /// What tells this vocabulary from others, for the fingerprint.
  let identity: [UInt8]

  init(identity: [UInt8], make: @escaping () throws(EncoderError) -> any Tokenizer) {
    self.identity = identity
    self.make = make
  }

  /// The tokenizer.
  var tokenizer: any Tokenizer {
    get throws(EncoderError) { try make() }
  }
}
