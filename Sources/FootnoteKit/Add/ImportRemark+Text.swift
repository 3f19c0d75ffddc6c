extension ImportRemark {
  /// One line for people.
  public var text: String {
    switch self {
    case .leftOut(let retweets, let replies):
      let parts = [
        retweets == 0 ? nil : "\(Self.count(retweets, "retweet")) (--retweets takes them in)",
        replies == 0 ? nil : "\(Self.counted(replies)) to others (--replies takes them in)",
      ]
      return "left out " + parts.compactMap { $0 }.joined(separator: " and ")
    case .knownPosts(let count): return "\(Self.count(count, "post")) there already"
    case .postsWithoutTime(let count):
      return "left out \(Self.count(count, "post")) without a readable time"
    case .pagesWithoutText(let pages):
      let listed = pages.prefix(8).map(String.init).joined(separator: ", ")
      let more = pages.count > 8 ? " and \(pages.count - 8) more" : ""
      return "no text on \(pages.count == 1 ? "page" : "pages") \(listed)\(more)"
    case .runningHeads(let lines, let numbers):
      let shown =
        lines.prefix(4).map { "“\($0)”" }
        + (lines.count > 4 ? [Self.count(lines.count - 4, "other line")] : [])
        + (numbers > 0 ? [Self.count(numbers, "page number")] : [])
      return "left out at the ends of pages: \(shown.joined(separator: ", "))"
    case .frontMatterKept(let reason): return "its front matter stays as it is: \(reason)"
    case .assumedEncoding(let encoding, nil):
      return "names no encoding and is read as \(encoding)"
    case .assumedEncoding(let encoding, let declared?):
      return "cannot be read in the encoding that it names, \(declared), and is read as \(encoding)"
    case .cuesWithoutTimes(let count):
      return "left out \(Self.count(count, "line")) of subtitles without readable times"
    case .ignored: return "is written, but 'ignore' or .gitignore leaves it out of the index"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func counted(_ replies: Int) -> String {
    replies == 1 ? "1 reply" : "\(replies) replies"
  }
}
