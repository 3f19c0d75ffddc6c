internal import FootnoteKit

/// How well the right passages are found: the reports of `footnote bench` that lie in the knowledge bases.
struct QualityPages {
  let templates: PageTemplates

  func page(_ searcher: GroupSearcher, _ frame: PageFrameContext) -> PageAnswer {
    var frame = frame.titled("Quality")
    frame.atQuality = true
    let group = searcher.group
    let stored = group.sessions.map { (name: group.name(of: $0), results: StoredBenches(in: $0)) }
    let benches = stored.flatMap { $0.results.benches }
    let context = QualityContext(
      lead:
        "How well the right passages are found, on judged questions: the mean of each measure, and the "
        + "interval that holds the true mean in 95 of 100 such samples of questions. 1 is perfect.",
      none: benches.isEmpty
        ? "Reports that footnote bench measure --format json has written into \(StoredBenches.folder) of "
          + "the knowledge base are shown here." : nil,
      unreadable: ListContext(
        stored.flatMap { name, results in
          results.unreadable.map { name.map { "\($0): " } ?? "" + $0 }
        }),
      reports: benches.enumerated().map { QualityReport($1, number: $0 + 1).context })
    return templates.answer("quality", QualityPageContext(page: frame, quality: context))
  }
}
