import Foundation
import Testing

/// Code in articles and in the README is code that is compiled and run: each block equals a part of a file in
/// `Samples`, marked with `// snippet: NAME` and `// end`.
@Suite struct ArticleTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  private func files(_ folder: String, _ suffix: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasSuffix(suffix) }
  }

  /// The lines without the indentation that all of them have.
  private func unindented(_ lines: [Substring]) -> String {
    let depth = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.dropFirst(depth) }.joined(separator: "\n")
  }

  private func snippets() throws -> [String: String] {
    var found: [String: String] = [:]
    for file in try files("Tests/FootnoteKitTests/Samples", ".swift") {
      var name: String?
      var lines: [Substring] = []
      for line in try text(file).split(separator: "\n", omittingEmptySubsequences: false) {
        let words = line.drop { $0 == " " }
        if words.hasPrefix("// snippet: ") {
          name = String(words.dropFirst("// snippet: ".count))
          lines = []
        } else if words == "// end", let known = name {
          #expect(found[known] == nil, "\(known) is there twice")
          found[known] = unindented(lines)
          name = nil
        } else {
          lines.append(line)
        }
      }
    }
    return found
  }

  /// The Swift code of a page, block by block; what goes into a manifest begins with its name.
  private func blocks(_ page: String) -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        if line == "```" {
          blocks.append(lines.joined(separator: "\n"))
          block = nil
        } else {
          block = lines + [line]
        }
      } else if line == "```swift" {
        block = []
      }
    }
    return blocks
  }

  @Test func codeInArticlesIsTested() throws {
    let known = try snippets()
    var unused = Set(known.keys)
    let articles = try files("Sources/FootnoteKit/FootnoteKit.docc", ".md")
    #expect(articles.count >= 7)
    for article in articles + [root.appendingPathComponent("README.md")] {
      for block in blocks(try text(article)) where !block.hasPrefix("// Package.swift") {
        let name = known.first { $0.value == block }?.key
        #expect(name != nil, "\(article.lastPathComponent): no sample has this code:\n\(block)")
        if let name { unused.remove(name) }
      }
    }
    #expect(unused.isEmpty, "no article shows \(unused.sorted())")
  }

  @Test func manifestsNameTheProduct() throws {
    let manifest = try text(root.appendingPathComponent("Package.swift"))
    #expect(manifest.contains(".library(name: \"FootnoteKit\""))
    for page in ["README.md", "Sources/FootnoteKit/FootnoteKit.docc/GettingStarted.md"] {
      let block = blocks(try text(root.appendingPathComponent(page)))
        .first { $0.hasPrefix("// Package.swift") }
      #expect(block?.contains(".product(name: \"FootnoteKit\", package: \"footnote\")") == true)
    }
  }
}
