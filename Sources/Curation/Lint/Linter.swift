public import Corpus

/// Checks a knowledge base by every rule of `LintRule`.
///
///     let findings = try Linter(snapshot, today: today).findings()
///     findings.filter { $0.severity == .error }
///
/// Files of `raw/` are not to be edited, so that nothing is demanded of what they say.
public struct Linter: Sendable {
  let snapshot: Snapshot
  let today: CalendarDate
  private let record: [RecordedFile]

  /// - Parameters:
  ///   - record: what is remembered of `raw/`; empty where nothing is.
  ///   - today: what `updated:` must not lie behind.
  public init(_ snapshot: Snapshot, record: [RecordedFile] = [], today: CalendarDate) {
    self.snapshot = snapshot
    self.record = record
    self.today = today
  }

  /// What is found, in the order of paths and lines.
  ///
  /// - Throws: `CurationError.unknownRule` for a rule of `footnote.yml` that there is not,
  ///   `.unreadable` for an index or log that cannot be read.
  /// - Complexity: O(*n* log *n*) for *n* links and pages.
  public func findings(
    _ selection: LintSelection = LintSelection()
  ) throws(CurationError) -> [LintFinding] {
    let settings = try LintSettings(snapshot.knowledgeBase.configuration)
    let catalog = try catalogPlan()
    var findings = ReadingCheck(snapshot).findings() + NameCheck(snapshot).findings()
    findings += LinkCheck(snapshot, wrongRows: catalog.map(Self.wrongRows) ?? []).findings()
    findings += SourceCheck(snapshot).findings() + OrphanCheck(snapshot).findings()
    findings += FrontMatterCheck(snapshot, today: today).findings()
    findings += AgeCheck(snapshot).findings()
    findings += RawCheck(snapshot, record).findings()
    if let catalog { findings += CatalogCheck(catalog).findings() }
    if snapshot.layout != nil { findings += try LogCheck(snapshot).findings() }
    return findings.filter { settings.allows($0) && selection.contains($0) }
      .sorted { Self.key($0) < Self.key($1) }
  }

  /// The raw files whose change somebody may accept: those that were changed, deleted or renamed. A file
  /// that is ignored, or cannot be read now, is not among them.
  package func acceptableRaw() -> [String] { RawCheck(snapshot, record).acceptable() }

  /// Further findings together with those of `findings(_:)`, as far as they count and are asked for.
  ///
  /// - Throws: `CurationError.unknownRule`.
  package func merging(
    _ further: [LintFinding], into findings: [LintFinding], _ selection: LintSelection
  ) throws(CurationError) -> [LintFinding] {
    let settings = try LintSettings(snapshot.knowledgeBase.configuration)
    let kept = further.filter { settings.allows($0) && selection.contains($0) }
    return (findings + kept).sorted { Self.key($0) < Self.key($1) }
  }

  private func catalogPlan() throws(CurationError) -> CatalogPlan? {
    guard snapshot.layout != nil, !snapshot.wikiPages.isEmpty else { return nil }
    return try Catalog.plan(snapshot, today: today)
  }

  /// Links that are reported as rows.
  private static func wrongRows(_ plan: CatalogPlan) -> Set<Int> {
    Set(plan.changes.compactMap(\.line))
  }

  private static func key(_ finding: LintFinding) -> Key {
    Key(
      path: PathKey(finding.path), line: finding.line ?? 0, rule: finding.rule.rawValue,
      message: finding.message)
  }

  private struct Key: Comparable {
    let path: PathKey
    let line: Int
    let rule: String
    let message: String

    static func < (left: Key, right: Key) -> Bool {
      (left.path, left.line, left.rule, left.message)
        < (right.path, right.line, right.rule, right.message)
    }
  }
}
