public import Encoder
internal import Foundation
internal import GRDB

extension IndexWriter {
  /// Number of texts that go to the encoder at once, and into one transaction. More at once are no
  /// faster; the first batch is small, since nothing is known yet about how fast this machine is.
  private static let batchSizes = 8...64
  /// What a batch may take, in seconds, so that Ctrl-C and a deadline are soon heeded, and a kill loses
  /// little.
  private static let batchSeconds = 0.5

  /// So many passages are encoded between two files of vectors: who asks meanwhile reads the rest from SQLite.
  private static let passagesPerFile = 20_000

  /// Encodes the passages that have no vector of this model yet, and writes the files of vectors that searches
  /// read. While a batch is encoded the one before it is written.
  ///
  /// - Parameters:
  ///   - deadline: After it no further batch is begun; a batch takes about half a second.
  ///   - stop: Ends the work after the batch in hand.
  ///   - progress: Called before the first batch and after each.
  /// - Throws: `IndexError`, `EncoderError`.
  public func encode(
    with encoder: any SentenceEncoder, until deadline: ContinuousClock.Instant? = nil,
    stop: StopToken = StopToken(), progress: (IndexProgress) -> Void = { _ in }
  ) throws -> EncodingReport {
    let start = ContinuousClock.now
    var report = EncodingReport()
    let model = IndexedModel(of: encoder)
    try adopt(model)
    try dropBrokenVectors(of: model)
    let pending = try missingTexts(of: model)
    let meter = RateMeter()
    let writing = BackgroundWrite()
    var position = 0
    var size = Self.batchSizes.lowerBound
    if !pending.isEmpty { progress(Self.progress(0, of: pending.count, meter)) }
    var next = try batch(pending, at: 0, size)
    while let batch = next {
      if stop.isStopped || deadline.map({ $0 <= .now }) == true {
        report.wasStopped = true
        break
      }
      let begin = ContinuousClock.now
      let encoded = try encoder.encode(batch.texts, as: .passage)
      try mapping { try writing.wait() }
      let rate = Double(batch.texts.count) / max((ContinuousClock.now - begin).seconds, 1e-6)
      size = min(
        max(Int(min(rate * Self.batchSeconds, 1e6)), Self.batchSizes.lowerBound),
        Self.batchSizes.upperBound)
      position += batch.texts.count
      if position % Self.passagesPerFile < batch.texts.count, position < pending.count {
        try writeVectors(of: model)
      }
      next = try self.batch(pending, at: position, size)
      writing.start(batch, encoded, of: model, in: database)
      report.encoded += batch.texts.count
      report.tokens += encoded.tokens
      report.truncated += encoded.truncated.map { batch.citations[$0] }
      progress(Self.progress(position, of: pending.count, meter))
    }
    try mapping { try writing.wait() }
    report.remaining = pending.count - position
    try writeVectors(of: model)
    report.seconds = (ContinuousClock.now - start).seconds
    return report
  }

  private static func progress(_ done: Int, of total: Int, _ meter: RateMeter) -> IndexProgress {
    IndexProgress(
      stage: .passages, done: done, total: total, rate: meter.rate(done: done), current: nil)
  }

  /// A passage to encode: the smallest id of those that share its text.
  private struct Pending {
    var passage: Int64
    var key: [UInt8]
  }

  /// Makes this model the one that searches use. Vectors of another one stay, under its fingerprint.
  private func adopt(_ model: IndexedModel) throws(IndexError) {
    try mapping {
      try database.write { database in
        if try IndexedModel(in: database) == model { return }
        try Meta.set(.modelName, to: model.name, in: database)
        try Meta.set(.modelFingerprint, to: model.fingerprint, in: database)
        try Meta.set(.dimensions, to: String(model.dimensions), in: database)
      }
    }
  }

  /// Up to this id all passages are looked at, behind it only those that are in no file.
  private static let lastChecked: Int64 = 20_000

  /// The passages without a vector. What is in files has one: where SQLite has lost it all the same, the file is
  /// given up with it.
  private func missingTexts(of model: IndexedModel) throws(IndexError) -> [Pending] {
    let kind = SegmentKind.vectors(model.fingerprint)
    let (last, pending) = try mapping {
      try database.read { database in
        let last = try SegmentRow.all(of: kind, in: database).last?.last ?? 0
        let start = last <= Self.lastChecked ? 0 : last
        return (last, try Self.missingTexts(of: model, after: start, in: database))
      }
    }
    if let first = pending.first, first.passage <= last {
      try dropSegments(of: kind, from: first.passage)
    }
    return pending
  }

  private static func missingTexts(
    of model: IndexedModel, after start: Int64, in database: Database
  ) throws -> [Pending] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT min(passage.id), passage.vector_key FROM passage
        LEFT JOIN vector ON vector.model = ? AND vector.key = passage.vector_key
          AND length(vector.value) = ?
        WHERE passage.id > ? AND vector.key IS NULL GROUP BY passage.vector_key ORDER BY 1
        """, arguments: [model.fingerprint, 4 * model.dimensions, start]
    ).map { Pending(passage: $0[0], key: Array($0[1] as Data)) }
  }

  /// The next batch; `nil` where there is none left.
  private func batch(
    _ pending: [Pending], at position: Int, _ size: Int
  ) throws(IndexError) -> EncodingBatch? {
    if position >= pending.count { return nil }
    let chosen = pending[position..<min(position + size, pending.count)]
    let texts = try mapping {
      try database.read { database in try chosen.map { try Self.text($0.passage, in: database) } }
    }
    return EncodingBatch(
      keys: chosen.map(\.key), texts: texts.map(\.text), citations: texts.map(\.citation))
  }

  private static func text(
    _ passage: Int64, in database: Database
  ) throws -> (text: String, citation: String) {
    let sql = """
      SELECT title, headings, text, path, first_line, last_line
      FROM passage JOIN document ON document.id = passage.document WHERE passage.id = ?
      """
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [passage]) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "passage \(passage) has no document")
    }
    let text = EmbeddingText.text(
      title: row[0], headings: JSONText.decode(row[1] as String), body: row[2])
    let first = row[4] as Int
    let citation = Citation(path: row[3], lines: first...max(first, row[5]))
    return (text, citation.description)
  }
}
