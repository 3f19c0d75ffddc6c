internal import Encoder
internal import InvertedIndex
internal import VectorIndex

/// What the two legs find for a question.
struct SearchLegs {
  /// The question as it was encoded, and what it is compared with.
  struct Meaning {
    var question: EncodedQuestion
    var vectors: PassageVectors
  }

  /// Which legs answered.
  var mode: SearchMode
  var warnings: [String] = []
  /// `nil` where the dense leg did not answer.
  var meaning: Meaning?
  /// The best of each leg, each with both scores where it has them, in the order of ids.
  var candidates: [Fusion.Candidate] = []
  /// How rare the question's terms are.
  let rarity: [String: Double]
  private let terms: InvertedIndex
  private let lexical: LexicalQuery
  private let content: TermQuery

  init(_ mode: SearchMode, lexical: LexicalQuery, terms: InvertedIndex) {
    self.mode = mode
    self.lexical = lexical
    self.terms = terms
    content = LexicalSearcher(terms: terms).query(lexical.elements)
    rarity = Dictionary(
      zip(lexical.elements.map(\.term), content.rarities), uniquingKeysWith: { first, _ in first })
  }

  /// Collects the `depth` best passages of each leg.
  ///
  /// - Parameter options: With meaning alone BM25 decides nothing.
  /// - Throws: `VectorIndexError`.
  mutating func collect(_ depth: Int, options: SearchOptions, allowed: PassageSet?) throws {
    let asked = options.mode
    var chosen: [Int64] = []
    if asked != .semantic {
      chosen = terms.top(depth, content, isAllowed: allowed?.ordinals).map(\.id)
    }
    var near: [Int64: Float] = [:]
    if let meaning {
      for neighbour in try meaning.vectors.nearest(
        depth, to: meaning.question.vector, allowed: allowed, comparesAll: options.comparesAll)
      {
        near[neighbour.id] = neighbour.cosine
      }
      chosen += near.keys
    }
    let passages = Self.ascending(chosen)
    let scores = LexicalSearcher(terms: terms).scores(of: passages, content)
    candidates = passages.indices.map { place in
      Fusion.Candidate(
        passage: passages[place], bm25: asked == .semantic ? 0 : scores.bm25[place],
        coverage: scores.coverage[place])
    }
    if let meaning { try setCosines(near, meaning.vectors) }
    for index in candidates.indices {
      guard let ordinal = terms.ordinal(of: candidates[index].passage), terms.isList(at: ordinal)
      else { continue }
      candidates[index].prior = Fusion.navigationalPrior
      candidates[index].reasons = [.list]
    }
  }

  private mutating func setCosines(_ near: [Int64: Float], _ vectors: PassageVectors) throws {
    let others = candidates.lazy.map(\.passage).filter { near[$0] == nil }
    let cosines = try vectors.cosines(of: Array(others), to: meaning?.question.vector ?? [])
    var next = cosines.makeIterator()
    for index in candidates.indices {
      let cosine = near[candidates[index].passage] ?? next.next() ?? nil
      candidates[index].cosine = cosine.map(Double.init)
    }
  }

  /// Gives the first candidates of a ranking their score for the question with its function words.
  func scoreAllWords(of ranking: inout [Fusion.Candidate], first count: Int) {
    if lexical.functionWords.isEmpty { return }
    let head = ranking.prefix(count).map(\.passage).sorted()
    let leg = LexicalSearcher(terms: terms)
    let scores = leg.scores(of: head, leg.query(lexical.elements + lexical.functionWords))
    let known = Dictionary(zip(head, scores.bm25), uniquingKeysWith: { first, _ in first })
    for index in ranking.indices.prefix(count) {
      ranking[index].allWords = known[ranking[index].passage] ?? 0
    }
  }

  /// Each id once.
  private static func ascending(_ ids: [Int64]) -> [Int64] {
    let sorted = ids.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }
}
