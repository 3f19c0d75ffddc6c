internal import Corpus
internal import GRDB
internal import InvertedIndex
internal import LinearAlgebra

extension Searcher {
  /// The documents that are nearest to a page or a passage, by links and by meaning, best first.
  ///
  /// - Parameter target: Name or path of a page, or a citation.
  /// - Returns: `nil` where there is no such page or passage.
  /// - Throws: `QueryError.emptyConcept`, `IndexError`.
  public func related(to target: String, limit: Int = 10) throws -> RelatedDocuments? {
    guard !AliasOrigin.fold(target).isEmpty else { throw QueryError.emptyConcept(target) }
    return try index.read { database in
      try RelatedFinder(searcher: self, database: database).find(target, limit: limit)
    }
  }
}

/// Finds neighbours on one state of the index. Needs vectors, but no encoder.
struct RelatedFinder {
  let searcher: Searcher
  let database: Database

  func find(_ target: String, limit: Int) throws -> RelatedDocuments? {
    guard let (document, passages) = try place(target),
      let summary = try summary(document)
    else { return nil }
    var found: [Int64: (relations: Set<RelatedDocument.Relation>, cosine: Double?, passage: Int64?)]
    found = [:]
    for (relation, sql) in Self.links {
      let ids = try Int64.fetchAll(
        database, sql: sql, arguments: ["id": document, "path": summary.path])
      for id in ids where id != document {
        found[id, default: ([], nil, nil)].relations.insert(relation)
      }
    }
    var warnings: [String] = []
    if let near = try nearest(to: passages, of: document) {
      for (id, cosine, passage) in near {
        var entry = found[id, default: ([], nil, nil)]
        (entry.cosine, entry.passage) = (cosine, passage)
        found[id] = entry
      }
      markSimilar(&found)
    } else {
      warnings.append("no neighbours by meaning: the text is not encoded yet (run footnote index)")
    }
    return RelatedDocuments(
      target: summary, neighbours: try neighbours(found, limit: limit), warnings: warnings)
  }

  // MARK: The target

  private func place(_ target: String) throws -> (document: Int64, passages: [Int64])? {
    if let citation = try? Citation(parsing: target),
      let document = try Int64.fetchOne(
        database, sql: "SELECT id FROM document WHERE path = ?", arguments: [citation.path])
    {
      let passages = try Int64.fetchAll(
        database,
        sql: "SELECT id FROM passage WHERE document = ? AND first_line <= ? AND last_line >= ?",
        arguments: [document, citation.lines.upperBound, citation.lines.lowerBound])
      return passages.isEmpty ? nil : (document, passages)
    }
    let pages = try ConceptPage(database: database, analyzer: Analyzer()).candidates(for: target)
    guard let document = pages.first else { return nil }
    let passages = try Int64.fetchAll(
      database, sql: "SELECT id FROM passage WHERE document = ?", arguments: [document])
    return (document, passages)
  }

  private func summary(_ document: Int64) throws -> DocumentSummary? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(DocumentSummary.columns) FROM document WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [document]).map {
      try DocumentSummary(row: $0, from: 0)
    }
  }

  // MARK: Links

  private static let links: [(RelatedDocument.Relation, String)] = [
    (
      .linked,
      """
      SELECT document.id FROM link JOIN document ON document.path = link.resolved
      WHERE link.document = :id AND :path = :path
      UNION SELECT document.id FROM source JOIN document ON document.path = source.resolved
      WHERE source.document = :id
      """
    ),
    (
      .backlink,
      """
      SELECT document FROM link WHERE resolved = :path AND :id = :id
      UNION SELECT document FROM source WHERE resolved = :path
      """
    ),
    (
      .sharedSource,
      """
      SELECT other.document FROM source JOIN source AS other ON other.resolved = source.resolved
      WHERE source.document = :id AND source.resolution NOT IN ('ambiguous', 'unresolved')
        AND :path = :path
      """
    ),
  ]

  // MARK: Meaning

  /// For every other document the closest pair of passages; `nil` where there are no vectors.
  private func nearest(
    to passages: [Int64], of document: Int64
  ) throws -> [(document: Int64, cosine: Double, passage: Int64)]? {
    guard let model = try IndexedModel(in: database) else { return nil }
    let snapshot = try searcher.index.snapshot(in: database)
    let all = snapshot.terms.allIDs
    let vectors = try snapshot.vectors(of: model, in: database)
    guard let best = try vectors.nearest(to: passages, of: all) else { return nil }
    let owners = snapshot.terms.documents(of: all)
    var nearest: [Int64: (cosine: Double, passage: Int64)] = [:]
    for (place, passage) in all.enumerated() {
      guard let owner = owners[place], owner != document, let value = best[place] else { continue }
      let cosine = Double(value)
      if cosine > nearest[owner]?.cosine ?? -1 { nearest[owner] = (cosine, passage) }
    }
    return nearest.map { ($0.key, $0.value.cosine, $0.value.passage) }
  }

  /// Documents are called similar where no more than this many are closer.
  private static let similarLimit = 50

  private func markSimilar(
    _ found:
      inout [Int64: (
        relations: Set<RelatedDocument.Relation>, cosine: Double?, passage: Int64?
      )]
  ) {
    let closest = found.compactMap { id, entry in entry.cosine.map { (id: id, cosine: $0) } }
      .sorted { ($1.cosine, $0.id) < ($0.cosine, $1.id) }
    for item in closest.prefix(Self.similarLimit) { found[item.id]?.relations.insert(.similar) }
  }

  // MARK: The answer

  private func neighbours(
    _ found: [Int64: (
      relations: Set<RelatedDocument.Relation>, cosine: Double?, passage: Int64?
    )], limit: Int
  ) throws -> [RelatedDocument] {
    var ranked = found.filter { !$0.value.relations.isEmpty }.map { id, entry in
      (id: id, score: Self.score(entry.relations, cosine: entry.cosine ?? 0))
    }
    ranked.sort { $0.score > $1.score }
    // Only the paths of those that can be among the best are read.
    let least = ranked.count > limit && limit > 0 ? ranked[limit - 1].score : 0
    var result: [(passage: Int64?, neighbour: RelatedDocument)] = []
    for item in ranked.prefix(while: { $0.score >= least }) {
      guard let entry = found[item.id], let summary = try summary(item.id) else { continue }
      let neighbour = RelatedDocument(
        document: summary,
        relations: RelatedDocument.Relation.allCases.filter(entry.relations.contains),
        cosine: entry.cosine, score: item.score)
      result.append((entry.passage, neighbour))
    }
    result.sort {
      ($1.neighbour.score, $0.neighbour.document.path)
        < ($0.neighbour.score, $1.neighbour.document.path)
    }
    return try result.prefix(max(0, limit)).map { passage, neighbour in
      var neighbour = neighbour
      neighbour.citation = try passage.flatMap { try StoredPassage($0, in: database)?.citation }
      return neighbour
    }
  }

  /// Meaning first; each kind of link lifts a neighbour by a bounded amount.
  private static func score(
    _ relations: Set<RelatedDocument.Relation>, cosine: Double
  ) -> Double {
    var score = 0.7 * max(0, cosine)
    if relations.contains(.linked) { score += 0.15 }
    if relations.contains(.backlink) { score += 0.1 }
    if relations.contains(.sharedSource) { score += 0.05 }
    return min(1, score)
  }
}
