/// A term of a segment that is being built: its postings so far, and what the passage at hand has of it.
struct BuiltTerm: BitwiseCopyable {
  /// The first 8 bytes, zeros behind shorter terms.
  var key: UInt64
  var textStart: UInt32
  var length: UInt32
  var chain: PostingArena.Chain
  /// The ordinal after that of the last posting.
  var next: UInt32 = 0
  var passage: UInt32 = .max
  /// As `FieldTally.packed`.
  var counts: UInt32 = 0
}
