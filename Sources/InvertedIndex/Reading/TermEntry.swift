/// What a file says of a term.
struct TermEntry: BitwiseCopyable {
  /// Among all blocks of the file.
  var firstBlock: UInt32
  var postings: UInt32
  /// Number of passages that have the term in their text.
  var inText: UInt32
  /// Upper bound of the term's factor in any passage.
  var bound: Float
}
