/// Texts that go to the encoder at once.
struct EncodingBatch: Sendable {
  /// What their vectors are stored under.
  var keys: [[UInt8]]
  var texts: [String]
  /// For people.
  var citations: [String]
}
