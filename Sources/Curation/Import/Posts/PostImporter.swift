import Corpus

/// The posts of an X archive as one file a day, posts divided by rules, each with its address.
///
/// Days are those of UTC, as the archive has them; a thread stands on the day on which it began.
struct PostImporter {
  /// Files that hold a day's posts, and what there is to say.
  struct Result {
    var materials: [Material] = []
    /// Files that have posts of the archive already.
    var known: [String] = []
    var remarks: [ImportRemark] = []
  }

  private let options: ImportOptions
  private let account: ArchivedAccount?

  /// - Parameters:
  ///   - path: a folder that holds `tweets.js`, or a file of posts.
  ///   - known: the file that has the post with an identifier.
  /// - Throws: `ImportError.noPosts`, `.postsWithoutTime` and what reading throws.
  static func read(
    _ path: String, options: ImportOptions, known: (String) -> String?
  ) throws(ImportError) -> Result {
    if options.title != nil { throw .optionForMany(option: "--title") }
    if options.url != nil { throw .optionForMany(option: "--url") }
    if options.date != nil { throw .optionForMany(option: "--date") }
    let files = PostArchiveFiles(path)
    let archive = try PostArchive(files)
    let threads = PostThreads(archive, options: options)
    guard !threads.threads.isEmpty else {
      if archive.undated > 0, archive.posts.isEmpty {
        throw .postsWithoutTime(count: archive.undated)
      }
      throw .noPosts(retweets: threads.retweets, replies: threads.replies)
    }
    let importer = PostImporter(options: options, account: archive.account)
    var result = importer.days(threads.threads, known: known)
    if threads.retweets + threads.replies > 0 {
      result.remarks.append(.leftOut(retweets: threads.retweets, replies: threads.replies))
    }
    if archive.undated > 0 {
      result.remarks.append(.postsWithoutTime(count: archive.undated))
    }
    let file = files.posts.first.map { FilePath.name(of: $0) }
    for index in result.materials.indices { result.materials[index].file = file }
    return result
  }

  private func days(_ threads: [[Post]], known: (String) -> String?) -> Result {
    var result = Result()
    var days: [(date: CalendarDate, threads: [[Post]])] = []
    var count = 0
    for thread in threads {
      let date = thread[0].time.date
      let new = thread.filter { post in
        guard let path = known(post.identifier) else { return true }
        count += 1
        if !result.known.contains(path) { result.known.append(path) }
        return false
      }
      guard !new.isEmpty else { continue }
      if days.last?.date == date {
        days[days.count - 1].threads.append(new)
      } else {
        days.append((date, [new]))
      }
    }
    result.materials = days.map { material($0.threads, of: $0.date) }
    if count > 0, !result.materials.isEmpty { result.remarks.append(.knownPosts(count: count)) }
    return result
  }

  private func material(_ threads: [[Post]], of date: CalendarDate) -> Material {
    let body = threads.map(text).joined(separator: "\n\n---\n\n")
    var material = Material(form: .posts, type: "post", body: body)
    material.date = date
    material.author = account?.displayName ?? account?.username
    material.language = language(threads.joined())
    material.posts = threads.joined().map(\.identifier)
    if threads.count == 1 {
      material.url = address(threads[0][0].identifier)
      material.title = title(threads[0][0]) ?? "Post of \(date)"
    } else {
      material.title = "Posts of \(date)"
    }
    return material
  }

  /// The beginning of what a post says, without addresses and links; `nil` where nothing is left.
  private func title(_ post: Post) -> String? {
    let words = post.text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("[") }
      .joined(separator: " ").split(separator: " ").filter { !$0.hasPrefix("http") }
    let text = TitleMaker.beginning(of: words.joined(separator: " "))
    return text.isEmpty ? nil : text
  }

  /// A thread as paragraphs, and the address of its first post.
  private func text(of thread: [Post]) -> String {
    var parts = thread.map(\.text)
    if let name = thread[0].replyToName, let replied = thread[0].replyTo,
      thread[0].replyToUser != account?.identifier
    {
      parts.insert("Reply to [@\(name)](https://x.com/\(name)/status/\(replied)):", at: 0)
    }
    parts.append("<\(address(thread[0].identifier))>")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func address(_ identifier: String) -> String {
    "https://x.com/\(account?.username ?? "i")/status/\(identifier)"
  }

  /// The language of most posts; X writes `und` and the like where it knows none.
  private func language(_ posts: some Sequence<Post>) -> String? {
    var counts: [String: Int] = [:]
    for language in posts.compactMap(\.language) where language.count == 2 || language.contains("-")
    {
      counts[language, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
