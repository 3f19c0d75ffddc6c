public import Corpus

/// What one file says, without its text.
public struct SnapshotPage: Sendable {
  /// Title, date, tags and so on.
  public let document: Document
  /// In the order of the text.
  public let links: [Link]
  /// What could not be taken as written.
  public let issues: [DocumentIssue]
  /// In the order of the text.
  public let headings: [Heading]
  /// Names of blocks (`^name`).
  public let blockIDs: Set<String>
  /// The first paragraph as plain text.
  public let opening: String
  /// Number of lines of the file.
  public let lineCount: Int
  let frontMatter: FrontMatter
  /// Lines, from 1, that show nothing.
  let blankLines: Set<Int>

  init(_ parsed: ParsedDocument, bytes: [UInt8]) {
    document = parsed.document
    links = parsed.links
    issues = parsed.issues
    headings = parsed.headings
    blockIDs = Set(parsed.blockIDs.keys)
    opening = parsed.opening
    frontMatter = parsed.frontMatter
    let lines = LineTable(bytes)
    lineCount = lines.count
    blankLines = Set(
      stride(from: 1, through: lines.count, by: 1).filter { line in
        bytes[lines.content(of: line)].allSatisfy { $0 <= 0x20 }
      })
  }

  /// The entry of the front matter with this key, upper and lower case alike.
  func entry(_ key: String) -> FrontMatterEntry? {
    frontMatter.entries.first { $0.key.lowercased() == key }
  }

  /// What an entry of the front matter says as text; lists are joined with commas.
  func text(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    let text = TitleMaker.collapsed(FrontMatterLists.flat(entry.value).joined(separator: ", "))
    return text.isEmpty ? nil : text
  }
}
