/// Joins replies to oneself to the post that they continue, and leaves out what the options leave out.
struct PostThreads {
  /// Each with its continuations, in order of time.
  private(set) var threads: [[Post]] = []
  private(set) var retweets = 0
  private(set) var replies = 0

  private let byIdentifier: [String: Post]
  private let owner: String?

  init(_ archive: PostArchive, options: ImportOptions) {
    byIdentifier = Dictionary(
      archive.posts.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    owner = archive.account?.identifier
    var places: [String: Int] = [:]
    for post in archive.posts {
      if post.isRetweet, !options.keepsRetweets {
        retweets += 1
        continue
      }
      let root = root(of: post)
      if isReply(root), !options.keepsReplies {
        replies += 1
        continue
      }
      if let place = places[root.identifier] {
        threads[place].append(post)
      } else {
        places[root.identifier] = threads.count
        threads.append([post])
      }
    }
  }

  /// The first of the posts of one's own that lead to this one.
  private func root(of post: Post) -> Post {
    var current = post
    var seen: Set<String> = [post.identifier]
    while let parent = current.replyTo.flatMap({ byIdentifier[$0] }), !parent.isRetweet,
      seen.insert(parent.identifier).inserted
    {
      current = parent
    }
    return current
  }

  /// Whether a post answers somebody else. An answer to a post of one's own that is not there any more is
  /// none.
  private func isReply(_ post: Post) -> Bool {
    guard post.replyTo != nil || post.replyToUser != nil else { return false }
    if let replied = post.replyTo, byIdentifier[replied] != nil { return false }
    guard let owner, let user = post.replyToUser else { return true }
    return user != owner
  }
}
