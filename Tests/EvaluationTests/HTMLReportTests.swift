import Evaluation
import Testing

struct HTMLReportTests {
  static let few = SamplingSettings(permutations: 500, resamples: 200)
  static let nasty = "<script>alert('x')</script> & \"q\"\u{0}\u{1B}"

  static func mode(_ name: String, _ offset: Double, _ milliseconds: [Double]) -> BenchReport.Mode {
    let queries = (0..<20).map { index in
      let value = min(1, Double(index % 7) / 10 + (index % 3 == 0 ? -offset / 2 : offset))
      return QueryResult(
        id: "q\(index)", kind: index < 5 ? "k<1>" : "plain",
        values: ["nDCG@10": max(0, value), "MAP": 0.5])
    }
    return BenchReport.Mode(
      result: EvaluationResult(name: name, queries: queries, recallByDepth: [0.1, 0.4, 0.8]),
      milliseconds: milliseconds,
      refusals: Refusals(
        unanswerable: 4, rightlyRefused: 3, answerable: 20, wronglyRefused: 1, area: 0.9))
  }

  static func report() -> BenchReport {
    BenchReport(
      dataset: "notes",
      modes: [mode("lexical", 0, [1, 2, 3]), mode("hybrid", 0.25, [9, 12, 130])], settings: few)
  }

  static func page() -> HTMLReport {
    let report = report()
    return HTMLReport(
      report: report, questions: ["q1": "What is it?"],
      rankings: [
        "lexical": ["q1": [RankedLabel(label: "raw/a.md:1-3", grade: 0)]],
        "hybrid": ["q1": [RankedLabel(label: "raw/b.md:7", grade: 2)]],
      ], baseline: BaselineComparison(baseline: report, report: report, settings: few),
      remarks: ["one machine"])
  }

  @Test func holdsEverySection() {
    let html = Self.page().html
    for heading in [
      "By kind of query", "Modes compared", "Against the baseline", "Recall by depth", "Latency",
      "Questions without an answer", "Queries that changed most", "How to read this",
    ] {
      #expect(html.contains("<h2>\(heading)</h2>"), "\(heading)")
    }
    for text in [
      "<title>Retrieval quality: notes</title>", "20 judged queries", "one machine",
      "What is it?", "raw/a.md:1-3", "raw/b.md:7 <span class=\"grade\" title=\"grade\">2</span>",
      "Nothing became worse beyond chance.", "k&lt;1&gt;", "75 %<small>3 of 4</small>",
    ] {
      #expect(html.contains(text), "\(text)")
    }
  }

  @Test func showsTheFiguresOfTheReport() throws {
    let page = Self.page()
    let mean = try #require(page.report.modes.last?.result.means["nDCG@10"])
    let thousandths = Int((mean * 1000).rounded())
    #expect(page.html.contains("<b>hybrid</b> reaches nDCG@10 <b>0.\(thousandths)</b>"))
    let comparison = try #require(page.report.comparisons.first)
    #expect(
      page.html.contains("\(comparison.wins) / \(comparison.ties) / \(comparison.losses)"))
    let bars = page.html.components(between: "<rect class=\"gain\"").count - 1
    #expect(bars == comparison.wins)
  }

  @Test func needsNothingElse() {
    let html = Self.page().html
    for piece in ["http:", "https:", "<script", "<link", "<img", "@import", "url(", "javascript:"] {
      #expect(!html.contains(piece), "\(piece)")
    }
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(html.contains("prefers-color-scheme: dark"))
    #expect(html.contains("@media print"))
  }

  @Test func everyTextIsEscaped() {
    let nasty = Self.nasty
    var mode = Self.mode(nasty, 0, [1])
    mode.result = EvaluationResult(
      name: nasty,
      queries: ["a", "b"].map {
        QueryResult(id: nasty + $0, kind: nasty + $0, values: [nasty: $0 == "a" ? 0 : 1])
      })
    var other = mode
    other.result = EvaluationResult(
      name: nasty + "2",
      queries: ["a", "b"].map {
        QueryResult(id: nasty + $0, kind: nasty + $0, values: [nasty: $0 == "a" ? 1 : 0.5])
      })
    let report = BenchReport(dataset: nasty, modes: [mode, other], settings: Self.few)
    let before = BenchReport(
      dataset: "", modes: [BenchReport.Mode(result: result(nasty, [1, 1], measure: nasty))],
      settings: Self.few)
    let html = HTMLReport(
      title: nasty, report: report, questions: [nasty + "a": nasty],
      rankings: [nasty: [nasty + "a": [RankedLabel(label: nasty, grade: 1)]]],
      baseline: BaselineComparison(baseline: before, report: report, settings: Self.few),
      remarks: [nasty]
    ).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("alert('x')"))
    #expect(!html.contains("\u{0}") && !html.contains("\u{1B}"))
    #expect(
      html.contains(
        "<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;\u{FFFD}\u{FFFD}</h1>"
      ))
    expectBalanced(html)
  }

  @Test func everyElementIsClosed() {
    expectBalanced(Self.page().html)
  }

  @Test func theSameReportGivesTheSamePage() {
    #expect(Self.page().html == Self.page().html)
  }

  @Test func missingPartsLeaveTheirSectionsOut() throws {
    let empty = HTMLReport(report: BenchReport(dataset: "", modes: [])).html
    #expect(empty.contains("Nothing was measured."))
    #expect(!empty.contains("<h2>Latency</h2>") && !empty.contains("<h2>Modes compared</h2>"))
    expectBalanced(empty)
    let saved = try BenchReport(json: #"{"modes": {"a": {"MAP": 0.5}}}"#, file: "x")
    let html = HTMLReport(report: saved).html
    #expect(html.contains("<b>a</b> reaches MAP <b>0.500</b>."))
    #expect(!html.contains("<h2>Recall by depth</h2>") && !html.contains("<h2>By kind"))
    expectBalanced(html)
  }

  @Test func equalTimesHaveAHistogramToo() {
    let report = BenchReport(
      dataset: "d", modes: [Self.mode("m", 0, [5, 5, 5, 0])], settings: Self.few)
    let html = HTMLReport(report: report).html
    #expect(html.contains("Histogram of latencies"))
    #expect(!html.contains("nan") && !html.contains("inf"))
    expectBalanced(html)
  }

  /// Reads tags with a stack; everything but the few void elements has to be closed in order.
  private func expectBalanced(
    _ html: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var open: [Substring] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.first == "/" {
        let closed = tag.dropFirst()
        #expect(open.popLast() == closed, sourceLocation: sourceLocation)
      } else if tag.last != "/", !["!DOCTYPE", "meta"].contains(name) {
        open.append(name)
      }
    }
    #expect(open == [], sourceLocation: sourceLocation)
  }
}

extension String {
  /// The pieces between the places where `separator` stands.
  fileprivate func components(between separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
