public import Corpus

/// Adds entries to the end of a log. Bytes that are there are never written again, and of two processes
/// that add at once the second waits for the first.
public enum LogWriter {
  /// Appends an entry to the wiki's log; makes the log with front matter where there is none.
  ///
  /// - Returns: the path of the log relative to the root, and the line of the entry.
  /// - Throws: `CurationError.noWiki`, `.unreadable`, `.notWritable`.
  public static func append(
    _ draft: LogDraft, to knowledgeBase: KnowledgeBase
  ) throws(CurationError) -> (path: String, line: Int) {
    guard let layout = WikiLayout(knowledgeBase) else {
      throw .noWiki(root: knowledgeBase.root)
    }
    let path = knowledgeBase.absolutePath(of: layout.logPath)
    try checkPlace(path, in: knowledgeBase)
    let file = try LockedFile(appendingTo: path)
    let old = try file.contents()
    guard String(validating: old, as: UTF8.self) != nil || !old.contains(0) else {
      throw .unreadable(path: path, reason: "it is not text in UTF-8")
    }
    if let fence = Logbook(old).openFence {
      throw .logEntry(
        reason: "a code fence is open since line \(fence) of \(layout.logPath); close it first")
    }
    let text = addition(draft, behind: old)
    try file.append(text)
    let line = LineTable(old + text).count - draft.lines.count + 1
    return (layout.logPath, line)
  }

  /// What is written behind `old`.
  private static func addition(_ draft: LogDraft, behind old: [UInt8]) -> [UInt8] {
    var lines = old.isEmpty ? beginning(draft.date) : []
    let table = LineTable(old)
    let end = LineEdits.lineEnd(of: old, table)
    var result: [UInt8] = []
    if let last = old.last, last != 0x0A, last != 0x0D { result += end }
    let lastLine = old[table.content(of: max(1, table.count))]
    if lastLine.contains(where: { $0 > 0x20 }) || old.isEmpty { lines.append("") }
    for line in lines + draft.lines { result += Array(line.utf8) + end }
    return result
  }

  /// A symbolic link must not lead the log out of the knowledge base.
  private static func checkPlace(_ path: String, in base: KnowledgeBase) throws(CurationError) {
    if let reason = PlaceTest.objection(to: path, root: base.root) {
      throw .notWritable(path: path, reason: reason)
    }
  }

  /// What stands above the first entry.
  static func beginning(_ date: CalendarDate) -> [String] {
    [
      "---", "title: Log", "type: log", "created: \(date)", "updated: \(date)", "sources: []",
      "tags: [log]", "---", "", "# Log", "",
      "What was done to the wiki, in order. Entries are only ever added at the end.",
    ]
  }
}
