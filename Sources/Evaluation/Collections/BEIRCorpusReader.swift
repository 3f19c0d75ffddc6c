/// The documents of a `corpus.jsonl`, one after the other.
public final class BEIRCorpusReader {
  private let lines: LineReader

  init(path: String) throws(EvaluationError) {
    lines = try LineReader(path: path)
  }

  /// The next document, nil at the end.
  ///
  /// - Throws: `EvaluationError` with the file and the line.
  public func next() throws(EvaluationError) -> BEIRDocument? {
    guard let line = try lines.next() else { return nil }
    do {
      return try JSONLine.decode(BEIRDocument.self, from: line, line: lines.number)
    } catch {
      throw error.inFile(lines.path)
    }
  }
}
