import Corpus
import Testing

/// What `.gitignore` and `ignore:` leave out. The expectations are those of git.
@Suite struct IgnoreTests {
  /// The files that are left of `files` under the rules of some `.gitignore` files.
  private func kept(_ files: [String], _ rules: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file) }
    for (path, text) in rules { try folder.write(path, text) }
    return try CorpusReader(KnowledgeBase(root: folder.path)).walk().files.map(\.path)
  }

  @Test(arguments: [
    ("b.md", ["a.md", "x/y/z.md"]), ("/b.md", ["a.md", "x/b.md", "x/y/z.md"]),
    ("x/b.md", ["a.md", "b.md", "x/y/z.md"]), ("y/", ["a.md", "b.md", "x/b.md"]),
    ("b.md/", ["a.md", "b.md", "x/b.md", "x/y/z.md"]), ("x", ["a.md", "b.md"]),
    ("*.md\n!a.md", ["a.md"]), ("x/\n!x/b.md", ["a.md", "b.md"]),
    ("x/*\n!x/b.md", ["a.md", "b.md", "x/b.md"]), ("**/z.md", ["a.md", "b.md", "x/b.md"]),
    ("x/**", ["a.md", "b.md"]), ("x/**/z.md", ["a.md", "b.md", "x/b.md"]),
    ("x/**/b.md", ["a.md", "b.md", "x/y/z.md"]),
    ("# b.md\n\n", ["a.md", "b.md", "x/b.md", "x/y/z.md"]),
    ("[ab].md", ["x/y/z.md"]), ("[!a].md", ["a.md"]), ("?.md  ", []), ("*", []),
    ("/*\n!/x", ["x/b.md", "x/y/z.md"]), ("B.MD", ["a.md", "b.md", "x/b.md", "x/y/z.md"]),
    ("x*z.md", ["a.md", "b.md", "x/b.md", "x/y/z.md"]),
    ("[a", ["a.md", "b.md", "x/b.md", "x/y/z.md"]),
    ("\u{FEFF}b.md", ["a.md", "x/y/z.md"]), ("b.md\r\n", ["a.md", "x/y/z.md"]),
  ])
  func rulesOfOneFile(rules: String, expected: [String]) throws {
    let files = ["a.md", "b.md", "x/b.md", "x/y/z.md"]
    #expect(try kept(files, [".gitignore": rules]) == expected)
  }

  @Test func escapes() throws {
    let files = ["#a.md", "!b.md", "c .md", "d*.md", "dd.md"]
    let rules = "\\#a.md\n\\!b.md\nc\\ .md\nd\\*.md\n"
    #expect(try kept(files, [".gitignore": rules]) == ["dd.md"])
  }

  @Test func innerFilesDecide() throws {
    let files = ["a/x.md", "a/b/x.md", "a/b/y.md", "c/x.md"]
    let rules = [".gitignore": "x.md\n", "a/b/.gitignore": "!x.md\n/y.md\n"]
    #expect(try kept(files, rules) == ["a/b/x.md"])
  }

  @Test func rulesAboveALayerHoldInIt() throws {
    let folder = try TemporaryFolder()
    for file in ["raw/a.md", "raw/drafts/b.md", "wiki/c.md", "wiki/d.tmp.md", "wiki/old/e.md"] {
      try folder.write(file)
    }
    try folder.write(".gitignore", "/raw/drafts\n")
    try folder.write("footnote.yml", "ignore: ['*.tmp.md', 'wiki/old/']\n")
    let files = try CorpusReader(KnowledgeBase(root: folder.path)).walk().files.map(\.path)
    #expect(files == ["raw/a.md", "wiki/c.md"])
  }

  @Test func patternsAreNeverExponential() throws {
    let name = String(repeating: "a", count: 200) + ".md"
    let pattern = String(repeating: "*a", count: 100) + "b"
    #expect(try kept([name], [".gitignore": pattern]) == [name])
    let folders = String(repeating: "a/", count: 60) + "x.md"
    let deep = String(repeating: "**/a/", count: 40) + "b"
    #expect(try kept([folders], [".gitignore": deep]) == [folders])
  }
}
