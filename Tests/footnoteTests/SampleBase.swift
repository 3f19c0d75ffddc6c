import Foundation

/// A small knowledge base in the layout that Footnote knows.
struct SampleBase {
  let folder: TemporaryFolder
  var tool: Tool

  /// - Parameter extra: Number of further posts, to have something to work on.
  init(extra: Int = 0, hasModel: Bool = false) throws {
    folder = try TemporaryFolder()
    tool = Tool(folder: folder.url, hasModel: hasModel)
    for (path, text) in Self.files { try folder.write(path, text) }
    for number in 0..<extra {
      let words = (0..<120).map { "word\((number * 7 + $0) % 997)" }.joined(separator: " ")
      try folder.write("raw/2024/post-\(number).md", "Post \(number) says this: \(words).\n")
    }
  }

  /// A knowledge base whose tool has a model; `nil` where none is installed, which is said.
  static func withModel(extra: Int = 0) throws -> SampleBase? {
    let base = try SampleBase(extra: extra, hasModel: true)
    let doctor = try base.tool.run("doctor", "--format", "json").object
    let checks = doctor["checks"] as? [[String: Any]] ?? []
    let model = checks.first { $0["name"] as? String == "model" }
    if model?["state"] as? String == "ok" { return base }
    print("skipped: no model is installed (make model installs it)")
    return nil
  }

  private static let files = [
    "raw/2025/7.6.md": """
    Bacterial code is small, modular and self-contained, so that anyone can copy it.

    The genome of bacteria shows how to write code that others want to take: horizontal gene \
    transfer is copy and paste.

    """,
    "raw/2025/10.1.md": """
    We are summoning ghosts, not building animals. A ghost imitates people; an animal evolved.

    """,
    "raw/talk/transcript.md": """
    ---
    title: Software is changing
    url: https://www.youtube.com/watch?v=abc
    date: 2025-06-19
    ---

    Large language models are a new kind of computer. [00:00:48 → 00:01:06]

    We program this computer in English, which is remarkable. [00:01:06 → 00:02:00]

    """,
    "wiki/concepts/bacterial-code.md": """
    ---
    title: Bacterial code
    type: concept
    sources: [2025/7.6.md, 2025/nowhere.md]
    tags: [software, style]
    ---

    # Bacterial code

    Code written like the genome of bacteria. See [[ghosts]].

    ## Properties

    It is small, modular and easy to copy into another project.

    """,
    "wiki/concepts/ghosts.md": """
    ---
    title: Ghosts
    type: concept
    sources: [2025/10.1.md]
    ---

    # Ghosts

    Ghosts are imitations of people, unlike animals, which evolution made.

    """,
  ]
}
