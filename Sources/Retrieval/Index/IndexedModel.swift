internal import Encoder
internal import GRDB

/// The model whose vectors an index holds.
public struct IndexedModel: Sendable, Hashable {
  /// Name of the model.
  public var name: String
  /// Differs between models whose vectors differ.
  public var fingerprint: String
  /// Numbers of a vector, at least 1.
  public var dimensions: Int

  /// What an index would say of vectors of this encoder.
  init(of encoder: any SentenceEncoder) {
    name = encoder.name
    fingerprint = encoder.fingerprint
    dimensions = encoder.dimensions
  }

  init?(in database: Database) throws {
    guard let fingerprint = try Meta.value(.modelFingerprint, in: database) else { return nil }
    name = try Meta.value(.modelName, in: database) ?? "unnamed"
    self.fingerprint = fingerprint
    dimensions = try Meta.number(.dimensions, in: database)
    guard dimensions > 0 else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the model has no dimensions")
    }
  }
}
