internal import Corpus
internal import GRDB

/// Tells the documents that are compiled from others, and whose own dates say only when somebody wrote them,
/// from sources, which are of the day that they name.
struct CompiledLayers {
  /// Whether there is a layer of sources at all; notes without one are sources themselves.
  private let hasSources: Bool

  init(in database: Database) throws {
    hasSources =
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE layer = 'raw')")
      ?? false
  }

  func contains(_ layer: String) -> Bool {
    hasSources && layer != "raw"
  }
}
