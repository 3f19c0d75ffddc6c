public import Corpus
internal import Digest
internal import Foundation

/// Mends what can be mended without a decision: links and sources of which one is meant, the order of
/// front matter, the index. Nothing in `raw/` is touched.
public struct LintFixer: Sendable {
  private let knowledgeBase: KnowledgeBase
  private let today: CalendarDate
  private let isDry: Bool

  /// - Parameter isDry: whether to look only, and write nothing.
  public init(_ knowledgeBase: KnowledgeBase, today: CalendarDate, isDry: Bool) {
    self.knowledgeBase = knowledgeBase
    self.today = today
    self.isDry = isDry
  }

  /// Mends what is mechanical among `findings`; each file is written whole or not at all.
  ///
  /// - Parameter snapshot: what the findings were made from.
  /// - Parameter done: Told what was changed in each file once that is written.
  /// - Returns: What was changed, or would be.
  /// - Throws: `CorpusError`, `CurationError`; files before the one that failed are mended then.
  public func fix(
    _ findings: [LintFinding], of snapshot: Snapshot, done: ([LintFix]) -> Void = { _ in }
  ) throws -> [LintFix] {
    var fixes: [LintFix] = []
    let byPath = Dictionary(grouping: findings.filter(\.isMechanical)) { PathKey($0.path) }
    var mended: Set<String> = []
    for key in byPath.keys.sorted(by: { order($0) < order($1) }) {
      guard let page = snapshot.page(at: key.path), page.document.layer != "raw",
        mended.insert(real(key.path)).inserted
      else { continue }
      let own = try fix(byPath[key] ?? [], of: page)
      done(own)
      fixes += own
    }
    let rows = findings.filter { $0.repair == .catalog }
    if !rows.isEmpty {
      let own = try catalog(isDry ? snapshot : Snapshot(knowledgeBase))
      done(own)
      fixes += own
    }
    return fixes
  }

  /// A file comes under its own name before it comes under that of a symbolic link.
  private func order(_ key: PathKey) -> (Int, PathKey) {
    (real(key.path) == knowledgeBase.absolutePath(of: key.path) ? 0 : 1, key)
  }

  private func real(_ path: String) -> String {
    URL(fileURLWithPath: knowledgeBase.absolutePath(of: path)).resolvingSymlinksInPath().path
  }

  private func fix(_ findings: [LintFinding], of page: SnapshotPage) throws -> [LintFix] {
    let path = page.document.path
    let bytes = try CorpusReader(knowledgeBase).read(path)
    guard SHA256Digest(of: bytes).hex == page.document.hash else {
      throw CurationError.changedMeanwhile(path: path)
    }
    var repair = PageRepair(page, bytes: bytes)
    for finding in findings { repair.mend(finding) }
    let contents = repair.finish()
    guard contents != bytes else { return [] }
    if !isDry {
      try AtomicFile.write(
        contents, to: knowledgeBase.absolutePath(of: path), replacing: bytes)
    }
    return repair.fixes
  }

  private func catalog(_ snapshot: Snapshot) throws -> [LintFix] {
    let plan = try Catalog.plan(snapshot, today: today)
    if !isDry { try plan.write(in: knowledgeBase) }
    return plan.changes.map { change in
      let rule: LintRule =
        switch change.kind {
        case .missing: .uncatalogued
        case .dead: .deadRow
        case .differs, .misplaced: .wrongRow
        }
      return LintFix(
        rule: rule, path: plan.path, line: change.line, old: change.old ?? "",
        new: change.new ?? "")
    }
  }
}
