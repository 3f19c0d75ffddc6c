internal import LinearAlgebra

/// A file with a model's weights, found by the names that they have in Hugging Face's `BertModel`.
protocol WeightFile: Sendable {
  /// The mapped file.
  var file: MappedFile { get }
  /// Where the numbers begin: before them stands what describes them.
  var dataStart: Int { get }
  /// The bytes before `dataStart` that describe the numbers, and are not the vocabulary.
  var directory: Range<Int> { get }

  /// Whether there is a tensor of this name.
  func contains(_ name: String) -> Bool

  /// The number of rows of a tensor of `columns` columns.
  ///
  /// - Throws: `malformed` where there is no such tensor.
  func rows(of name: String, columns: Int) throws(EncoderError) -> Int

  /// Where the tensor `name` of `rows` x `columns` lies.
  ///
  /// - Throws: `malformed` where there is no such tensor, or its shape is another; `unsupported`
  ///   where its numbers cannot be read as floats.
  func stored(_ name: String, rows: Int, columns: Int) throws(EncoderError) -> StoredMatrix

  /// A copy of the tensor `name` of `count` numbers. Throws as `stored(_:rows:columns:)` does.
  func vector(_ name: String, count: Int) throws(EncoderError) -> [Float]
}
