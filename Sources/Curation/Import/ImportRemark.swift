/// Something about an import that its user should know, though it succeeded.
public enum ImportRemark: Sendable, Hashable {
  /// Posts that the options leave out.
  case leftOut(retweets: Int, replies: Int)
  /// Posts of an archive that are in the knowledge base already.
  case knownPosts(count: Int)
  /// Pages of a PDF without text, from 1.
  case pagesWithoutText([Int])
  /// The source's own front matter could not be completed and stays as it is.
  case frontMatterKept(reason: String)
  /// The source names no encoding and is not UTF-8; this one was assumed.
  case assumedEncoding(String)
  /// Subtitles without readable times.
  case cuesWithoutTimes(count: Int)
  /// The file lies where the knowledge base's own rules leave it out of the index.
  case ignored(path: String)
}
