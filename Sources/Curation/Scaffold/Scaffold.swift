public import Corpus
internal import Foundation

/// Makes a knowledge base of a folder: layers, catalogue, log, overview, protocol and configuration.
///
///     let report = try Scaffold(root: "/home/me/kb", today: today).make()
///     report.made  // ["raw/", "wiki/", …]
///
/// What is there is never touched, so that running it again adds only what is missing.
public struct Scaffold: Sendable {
  private let root: String
  private let today: CalendarDate
  private let name: String?
  private let isNotes: Bool

  /// - Parameters:
  ///   - root: absolute path of the folder; it need not exist.
  ///   - name: what the knowledge base is called; the folder's name unless it is given.
  ///   - isNotes: whether everything is one layer of notes, without a wiki.
  public init(root: String, today: CalendarDate, name: String? = nil, isNotes: Bool = false) {
    self.root = root
    self.today = today
    self.name = name
    self.isNotes = isNotes
  }

  /// Makes what is missing.
  ///
  /// - Throws: `CurationError.notWritable`; `CorpusError` where a `footnote.yml` that is there is not as it
  ///   should be. What was made before the failure stays, and is not made again.
  public func make() throws -> ScaffoldReport {
    try ScaffoldFolder.make(root)
    let before = try KnowledgeBase(root: root)
    if !isNotes { try checkPlaces(before) }
    var work = ScaffoldWork(root: before.root)
    let outside = isNotes ? 0 : try notesOutside(before)
    try work.file(
      Configuration.fileName,
      ScaffoldText.configuration(name: name ?? before.name, isNotes: isNotes))
    try work.file(".gitignore", ScaffoldText.ignored)
    try work.file("\(Configuration.defaultIndex)/.gitkeep", "")
    if !isNotes, before.configuration.layers == nil {
      for folder in ["raw", "wiki"] { try work.folder(folder) }
    }
    let base = try KnowledgeBase(root: root)
    if let layout = WikiLayout(base) { try fill(base, layout, &work) }
    if outside > 0 { work.report.remarks.append(Self.remark(outside)) }
    if work.report.kept.contains(".gitignore") { try remarkOnIgnored(&work) }
    return work.report
  }

  private static func remark(_ count: Int) -> String {
    (count == 1 ? "1 markdown file lies" : "\(count) markdown files lie")
      + " outside raw/ and wiki/ and will not be searched; move them, or name their folder under"
      + " layers: in \(Configuration.fileName)"
  }

  /// A symbolic link must not lead what is made out of the folder.
  private func checkPlaces(_ base: KnowledgeBase) throws(CurationError) {
    let layout = base.configuration.layers == nil ? nil : WikiLayout(base)
    let isUsual = base.configuration.layers == nil
    let wiki = isUsual ? "wiki" : layout?.wiki
    let kinds = wiki.map { wiki in
      PageKind.all.map { FilePath.join(wiki, $0.folder) }
    }
    let folders = [isUsual ? "raw" : layout?.raw, wiki].compactMap(\.self) + (kinds ?? [])
    for folder in folders {
      let path = base.absolutePath(of: folder)
      if let reason = PlaceTest.objection(to: path, root: base.root) {
        throw .notWritable(path: path, reason: reason)
      }
    }
  }

  /// Notes that are searched now and would not be any more.
  private func notesOutside(_ base: KnowledgeBase) throws(CorpusError) -> Int {
    guard base.configuration.layers == nil, base.layers.allSatisfy({ $0.name == "notes" }) else {
      return 0
    }
    let usual = ["readme", "claude", "agents", "license", "contributing"]
    return try CorpusReader(base).walk().files.count { file in
      !usual.contains(FilePath.stem(of: file.path).lowercased())
    }
  }

  private func fill(
    _ base: KnowledgeBase, _ layout: WikiLayout, _ work: inout ScaffoldWork
  ) throws {
    if let raw = layout.raw { try work.file(FilePath.join(raw, ".gitkeep"), "") }
    for kind in PageKind.all {
      try work.file(FilePath.join(layout.wiki, "\(kind.folder)/.gitkeep"), "")
    }
    try work.file(layout.overviewPath, ScaffoldText.overview(today))
    try work.file(
      "CLAUDE.md", ScaffoldProtocol.text(raw: layout.raw ?? "raw", wiki: layout.wiki))
    try log(base, layout, &work)
    try index(base, layout, &work)
  }

  private func log(
    _ base: KnowledgeBase, _ layout: WikiLayout, _ work: inout ScaffoldWork
  ) throws {
    guard work.isMissing(layout.logPath) else { return }
    let draft = try LogDraft(
      date: today, operation: "init", subject: base.name, pages: ["overview"],
      notes: ["Made by footnote init"])
    _ = try LogWriter.append(draft, to: base)
    work.report.made.append(layout.logPath)
  }

  /// Of what the wiki has already, too.
  private func index(
    _ base: KnowledgeBase, _ layout: WikiLayout, _ work: inout ScaffoldWork
  ) throws {
    guard work.isMissing(layout.indexPath) else { return }
    try Catalog.plan(Snapshot(base), today: today).write(in: base)
    work.report.made.append(layout.indexPath)
  }

  private func remarkOnIgnored(_ work: inout ScaffoldWork) throws {
    let path = work.root + "/.gitignore"
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let text, !text.contains(Configuration.defaultIndex) else { return }
    work.report.remarks.append(
      "add \(Configuration.defaultIndex)/* to .gitignore: it is built, and can be built again")
  }
}
