import ArgumentParser
import FootnoteKit
import Foundation

/// Where a command writes what it made: to standard output, or to a file that is then written as a whole.
struct OutputFile: ParsableArguments {
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("Write to this file and not to standard output.", valueName: "file"),
    completion: .file())
  var path: String?

  func validate() throws {
    if path == "" { throw ValidationError("--out is empty; name a file, or leave it out") }
  }

  /// The file without `.` and `..` in its path.
  func file(in console: Console) -> String? {
    path.map { path in
      FileTest.standardized(path.hasPrefix("/") ? path : console.workingDirectory + "/" + path)
    }
  }

  /// - Throws: `ErrorMessage` where the file is a note of the knowledge base, `BenchError.notWritable`,
  ///   `OutputError`.
  func write(_ text: String, of sessions: [Session], in console: Console) throws {
    guard let file = file(in: console) else {
      try console.output.write(text)
      return
    }
    for session in sessions { try check(file, against: session.knowledgeBase) }
    try WholeFile.write(text, to: file)
  }

  /// Where a page that is written to the file leads to for documents of a knowledge base; nowhere from
  /// standard output, which may end up anywhere.
  func links(to session: Session, in console: Console) -> DocumentLinks {
    guard let file = file(in: console) else { return .none }
    return DocumentLinks(from: file, to: FileTest.standardized(session.knowledgeBase.root))
  }

  /// Notes are not written over by a slip.
  private func check(_ file: String, against base: KnowledgeBase) throws {
    let root = FileTest.standardized(base.root)
    let isNote = ["md", "markdown"].contains(URL(fileURLWithPath: file).pathExtension.lowercased())
    if isNote, file.hasPrefix(root == "/" ? root : root + "/") {
      throw ErrorMessage(
        "--out names a note of the knowledge base", at: path, remedy: "name another file")
    }
  }
}
