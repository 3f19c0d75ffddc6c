internal import Corpus
internal import Digest
internal import GRDB

/// Goes down a ranking and makes hits of it: at most so many, at most so many a document, repetitions
/// folded, every text read from its file and checked.
struct HitSelection {
  let database: Database
  let reader: PassageReader
  let options: SearchOptions
  let analyzer: Analyzer
  let highlighter: Highlighter
  private(set) var hits: [Hit] = []
  /// See `SearchResponse.further`.
  private(set) var further: [DocumentSummary] = []
  private(set) var warnings: [String] = []
  private var perDocument: [PathKey: Int] = [:]
  private var changed: [PathKey: Int] = [:]
  private var folder: DuplicateFolder

  init(
    database: Database, reader: PassageReader, options: SearchOptions, analyzer: Analyzer,
    highlighter: Highlighter
  ) {
    self.database = database
    self.reader = reader
    self.options = options
    self.analyzer = analyzer
    self.highlighter = highlighter
    folder = DuplicateFolder(analyzer: analyzer)
  }

  /// Once there are enough hits, so many times their number of further candidates are looked at for
  /// repetitions of them.
  private static let foldingReach = 3

  mutating func take(from ranking: [Fusion.Candidate]) throws {
    var rest = ranking[...]
    while hits.count < options.limit, let candidate = rest.popFirst() {
      guard let row = try StoredPassage(candidate.passage, in: database) else { continue }
      try take(row, candidate)
    }
    var folded: Set<Int64> = []
    if options.folds {
      // The last hits would otherwise be shown without their repetitions.
      for candidate in rest.prefix(Self.foldingReach * hits.count) where try fold(candidate) {
        folded.insert(candidate.passage)
      }
    }
    try count(rest.lazy.map(\.passage).filter { !folded.contains($0) })
    warnings += changed.sorted { $0.key < $1.key }.map { key, count in
      "\(key.path) has changed since it was indexed: \(count) of its passages left out "
        + "(run footnote index)"
    }
  }

  private mutating func take(_ passage: StoredPassage, _ candidate: Fusion.Candidate) throws {
    let path = passage.document.path
    let key = PathKey(path)
    if let most = options.perDocument, perDocument[key, default: 0] >= most { return }
    guard let cited = reader.cited(passage.bytes, of: path, digest: passage.digest) else {
      changed[key, default: 0] += 1
      return
    }
    if options.folds, let better = folder.match(passage.text) {
      hits[better].duplicates.append(passage.citation)
      return
    }
    perDocument[key, default: 0] += 1
    hits.append(hit(passage, candidate, cited: cited))
  }

  /// Names the documents of passages that are only counted.
  private mutating func count(_ passages: some Sequence<Int64>) throws {
    let wanted = options.counted - hits.count
    guard wanted > 0 else { return }
    var known: [Int64: DocumentSummary] = [:]
    let owner = try database.cachedStatement(sql: "SELECT document FROM passage WHERE id = ?")
    let summary = try database.cachedStatement(
      sql: "SELECT \(DocumentSummary.columns) FROM document WHERE id = ?")
    for passage in passages {
      guard let id = try Int64.fetchOne(owner, arguments: [passage]) else { continue }
      if known[id] == nil, let row = try Row.fetchOne(summary, arguments: [id]) {
        known[id] = try DocumentSummary(row: row, from: 0)
      }
      if let document = known[id] { further.append(document) }
      if further.count == wanted { return }
    }
  }

  /// Lists a candidate under the hit that it repeats.
  ///
  /// - Returns: Whether it repeats one.
  private mutating func fold(_ candidate: Fusion.Candidate) throws -> Bool {
    guard let passage = try StoredPassage(candidate.passage, in: database),
      let better = folder.repeated(passage.text),
      reader.cited(passage.bytes, of: passage.document.path, digest: passage.digest) != nil
    else { return false }
    hits[better].duplicates.append(passage.citation)
    return true
  }

  private func hit(
    _ passage: StoredPassage, _ candidate: Fusion.Candidate, cited: [UInt8]
  ) -> Hit {
    let text = String(decoding: cited, as: UTF8.self)
    let signals = Signals(
      bm25: candidate.bm25 > 0 ? candidate.bm25 : nil, cosine: candidate.cosine,
      maxSim: candidate.maxSim, fused: candidate.fused,
      priors: candidate.reasons, coverage: candidate.coverage)
    let score = RelevanceEstimate.probability(
      cosine: candidate.cosine, maxSim: candidate.maxSim, coverage: signals.coverage)
    return Hit(
      rank: hits.count + 1, score: score, citation: passage.citation, document: passage.document,
      lines: passage.lines, bytes: passage.bytes, headings: passage.headings, start: passage.start,
      hash: SHA256Digest(of: cited).prefix, text: text,
      isLossy: String(validating: cited, as: UTF8.self) == nil,
      highlights: highlighter.ranges(in: text), duplicates: [], signals: signals)
  }
}
