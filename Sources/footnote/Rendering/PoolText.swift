import FootnoteKit
import TerminalOutput

/// What a pool holds, for people.
enum PoolText {
  static func text(of file: JudgingFile, added: Int, path: String) -> String {
    let parts = [
      NumberText.counted(file.questions.count, "question"),
      NumberText.counted(file.passages, "passage") + " (\(NumberText.grouped(added)) new)",
      "\(NumberText.grouped(file.judged)) judged",
    ]
    return parts.joined(separator: ", ") + ": \(path.plainLine)\n"
  }
}
