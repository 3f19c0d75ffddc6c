import Foundation

/// Runs the binary as a job on a pseudo-terminal, presses keys, and looks at what the terminal shows.
/// Python does it, since only a process between may own the terminal (Fixtures/pty-session.py).
struct PseudoTerminal {
  /// What was seen.
  struct Result {
    /// What the terminal looked like at each step `screen`.
    struct Screen: Decodable {
      var lines: [String]
      var cursor: [Int]
      /// Private modes by number: 1049 the alternate screen, 25 the cursor, 7 wrapping, 2004 pasting.
      var modes: [String: Bool]
      /// Commands for the terminal itself (OSC).
      var titles: [String]

      var text: String { lines.joined(separator: "\n") }
    }

    var screens: [Screen]
    /// Negative for a signal.
    var status: Int?
    /// The step that did not come true.
    var failed: String?
    /// Whether the terminal is as it was: its settings, its screen, its cursor.
    var isRestored: Bool
    var output: String
    var errors: String
    /// What the terminal showed in the end.
    var last: String
  }

  private struct Report: Decodable {
    var screens: [Result.Screen]
    var status: Int?
    var failed: String?
    var modes: [String: Bool]
    var last: [String]
  }

  private let tool: Tool
  var columns = 100
  var rows = 24
  /// Whether the job has a process group of its own, as a shell with job control gives it one.
  var hasOwnGroup = true
  var environment: [String: String] = [:]

  /// `nil` where there is no Python, which is said.
  init?(_ tool: Tool) throws {
    self.tool = tool
    guard try tool.shell("python3 -c 'import pty, termios'").status == 0 else {
      print("skipped: there is no python3")
      return nil
    }
  }

  /// - Parameter steps: As Fixtures/pty-session.py explains them.
  func run(_ arguments: [String], _ steps: [[Any]]) throws -> Result {
    let files = try TemporaryFolder()
    let folder = files.url.path
    let request: [String: Any] = [
      "arguments": [try Tool.binary.path] + arguments, "stdout": folder + "/stdout",
      "stderr": folder + "/stderr", "columns": columns, "rows": rows, "own_group": hasOwnGroup,
      "steps": steps,
    ]
    let data = try JSONSerialization.data(withJSONObject: request)
    try files.write("request.json", String(decoding: data, as: UTF8.self))
    let process = try tool.process([])
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/pty-session.py").path
    process.arguments = ["python3", script, folder + "/request.json"]
    process.environment?["TERM"] = "xterm-256color"
    process.environment?["NO_COLOR"] = "1"
    // A crash that is asked for needs no account of it.
    process.environment?["SWIFT_BACKTRACE"] = "enable=no"
    process.environment?["EDITOR_LOG"] = folder + "/editor.log"
    process.environment?.merge(environment) { $1 }
    process.standardOutput = try files.handle("report")
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try result(files)
  }

  private func result(_ files: TemporaryFolder) throws -> Result {
    let text = try files.read("report")
    let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    let object = Tool.Result.object(text)
    let (before, after) = (object["before"] as? NSArray, object["after"] as? NSArray)
    let isSame = before.map { before in
      after.map { before.isEqual(to: $0 as? [Any] ?? []) } ?? false
    }
    let modes = report.modes
    let isLeft = modes["1049"] == false && modes["25"] == true && modes["7"] == true
    return Result(
      screens: report.screens, status: report.status, failed: report.failed,
      isRestored: isSame == true && isLeft && modes["2004"] == false,
      output: try files.read("stdout"), errors: try files.read("stderr"),
      last: report.last.joined(separator: "\n"))
  }
}
