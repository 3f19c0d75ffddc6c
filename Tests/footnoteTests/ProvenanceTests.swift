import Foundation
import Testing

/// From what a page says to the sources that say it.
struct ProvenanceTests {
  private let page = """
    ---
    title: Copying
    type: concept
    sources: [2025/7.6.md]
    ---

    # Copying

    Bacteria copy and paste their genes ([6 July](../../raw/2025/7.6.md#L3)). Code was first sold in 1837.

    The computer is programmed in English ([talk](../../raw/talk/transcript.md#L9)).

    Nothing stands there ([6 July](../../raw/2025/7.6.md#L99)).

    ## Related

    - [[ghosts]], who are said to be imitations of people
    """

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write("wiki/concepts/copying.md", page)
    try base.folder.write(
      "wiki/sources/posts.md",
      """
      ---
      title: Posts of July
      type: source-summary
      sources: [2025/7.6.md]
      ---

      # Posts of July

      Bacteria copy and paste genes, and so should code.
      """)
    return base
  }

  private func statements(_ base: SampleBase, _ target: String...) throws -> [[String: Any]] {
    let result = try base.tool.run(["provenance", "--format", "json"] + target)
    return try #require(result.object["statements"] as? [[String: Any]], "\(result.errors)")
  }

  private func hits(_ statement: [String: Any], _ key: String = "sources") -> [[String: Any]] {
    (statement[key] as? [[String: Any]] ?? []).compactMap { $0["hit"] as? [String: Any] }
  }

  @Test func linkedPassagesAreFoundAndNamed() throws {
    let found = try statements(base(), "wiki/concepts/copying.md")
    #expect(found.count == 4)
    #expect(found[0]["text"] as? String == "Bacteria copy and paste their genes.")
    #expect(hits(found[0]).first?["path"] as? String == "raw/2025/7.6.md")
    let first = try #require((found[0]["sources"] as? [[String: Any]])?.first)
    #expect(first["evidence"] as? [String] == ["linked", "declared"])
    #expect(found[0]["supported"] as? Bool == true)
    #expect(hits(found[0], "summaries").first?["path"] as? String == "wiki/sources/posts.md")
    #expect(hits(found[2]).first?["start"] as? Double == 48)
    #expect((hits(found[2]).first?["url"] as? String)?.hasSuffix("t=48s") == true)
  }

  @Test func whatNoSourceSaysIsMarked() throws {
    let base = try base()
    let found = try statements(base, "copying")
    #expect(found.map { $0["supported"] as? Bool } == [true, false, true, false])
    #expect(found[3]["broken"] as? [String] == ["raw/2025/7.6.md:99"])
    let text = try base.tool.run("provenance", "--unsupported", "copying").output
    #expect(text.contains("2 without support"))
    #expect(text.contains("sold in 1837") && !text.contains("paste their genes"))
    #expect(text.contains("raw/2025/7.6.md:99, which holds no text"))
  }

  @Test func oneLine() throws {
    let base = try base()
    #expect(try statements(base, "wiki/concepts/copying.md:11").count == 1)
    #expect(try statements(base, "copying:9").count == 2)
    let none = try base.tool.run("provenance", "wiki/concepts/copying.md:1")
    #expect(none.status == 1)
    #expect(none.errors.contains("line 1 of wiki/concepts/copying.md states nothing"))
  }

  @Test func noPage() throws {
    let base = try base()
    let result = try base.tool.run("provenance", "nothing of the kind")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.last?.contains("no page nothing of the kind") == true)
  }

  @Test func fullySupportedPagesHaveNothingUnsupported() throws {
    let base = try base()
    try base.folder.write(
      "wiki/concepts/short.md",
      "---\ntitle: Short\nsources: [2025/7.6.md]\n---\n\nBacterial code is small and modular.\n")
    let result = try base.tool.run("provenance", "--unsupported", "short")
    #expect(result.status == 1)
    #expect(result.output.contains("1 statement"))
  }
}
