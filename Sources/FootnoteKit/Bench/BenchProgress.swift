/// How far a measurement is.
public enum BenchProgress: Sendable {
  /// Documents of a collection are written for indexing.
  case writing(done: Int)
  case indexing(IndexProgress)
  case asking(mode: SearchMode, done: Int, total: Int)
}
