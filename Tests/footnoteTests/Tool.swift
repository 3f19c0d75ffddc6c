import Foundation

/// Runs the built binary.
struct Tool {
  /// What a run left.
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// Lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    /// Standard output as JSON; empty where it is none.
    var object: [String: Any] { Self.object(output) }
    /// Standard output as JSON lines.
    var objects: [[String: Any]] { output.split(separator: "\n").map { Self.object(String($0)) } }

    static func object(_ text: String) -> [String: Any] {
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      return value as? [String: Any] ?? [:]
    }
  }

  var folder: URL
  /// Without a model unless a test asks for it: nothing then depends on what is installed.
  var hasModel = false
  var environment: [String: String] = [:]

  /// What would make output depend on where tests run.
  private static let unwanted = [
    "FOOTNOTE_MODEL", "NO_COLOR", "VISUAL", "EDITOR", "FORCE_HYPERLINK", "NO_HYPERLINK", "TMUX",
    "STY", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID",
    "DOMTERM", "WEZTERM_PANE", "SSH_CONNECTION", "SSH_TTY",
  ]

  /// The binary beside the test bundle.
  static var binary: URL {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("footnote")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder.deleteLastPathComponent()
      }
      throw ToolError.noBinary
    }
  }

  /// A process that is ready to start.
  func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in Self.unwanted { variables[name] = nil }
    if !hasModel {
      variables["HOME"] = folder.appendingPathComponent("home").path
      variables["XDG_DATA_HOME"] = nil
    }
    process.environment = variables.merging(environment) { $1 }
    return process
  }

  /// Runs to the end. Output goes through files, so that no pipe can fill up.
  func run(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String? = nil) throws -> Result {
    let process = try process(arguments)
    let files = try TemporaryFolder()
    let output = try files.handle("output")
    let errors = try files.handle("errors")
    process.standardOutput = output
    process.standardError = errors
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: files.write("input", input))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try files.read("output"),
      errors: try files.read("errors"))
  }

  /// Runs a line of shell in which `footnote` is the binary.
  func shell(_ line: String) throws -> Result {
    let process = try process([])
    let binary = try Self.binary.path
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "footnote() { '\(binary)' \"$@\"; }; " + line]
    let files = try TemporaryFolder()
    process.standardOutput = try files.handle("output")
    process.standardError = try files.handle("errors")
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try files.read("output"),
      errors: try files.read("errors"))
  }
}

enum ToolError: Error {
  case noBinary
}
