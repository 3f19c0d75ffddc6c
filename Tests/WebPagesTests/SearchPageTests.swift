import Testing
import WebPages

@Suite struct SearchPageTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite()
  }

  @Test func aQuestionIsAnswered() throws {
    let text = try sample.text("/", ["q": "bacterial code"])
    let markup = Markup(text)
    #expect(markup.citations.count == 5)
    #expect(text.contains("<span>5 passages in 5 documents</span><span>by words</span>"))
    #expect(text.contains("<mark>Bacterial</mark> <mark>code</mark> is small"))
    #expect(text.contains("href=\"/doc/raw/2025/7.6.md?lines=1&amp;q=bacterial+code#L1\""))
    #expect(text.contains("raw/<wbr>2025/<wbr>7.6.md<wbr><b>:1</b>"))
    #expect(text.contains("<title>bacterial code · Footnote</title>"))
    #expect(text.contains("Words (BM25)"))
    #expect(text.contains("<a href=\"/sources?concept=wiki%2Fconcepts%2Fbacterial-code.md\">"))
    #expect(markup.repeatedIDs == [])
  }

  @Test func theFragmentIsThePartThatChanges() throws {
    let whole = try sample.text("/", ["q": "bacterial code", "mode": "lexical"])
    let part = try sample.text("/fragment/search", ["q": "bacterial code", "mode": "lexical"])
    #expect(!part.contains("<html"))
    #expect(part.contains("data-announce=\"5 passages in 5 documents\""))
    #expect(Markup(part).citations == Markup(whole).citations)
  }

  @Test func filtersAreCountedWithoutThemselves() throws {
    let all = Markup(try sample.text("/", ["q": "bacterial"]))
    #expect(all.counts(of: "layer") == ["raw": 3, "wiki": 2])
    #expect(all.counts(of: "type") == ["post": 2, "talk": 1, "concept": 1, "entity": 1])
    #expect(all.counts(of: "tag") == ["code": 2, "biology/cells": 1, "speech": 1])
    #expect(all.counts(of: "year")["2024"] == 1)

    let raw = Markup(try sample.text("/", ["q": "bacterial", "layer": "raw"]))
    #expect(raw.citations.count == 3)
    // The other layer can be added; everything else is of this layer.
    #expect(raw.counts(of: "layer") == ["raw": 3, "wiki": 2])
    #expect(raw.counts(of: "type") == ["post": 2, "talk": 1])
    #expect(raw.counts(of: "year") == ["2024": 1, "2025": 2])
  }

  @Test func valuesOfOneFilterAreAlternatives() throws {
    let markup = Markup(
      try sample.text("/", ["q": "bacterial", "type": "talk", "type": "concept", "tag": "code"]))
    #expect(
      Set(markup.citations.map { $0.prefix { $0 != ":" } }) == [
        "raw/talk.md", "wiki/concepts/bacterial-code.md",
      ])
  }

  @Test func yearsAndDatesNarrow() throws {
    let year = Markup(try sample.text("/", ["q": "bacterial", "year": "2024"]))
    #expect(year.citations == ["raw/2024/10.1.md:1"])
    let dates = Markup(
      try sample.text("/", ["q": "bacterial", "after": "2025-07", "before": "2025-08-01"]))
    #expect(dates.citations == ["raw/2025/7.6.md:1"])
    #expect(dates.text.contains("name=\"after\" value=\"2025-07\""))
  }

  @Test func aTagHasThoseBelowIt() throws {
    let markup = Markup(try sample.text("/", ["q": "bacterial", "tag": "biology"]))
    #expect(markup.citations.count == 1)
    #expect(markup.counts(of: "tag")["biology"] == 1)
  }

  @Test func filtersAreTakenOffByTheirLinks() throws {
    let text = try sample.text(
      "/", ["q": "bacterial", "layer": "raw", "year": "2025", "before": "2026", "mode": "lexical"])
    #expect(
      Markup(text).matches("<li><a href=\"([^\"]*)\"><span class=\"visually-hidden\">Remove") == [
        "/?q=bacterial&amp;year=2025&amp;before=2026&amp;mode=lexical",
        "/?q=bacterial&amp;layer=raw&amp;before=2026&amp;mode=lexical",
        "/?q=bacterial&amp;layer=raw&amp;year=2025&amp;mode=lexical",
      ])
    #expect(text.contains("<a href=\"/?q=bacterial&amp;mode=lexical\">Remove all</a>"))
    #expect(text.contains("<summary>Filters, 3 set</summary>"))
  }

  @Test func emptyFieldsAndDefaultsAreAbsent() throws {
    let text = try sample.text(
      "/",
      ["q": "bacterial", "after": "", "before": " ", "mode": "hybrid", "sort": "best", "layer": ""])
    #expect(!text.contains("Remove all"))
    #expect(Markup(text).citations.count == 5)
  }

  @Test func ordersByDate() throws {
    let newest = Markup(try sample.text("/", ["q": "bacterial", "layer": "raw", "sort": "newest"]))
    #expect(
      newest.citations.map { $0.prefix { $0 != ":" } } == [
        "raw/2025/7.6.md", "raw/talk.md", "raw/2024/10.1.md",
      ])
    let oldest = Markup(try sample.text("/", ["q": "bacterial", "layer": "raw", "sort": "oldest"]))
    #expect(oldest.citations == newest.citations.reversed())
    #expect(oldest.matches("<li class=\"hit\" id=\"([^\"]*)\"") == ["hit-1", "hit-2", "hit-3"])
  }

  @Test func moreIsALink() throws {
    let text = try sample.text("/", ["q": "bacterial", "n": "2"])
    #expect(Markup(text).citations.count == 2)
    #expect(text.contains("<a href=\"/?q=bacterial&amp;n=22#hit-3\">Show 3 more</a>"))
    #expect(!(try sample.text("/", ["q": "bacterial"]).contains("class=\"more\"")))
  }

  @Test func repetitionsAreFolded() throws {
    let sentence =
      "Bacterial code is small, modular, self-contained and trivial to copy and paste.\n"
    let files = Dictionary(uniqueKeysWithValues: (1...6).map { ("raw/2025/7.\($0).md", sentence) })
    let text = try SampleSite(files).text("/", ["q": "bacterial code"])
    #expect(Markup(text).citations.count == 1)
    #expect(text.contains(">raw/2025/7.2.md:1</a>"))
    #expect(text.contains("and 2 more"))
  }

  @Test(arguments: [
    ("q", "after:xyz", "not a date"), ("q", "layer:attic", "no layer attic"),
    ("layer", "attic", "no layer attic"), ("year", "-5", "not a date"),
    ("mode", "magic", "no meaning"),
    ("sort", "random", "no meaning"), ("n", "many", "no number"), ("before", "soon", "not a date"),
    ("q", "\"\"", "no word"),
  ])
  func whatCannotBeAskedIsTold(field: String, value: String, says: String) throws {
    let fields: KeyValuePairs = field == "q" ? ["q": value] : ["q": "bacterial", field: value]
    let answer = try sample.get("/", fields)
    #expect(answer.status == 400)
    #expect(answer.text.contains(says))
    #expect(try sample.get("/fragment/search", fields).status == 200)
  }

  @Test func numbersAreBounded() throws {
    for text in ["0", "-3", "99999999999999999999", "1e3"] {
      #expect(try sample.get("/", ["q": "bacterial", "n": text]).status == 400)
    }
    #expect(try sample.get("/", ["q": "bacterial", "n": "5000"]).status == 200)
  }

  @Test func nothingFoundSaysWhatToDo() throws {
    let text = try sample.text("/", ["q": "zebra", "layer": "wiki"])
    #expect(text.contains("Nothing found."))
    #expect(text.contains("<a href=\"/?q=zebra\">Look without the filters</a>"))
    #expect(Markup(text).counts(of: "layer") == ["wiki": 0])
  }

  @Test func correctionsAreTold() throws {
    let text = try sample.text("/", ["q": "bactreial"])
    #expect(text.contains("“bactreial” was not found; “bacterial” was looked up instead."))
  }
}
