import Foundation

/// Runs the binary as a user who may not write to what the tests make.
struct OtherUser {
  private let tool: Tool
  private let home: TemporaryFolder
  private let binary: String

  /// `nil` where this user is not the superuser, who alone can become another, or there is no `setpriv`.
  init?(_ tool: Tool) throws {
    guard getuid() == 0, try tool.shell("command -v setpriv").status == 0 else { return nil }
    self.tool = tool
    home = try TemporaryFolder()
    chmod(home.url.path, 0o777)
    // The build may lie in a folder that only the superuser enters.
    let copy = home.url.appendingPathComponent("footnote")
    try FileManager.default.copyItem(at: Tool.binary, to: copy)
    binary = copy.path
    chmod(binary, 0o755)
  }

  func run(_ arguments: String) throws -> Tool.Result {
    try tool.shell(
      "HOME='\(home.url.path)' setpriv --reuid=65534 --regid=65534 --clear-groups "
        + "'\(binary)' \(arguments)")
  }

  /// Whether an index was made in the user's own cache.
  var hasCache: Bool { home.exists(".cache/footnote") }
}
