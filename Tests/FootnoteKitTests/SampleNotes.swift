import FootnoteKit
import Foundation

/// A small knowledge base in a temporary folder, without a model whatever is installed; removed with the
/// last reference.
final class SampleNotes: Sendable {
  let folder: URL
  var path: String { folder.path }

  init(_ files: [String: String] = SampleNotes.files, named name: String = "notes") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func session() throws -> Session {
    try Session(
      SessionOptions(
        root: path, workingDirectory: path, environment: ["HOME": path, "FOOTNOTE_MODEL": "none"]))
  }

  func knowledge(refreshes: Bool = true) throws -> Knowledge {
    Knowledge(opening: [try session()], refreshes: refreshes)
  }

  static let files = [
    "raw/2025/7.6.md": """
    Bacterial code is small, modular and self-contained, so that anyone can copy it.

    On 6 July 2025 the genome of bacteria showed how to write code that others want to take.

    """,
    "raw/2025/10.1.md": "We are summoning ghosts, not building animals.\n",
    "raw/2024/same.md": "One thing.\n",
    "raw/2023/same.md": "Another thing.\n",
    "raw/talk/transcript.md": """
    ---
    title: Software is changing
    url: https://www.youtube.com/watch?v=abc
    date: 2025-06-19
    ---

    Large language models are a new kind of computer. [00:00:48 → 00:01:06]

    """,
    "wiki/concepts/bacterial-code.md": """
    ---
    title: Bacterial code
    type: concept
    sources: [2025/7.6.md, 2025/nowhere.md, same.md]
    tags: [software, style]
    ---

    # Bacterial code

    Bacterial code is small, modular and self-contained, so that anyone can copy it. See [[ghosts]] and
    [[nowhere]]. A [broken citation](../../raw/2025/10.1.md#L900).

    """,
    "wiki/concepts/ghosts.md": """
    ---
    title: Ghosts
    type: concept
    sources: [2025/10.1.md]
    ---

    # Ghosts

    Ghosts are imitations of people, unlike animals. See [[bacterial-code]].

    """,
  ]
}
