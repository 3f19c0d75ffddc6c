internal import Digest
public import Evaluation

/// Compares judgements with the files that they speak of, and finds text that moved.
///
///     let checker = try JudgementChecker(knowledgeBase)
///     let findings = try checker.check(queries)
public final class JudgementChecker {
  private let reader: CorpusReader
  /// Paths of the knowledge base, in their order.
  private let paths: [String]
  /// `nil` for a file that cannot be read.
  private var files: [String: JudgedFileText?] = [:]

  /// - Throws: `CorpusError` where the knowledge base cannot be walked.
  public init(_ knowledgeBase: KnowledgeBase) throws(CorpusError) {
    reader = CorpusReader(knowledgeBase)
    paths = try reader.walk().files.map(\.path)
  }

  /// One finding for each judged range, in the order of the queries.
  ///
  /// Complexity: O(ranges), and O(size of the knowledge base) for each range whose text moved.
  public func check(_ queries: [JudgedQuery]) -> [JudgementFinding] {
    queries.flatMap { query in query.relevant.map { check($0, of: query.id) } }
  }

  /// The queries with every text that moved named where it stands now.
  public static func mended(
    _ queries: [JudgedQuery], by findings: [JudgementFinding]
  ) -> [JudgedQuery] {
    var rest = findings[...]
    return queries.map { query in
      var result = query
      for index in result.relevant.indices {
        if case .moved(let place) = rest.popFirst()?.state { result.relevant[index] = place }
      }
      return result
    }
  }

  /// The queries with a hash for every range that has none and whose text is there.
  ///
  /// - Returns: Also the number of hashes that were added.
  public func stamped(_ queries: [JudgedQuery]) -> (queries: [JudgedQuery], added: Int) {
    var added = 0
    let result = queries.map { query in
      var result = query
      for (index, range) in query.relevant.enumerated() where range.hash == nil {
        guard let file = file(range.path), file.problem(of: range) == nil else { continue }
        result.relevant[index].hash = file.hash(of: range.lines)
        added += 1
      }
      return result
    }
    return (result, added)
  }

  private func check(_ range: JudgedRange, of query: String) -> JudgementFinding {
    guard let file = file(range.path) else {
      return finding(range, of: query, because: "there is no such document")
    }
    guard let problem = file.problem(of: range) else {
      return JudgementFinding(query: query, range: range, state: .sound, reason: "")
    }
    return finding(range, of: query, because: problem)
  }

  private func finding(
    _ range: JudgedRange, of query: String, because reason: String
  ) -> JudgementFinding {
    let place = place(of: range)
    return JudgementFinding(
      query: query, range: range, state: place.map { .moved(to: $0) } ?? .broken, reason: reason)
  }

  // MARK: Text that moved

  /// Where the text stands now: in its own file the nearest place, elsewhere one that is the only one.
  private func place(of range: JudgedRange) -> JudgedRange? {
    for search in [JudgedFileText.lines(withHashOf:), JudgedFileText.lines(withAnchorOf:)] {
      if let places = file(range.path).map({ search($0)(range) }), !places.isEmpty {
        let nearest = places.min { distance($0, range.lines) < distance($1, range.lines) }
        return nearest.map { moved(range, to: $0, of: range.path) }
      }
      let others = paths.filter { $0 != range.path }.flatMap { path in
        (file(path).map { search($0)(range) } ?? []).map { (path: path, lines: $0) }
      }
      if others.count == 1 { return moved(range, to: others[0].lines, of: others[0].path) }
    }
    return nil
  }

  private func distance(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
    abs(left.lowerBound - right.lowerBound)
  }

  private func moved(
    _ range: JudgedRange, to lines: ClosedRange<Int>, of path: String
  ) -> JudgedRange {
    var result = range
    result.path = path
    result.lines = lines
    if range.hash != nil { result.hash = file(path)?.hash(of: lines) }
    return result
  }

  private func file(_ path: String) -> JudgedFileText? {
    if let known = files[path] { return known }
    // Judgements count for documents only, not for whatever else lies in the folder.
    let text = paths.contains(path) ? (try? reader.read(path)).map(JudgedFileText.init) : nil
    files[path] = text
    return text
  }
}
