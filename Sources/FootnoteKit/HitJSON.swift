/// A hit, as JSON output shows it.
public struct HitJSON: Encodable, Sendable {
  struct SignalsJSON: Encodable, Sendable {
    let bm25: Double?
    let cosine: Double?
    let maxSim: Double?
    let fused: Double
    let priors: [String]
    let coverage: Double

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(bm25, forKey: .bm25)
      try container.encode(cosine, forKey: .cosine)
      try container.encode(maxSim, forKey: .maxSim)
      try container.encode(fused, forKey: .fused)
      try container.encode(priors, forKey: .priors)
      try container.encode(coverage, forKey: .coverage)
    }

    enum CodingKeys: String, CodingKey {
      case bm25, cosine, fused, priors, coverage
      case maxSim = "maxsim"
    }
  }

  private let hit: Hit

  public init(_ hit: Hit) {
    self.hit = hit
  }

  enum CodingKeys: String, CodingKey {
    case rank, score, citation, path, lines, bytes, layer, type, title, headings, date, url, start
    case hash, text, lossy, highlights, duplicates, signals, link
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hit.rank, forKey: .rank)
    try container.encode(rounded(hit.score), forKey: .score)
    try container.encode(hit.citation.description, forKey: .citation)
    try container.encode(hit.document.path, forKey: .path)
    let link = encoder.link(to: hit.document.path, line: hit.lines.lowerBound)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encode([hit.lines.lowerBound, hit.lines.upperBound], forKey: .lines)
    try container.encode([hit.bytes.lowerBound, hit.bytes.upperBound], forKey: .bytes)
    try container.encode(hit.document.layer, forKey: .layer)
    try container.encode(hit.document.type, forKey: .type)
    try container.encode(hit.document.title, forKey: .title)
    try container.encode(hit.headings, forKey: .headings)
    try container.encode(hit.document.date?.description, forKey: .date)
    try container.encode(hit.url, forKey: .url)
    try container.encode(hit.start, forKey: .start)
    try container.encode(hit.hash, forKey: .hash)
    try container.encode(hit.text, forKey: .text)
    try container.encode(hit.isLossy, forKey: .lossy)
    try container.encode(
      hit.highlights.map { [$0.lowerBound, $0.upperBound] }, forKey: .highlights)
    try container.encode(hit.duplicates.map(\.description), forKey: .duplicates)
    try container.encode(
      SignalsJSON(
        bm25: hit.signals.bm25.map(rounded), cosine: hit.signals.cosine.map(rounded),
        maxSim: hit.signals.maxSim.map(rounded), fused: rounded(hit.signals.fused),
        priors: hit.signals.priors.map(\.rawValue), coverage: rounded(hit.signals.coverage)),
      forKey: .signals)
  }

  /// Six decimals: more are noise that changes between processors.
  private func rounded(_ value: Double) -> Double {
    (value * 1e6).rounded() / 1e6
  }
}
