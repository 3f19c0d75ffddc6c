import FootnoteKit
import TerminalOutput

/// What became of an import, for people.
struct AddText {
  let palette: Palette
  let width: Int

  /// A file that was written, or would be.
  func text(of file: AddedFile) -> String {
    let fields = file.fields
    return text(
      file.path,
      [
        .init(date(fields), style: palette.aside),
        .init(fields.type.plainLine, style: palette.aside),
        .init(fields.title.plainLine),
      ])
  }

  /// A path with what is said of it: beside it, or below it where that does not fit.
  private func text(_ path: String, _ facts: [FactLines.Fact]) -> String {
    let path = FactLines.Fact(path.plainLine, isWhole: true, style: palette.citation)
    let beside = FactLines(width: width).lines(of: [path] + facts)
    if beside.count == 1 { return beside[0] + "\n" }
    let below = FactLines(width: max(16, width - 4)).lines(of: facts).map { "    " + $0 }
    return ([path.style(path.text)] + below).joined(separator: "\n") + "\n"
  }

  /// A date that nobody has given is said to be one.
  private func date(_ fields: MaterialFields) -> String {
    fields.date.description + (fields.dateOrigin == .file ? " (when the file was changed)" : "")
  }

  /// A source that is there already.
  func text(ofKnown source: String, at path: String) -> String {
    text(path, [.init("has this already: \(source.plainLine)", style: palette.aside)])
  }

  /// One line about everything.
  static func summary(of summary: ImportSummary) -> String {
    let added = summary.added.count
    let known = summary.known.count
    let failed = summary.failed.count
    if added + known + failed == 0 { return "nothing found to add" }
    var parts: [String] = []
    if added > 0 {
      let files = NumberText.counted(added, "file")
      parts.append(summary.isDryRun ? "\(files) would be added" : "\(files) added")
    } else if known > 0 {
      parts.append("nothing new")
    }
    if known > 0 { parts.append("\(NumberText.grouped(known)) there already") }
    if failed > 0 { parts.append("\(NumberText.grouped(failed)) not added") }
    return parts.joined(separator: ", ")
  }
}
