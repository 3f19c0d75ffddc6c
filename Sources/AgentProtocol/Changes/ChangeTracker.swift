internal import FootnoteKit

/// Finds out what has changed in the indexes, whoever brought them up to date.
actor ChangeTracker {
  private struct Snapshot {
    var state: [Int64]
    var hashes: [PathKey: String]
  }

  private let knowledge: Knowledge
  private var known: Snapshot?

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Remembers the documents of now, from which changes are told; does nothing where some are remembered.
  ///
  /// - Throws: As `Knowledge.run`.
  func begin() async throws {
    if known == nil {
      let now = try await snapshot()
      // Another caller may have been quicker.
      if known == nil { known = now }
    }
  }

  /// Forgets the documents, when nobody listens any more.
  func end() {
    known = nil
  }

  /// What has changed since the last look; `nil` where nothing has, and before `begin()`.
  ///
  /// - Throws: As `Knowledge.run`.
  func look() async throws -> DocumentChanges? {
    guard let old = known else { return nil }
    guard try await knowledge.run({ try $0.documentState() }) != old.state else { return nil }
    let new = try await snapshot()
    guard known?.state == old.state else { return nil }
    known = new
    let changes = DocumentChanges(from: old.hashes, to: new.hashes)
    return changes.isEmpty ? nil : changes
  }

  private func snapshot() async throws -> Snapshot {
    try await knowledge.run { searcher in
      Snapshot(state: try searcher.documentState(), hashes: try searcher.documentHashes())
    }
  }
}
