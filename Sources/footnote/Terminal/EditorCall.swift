import CTerminal
import FootnoteKit
import Foundation

/// The call that opens a file at a line in the user's editor.
struct EditorCall: Equatable {
  /// What `$VISUAL` or `$EDITOR` holds; may have arguments.
  let command: String
  let arguments: [String]
  private let searchPath: String

  /// - Throws: `ErrorMessage` where no editor is chosen.
  init(path: String, line: Int, environment: [String: String]) throws {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let chosen else {
      throw ErrorMessage(
        "no editor is chosen", at: path, remedy: "set VISUAL or EDITOR, for example EDITOR=vi")
    }
    command = chosen
    searchPath = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let program = chosen.split(separator: " ").first?.split(separator: "/").last ?? ""
    switch program {
    case "code", "codium", "cursor", "code-insiders": arguments = ["-g", "\(path):\(line)"]
    case "subl", "zed", "hx", "helix": arguments = ["\(path):\(line)"]
    default: arguments = ["+\(line)", path]
    }
  }

  /// Becomes the editor: the terminal is its own from here on.
  ///
  /// - Throws: `ErrorMessage` where the editor or the shell cannot be started.
  func replaceProcess() throws -> Never {
    try check()
    // What this process ignores, its successor would ignore too.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGINT, SIG_DFL)
    var pointers = words.map { strdup($0) } + [nil]
    execv(words[0], &pointers)
    throw ErrorMessage("the editor cannot be started", at: String(cString: strerror(errno)))
  }

  /// Runs the editor on a terminal, and waits for its end.
  ///
  /// - Returns: Its exit status, as a shell counts.
  /// - Throws: `ErrorMessage` where the editor or the shell cannot be started.
  func run(on terminal: Int32) throws -> Int32 {
    try check()
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var status: Int32 = 0
    guard terminal_run(&pointers, terminal, &status) == 0 else {
      throw ErrorMessage("the editor cannot be started", at: String(cString: strerror(errno)))
    }
    // A signal stands in the low bits, a status above them.
    let number = status & 0x7F
    return number == 0 ? (status >> 8) & 0xFF : 128 + number
  }

  /// As git does it: the shell takes the command apart, and sees the path only as an argument.
  private var words: [String] {
    ["/bin/sh", "-c", command + " \"$@\"", command] + arguments
  }

  private func check() throws {
    guard let missing = missingProgram else { return }
    throw ErrorMessage(
      "the editor cannot be started", at: "there is no program \(missing)",
      remedy: "set VISUAL or EDITOR, for example EDITOR=vi")
  }

  /// The program that the command names, where there is none of that name. What only a shell can take
  /// apart is left to it.
  var missingProgram: String? {
    guard let word = command.split(whereSeparator: \.isWhitespace).first,
      word.allSatisfy({ $0.isLetter || $0.isNumber || "/._-+@:,".contains($0) })
    else { return nil }
    let program = String(word)
    let places =
      program.contains("/")
      ? [program] : searchPath.split(separator: ":").map { "\($0)/\(program)" }
    let isThere = places.contains { FileTest.isFile($0) && access($0, X_OK) == 0 }
    return isThere ? nil : program
  }
}
