/// Something about an import that its user should know, though it succeeded.
public enum ImportRemark: Sendable, Hashable {
  /// Posts that the options leave out.
  case leftOut(retweets: Int, replies: Int)
  /// Posts of an archive that are in the knowledge base already.
  case knownPosts(count: Int)
  /// Posts of an archive that were left out, since nobody can say when they were written.
  case postsWithoutTime(count: Int)
  /// Pages of a PDF without text, from 1.
  case pagesWithoutText([Int])
  /// Lines at the head or foot of most pages of a PDF, each once, and how many numbers of pages were
  /// left out.
  case runningHeads([String], pageNumbers: Int)
  /// The source's own front matter could not be completed and stays as it is.
  case frontMatterKept(reason: String)
  /// The source is not UTF-8 and names no encoding, or `declared`, in which it cannot be read; this one
  /// was assumed.
  case assumedEncoding(String, declared: String? = nil)
  /// Subtitles without readable times.
  case cuesWithoutTimes(count: Int)
  /// The file lies where the knowledge base's own rules leave it out of the index.
  case ignored(path: String)
}
