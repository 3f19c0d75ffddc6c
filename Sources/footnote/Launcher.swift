import ArgumentParser
import FootnoteKit
import Foundation

/// Runs the command that the arguments name, and turns whatever happens into an exit status and at most
/// one line.
enum Launcher {
  static func launch() -> Never {
    StandardStreams.reserve()
    // A reader that goes away shows as an error of write(2), which ends the output quietly.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Footnote.parseAsRoot()
      try command.run()
      end(ExitStatus.found.rawValue)
    } catch {
      end(status(for: error))
    }
  }

  /// Ends the process as it is. A server that was told to stop may have threads that still work, and what
  /// libraries clean up in `exit` would be taken from them while they use it.
  private static func end(_ status: Int32) -> Never {
    fflush(nil)
    _exit(status)
  }

  private static func status(for error: any Error) -> Int32 {
    switch error {
    case let status as ExitStatus:
      return status.rawValue
    case OutputError.closed:
      return ExitStatus.found.rawValue
    case OutputError.failed(let reason):
      complain("the results cannot be written: stdout: \(reason)")
      return ExitStatus.error.rawValue
    default:
      break
    }
    let code = Footnote.exitCode(for: error)
    if code.isSuccess {
      // Help, version and completion scripts.
      return write(Footnote.fullMessage(for: error))
    }
    complain(code == .validationFailure ? usage(error) : ErrorMessage(error).description)
    return ExitStatus.error.rawValue
  }

  private static func write(_ text: String) -> Int32 {
    let output = BufferedOutput()
    do {
      try output.line(text)
      try output.flush()
      return ExitStatus.found.rawValue
    } catch {
      return status(for: error)
    }
  }

  /// What is wrong with the arguments, and where help is.
  private static func usage(_ error: any Error) -> String {
    let message = Footnote.message(for: error).split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    let help = Footnote.fullMessage(for: error).split(whereSeparator: \.isNewline).last
      .flatMap { $0.split(separator: "'").first { $0.hasSuffix("--help") } }
    return "\(message.hasSuffix(".") ? String(message.dropLast()) : message); see "
      + (help ?? "footnote --help")
  }

  private static func complain(_ line: String) {
    StandardError().line("footnote: " + line)
  }
}
