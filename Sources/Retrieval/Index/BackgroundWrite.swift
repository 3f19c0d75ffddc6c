internal import Dispatch
internal import Encoder
internal import Foundation
internal import GRDB
internal import LinearAlgebra
internal import Synchronization

/// Writes a batch of vectors, in a transaction, while the next one is encoded.
final class BackgroundWrite: Sendable {
  private let queue = DispatchQueue(label: "footnote.vectors")
  private let group = DispatchGroup()
  private let failure = Mutex<(any Error)?>(nil)

  /// Begins to write. What was begun before must have been waited for.
  func start(
    _ batch: EncodingBatch, _ encoded: EncodedTexts, of model: IndexedModel,
    in database: DatabaseQueue
  ) {
    queue.async(group: group) {
      do {
        try database.write { try Self.insert(batch, encoded, of: model, in: $0) }
      } catch {
        self.failure.withLock { $0 = error }
      }
    }
  }

  /// Returns when all is written that was begun.
  ///
  /// - Throws: What writing threw.
  func wait() throws {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private static func insert(
    _ batch: EncodingBatch, _ encoded: EncodedTexts, of model: IndexedModel, in database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO vector (model, key, value, tokens) VALUES (?, ?, ?, ?)")
    for (row, key) in batch.keys.enumerated() {
      let value = VectorBytes.bytes(of: encoded.vectors[row: row])
      let tokens = encoded.signs.isEmpty ? nil : Data(encoded.signs[row].bytes)
      try insert.execute(arguments: [model.fingerprint, Data(key), value, tokens])
    }
    try Meta.set(
      .encodings, to: String(Meta.number(.encodings, in: database) + 1), in: database)
  }
}
