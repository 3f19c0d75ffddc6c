import Foundation
import InvertedIndex

/// Speed of the inverted index: `lexical <passages> <queries> [--index <file>] [--rounds <n>] [--check] [--answer]`.
///
/// Both files hold one text a line, words split by spaces and in lower case. Builds a file of postings (or opens
/// the one that `--index` names, where there is one), runs all queries, and prints one JSON object. `--check` also
/// counts the queries whose answer is not that of an exhaustive search, and times other things. With
/// `--answer` it then reads `kind<TAB>query` from its input, `kind` being a number of passages or `random`, and
/// prints how many nanoseconds each took: so another program can be measured in turns with it.
struct LexicalSpeed {
  enum Kind: Hashable {
    case top(Int)
    case random(Int)
  }

  private let passages: String
  private let queries: String
  private var path: String
  private var rounds = 3
  private var answers = false
  private var checks = false
  private var report: [String: Double] = [:]

  init?(_ arguments: [String]) {
    var plain: [String] = []
    var index: String?
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--index": index = rest.popFirst()
      case "--rounds": rounds = rest.popFirst().flatMap { Int($0) } ?? rounds
      case "--answer": answers = true
      case "--check": checks = true
      default: plain.append(argument)
      }
    }
    guard plain.count == 2 else { return nil }
    (passages, queries) = (plain[0], plain[1])
    path = index ?? NSTemporaryDirectory() + "lexical-speed.postings"
  }

  static func run(_ arguments: [String]) throws {
    guard var measurement = LexicalSpeed(arguments) else {
      throw Arguments.Failure(
        description: "a file of passages and one of queries are needed")
    }
    try measurement.run()
  }

  private mutating func run() throws {
    if !FileManager.default.fileExists(atPath: path) { try build() }
    let first = ContinuousClock.now
    let segment = try Segment(path: path)
    let index = try InvertedIndex(segments: [segment])
    report["first_open_us"] = Self.seconds(since: first) * 1e6
    let again = ContinuousClock.now
    for _ in 0..<1000 { Self.consume(try InvertedIndex(segments: [try Segment(path: path)]).count) }
    report["open_us"] = Self.seconds(since: again) * 1e3
    report["passages"] = Double(index.count)
    report["terms"] = Double(segment.termCount)
    report["postings"] = Double(segment.postingCount)
    report["bytes"] = Double(segment.byteCount)
    report["bytes_per_posting"] = Double(segment.byteCount) / Double(max(1, segment.postingCount))
    let lines = try Self.lines(of: queries)
    for kind in [Kind.top(10), .top(1000), .random(2000)] {
      measure(kind, lines, index)
    }
    if checks { try check(lines, segment) }
    try Self.print(report)
    if answers { answer(index) }
  }

  private mutating func build() throws {
    let lines = try Self.lines(of: passages)
    let bytes = lines.reduce(0) { $0 + $1.utf8.count }
    let start = ContinuousClock.now
    let processor = clock()
    let builder = SegmentBuilder()
    for (number, line) in lines.enumerated() {
      try builder.add(
        id: Int64(number + 1), document: Int64(number / 20 + 1), place: number % 20, isList: false,
        title: "", heading: "", body: line)
    }
    report["add_s"] = Self.seconds(since: start)
    report["add_cpu_s"] = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
    report["builder_bytes"] = Double(builder.estimatedBytes)
    try builder.write(to: path, generation: 1, content: 1)
    report["build_s"] = Self.seconds(since: start)
    report["build_cpu_s"] = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
    report["text_bytes"] = Double(bytes)
  }

  private mutating func measure(_ kind: Kind, _ queries: [String], _ index: InvertedIndex) {
    var times: [Double] = []
    for round in 0...rounds {
      for query in queries {
        let time = Self.time(kind, query, index)
        if round > 0 { times.append(time * 1e3) }
      }
    }
    times.sort()
    let name =
      switch kind {
      case .top(let k): "top\(k)"
      case .random(let count): "random\(count)"
      }
    for (label, share) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)] where !times.isEmpty {
      report["\(name)_\(label)_ms"] = times[Int(Double(times.count - 1) * share)]
    }
  }

  /// Searches through all passages, through those that are left when a hundredth is gone, and through a third of
  /// the documents.
  private mutating func check(_ queries: [String], _ segment: Segment) throws {
    let verifying = ContinuousClock.now
    try segment.verify()
    report["verify_s"] = Self.seconds(since: verifying)
    let whole = try InvertedIndex(segments: [segment])
    let gone = stride(from: 50, to: whole.ordinals, by: 100).map(whole.id(at:))
    let lesser = try InvertedIndex(segments: [segment], deleted: gone)
    let filtering = ContinuousClock.now
    let third = whole.passages { $0 % 3 == 0 }
    report["filter_ms"] = Self.seconds(since: filtering) * 1e3
    var differences = 0
    var (fewer, filtered) = ([Double](), [Double]())
    for text in queries {
      let elements = Self.elements(of: text)
      for (index, allowed) in [(whole, nil), (lesser, nil), (whole, third as OrdinalSet?)] {
        let query = index.query(elements)
        for k in [10, 1000] {
          let start = ContinuousClock.now
          let found = index.top(k, query, isAllowed: allowed, method: .pruned)
          let time = Self.seconds(since: start) * 1e3
          if k == 10, allowed != nil { filtered.append(time) }
          if k == 10, index.count < whole.count { fewer.append(time) }
          let wanted = index.top(k, query, isAllowed: allowed, method: .exhaustive)
          if found != wanted { differences += 1 }
        }
      }
    }
    report["differences"] = Double(differences)
    report["top10_deleted_p50_ms"] = fewer.sorted().dropFirst(fewer.count / 2).first
    report["top10_third_p50_ms"] = filtered.sorted().dropFirst(filtered.count / 2).first
  }

  private func answer(_ index: InvertedIndex) {
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let kind = Int(parts[0]).map(Kind.top) ?? .random(2000)
      Swift.print(Int(Self.time(kind, String(parts[1]), index) * 1e9))
      fflush(nil)
    }
  }

  /// Seconds for one query, from its words to the passages.
  private static func time(_ kind: Kind, _ text: String, _ index: InvertedIndex) -> Double {
    let elements = elements(of: text)
    let ids: [Int64] =
      switch kind {
      case .top: []
      case .random(let count):
        (0..<min(count, index.count)).map {
          Int64($0 * (index.count / min(count, index.count))) + 1
        }
      }
    let start = ContinuousClock.now
    let query = index.query(elements)
    switch kind {
    case .top(let k): consume(index.top(k, query).count)
    case .random: consume(index.scores(of: ids, query).scores.count)
    }
    return seconds(since: start)
  }

  @inline(never)
  private static func consume(_ value: Int) {}

  private static func elements(of text: String) -> [TermElement] {
    var elements: [TermElement] = []
    for word in text.split(separator: " ").map(String.init) {
      if let place = elements.firstIndex(where: { $0.term == word }) {
        elements[place].count += 1
      } else {
        elements.append(TermElement(word))
      }
    }
    return elements
  }

  private static func lines(of path: String) throws -> [String] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))).split(separator: 10).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private static func print(_ report: [String: Double]) throws {
    let data = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys])
    Swift.print(String(decoding: data, as: UTF8.self))
    fflush(nil)
  }
}
