/// How far a measurement is.
public enum BenchProgress: Sendable {
  /// Documents of a collection are written for indexing.
  case writing(done: Int)
  /// The index is brought up to date.
  case indexing(IndexProgress)
  /// Questions are asked in a mode.
  case asking(mode: SearchMode, done: Int, total: Int)
}
