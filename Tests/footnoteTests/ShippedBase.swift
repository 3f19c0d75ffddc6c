import Foundation

/// The knowledge base that ships, with an index of words in a temporary folder.
struct ShippedBase {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL
  let folder: TemporaryFolder
  let tool: Tool

  init() throws {
    folder = try TemporaryFolder()
    var tool = Tool(folder: Self.root)
    tool.environment = ["HOME": folder.url.path]
    self.tool = tool
  }

  func run(_ arguments: String...) throws -> Tool.Result {
    let index = folder.url.appendingPathComponent("index").path
    return try tool.run(arguments + ["--index", index])
  }
}
