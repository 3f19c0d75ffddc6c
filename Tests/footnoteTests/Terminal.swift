import Foundation

/// Runs the binary on a terminal of its own, with `script` of util-linux.
struct Terminal {
  private let tool: Tool
  /// Columns of the terminal.
  var columns = 80

  /// `nil` where there is no such `script`, which is said.
  init?(_ tool: Tool) throws {
    self.tool = tool
    guard try tool.shell("script --version 2>/dev/null | grep -q util-linux").status == 0 else {
      print("skipped: there is no script of util-linux")
      return nil
    }
  }

  /// A process that runs `footnote LINE`; what the terminal shows goes to its standard output.
  func process(_ line: String, kind: String = "xterm") throws -> Process {
    let process = try tool.process([])
    let command = "stty cols \(columns) rows 40; exec '\(try Tool.binary.path)' \(line)"
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["script", "-qefc", command, "/dev/null"]
    process.environment?["TERM"] = kind
    process.environment?["SHELL"] = "/bin/sh"
    return process
  }

  /// What the terminal shows of `footnote LINE`, line breaks made plain.
  func run(_ line: String, kind: String = "xterm") throws -> String {
    let files = try TemporaryFolder()
    let process = try process(line, kind: kind)
    process.standardOutput = try files.handle("output")
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try files.read("output").replacing("\r\n", with: "\n")
  }
}
