import Corpus

/// All posts of an archive, with the long texts put in.
struct PostArchive {
  private(set) var posts: [Post] = []
  private(set) var account: ArchivedAccount?
  /// Posts that were left out, since their time cannot be read.
  private(set) var undated = 0

  /// A note and its post are stored in the same second.
  private static let noteMargin = 5
  /// So many characters of a note must agree with its post.
  private static let notePrefix = 60

  private struct Note {
    let time: PostTime
    let note: ArchivedNote
    /// The beginning without white space and links.
    let beginning: String
  }

  /// Reads the files of an archive one by one; none of them is in memory as a whole.
  /// - Throws: `ImportError`.
  init(_ files: PostArchiveFiles) throws(ImportError) {
    if let path = files.account {
      var found: ArchivedAccount?
      try ArchiveFile.read(path, as: ArchivedAccount.self, of: "accounts") { found = $0 }
      account = found
    }
    var notes: [CalendarDate: [Note]] = [:]
    for path in files.notes {
      try ArchiveFile.read(path, as: ArchivedNote.self, of: "notes") { note in
        guard let time = PostTime(note.createdAt) else { return }
        let beginning = Self.beginning(note.core.text)
        notes[time.date, default: []].append(
          Note(time: time, note: note, beginning: beginning))
      }
    }
    var seen: Set<String> = []
    var undated: Set<String> = []
    var all: [Post] = []
    for path in files.posts {
      try ArchiveFile.read(path, as: ArchivedPost.self, of: "posts") {
        (archived: ArchivedPost) throws(ImportError) in
        guard var post = Post(archived) else {
          undated.insert(archived.identifier)
          return
        }
        guard seen.insert(post.identifier).inserted else { return }
        if let note = Self.note(of: archived, post, among: notes[post.time.date] ?? []) {
          let media = archived.extendedEntities?.media ?? archived.entities?.media ?? []
          post.text = PostText.text(of: note, media: media)
        }
        all.append(post)
      }
    }
    self.undated = undated.count
    posts = all.sorted {
      ($0.time, $0.identifier.count, $0.identifier) < ($1.time, $1.identifier.count, $1.identifier)
    }
  }

  /// The note whose beginning a post shows.
  private static func note(of archived: ArchivedPost, _ post: Post, among notes: [Note])
    -> ArchivedNote?
  {
    let beginning = beginning(archived.fullText)
    guard !beginning.isEmpty else { return nil }
    return notes.first { note in
      note.time.isNear(post.time, seconds: noteMargin)
        && (note.beginning.hasPrefix(beginning) || beginning.hasPrefix(note.beginning))
    }?.note
  }

  private static func beginning(_ text: String) -> String {
    let words = PostText.decoded(text).split(whereSeparator: \.isWhitespace)
    let plain = words.prefix { !$0.hasPrefix("https://t.co/") && !$0.hasPrefix("http") }
      .joined().prefix(notePrefix)
    return plain.hasSuffix("…") ? String(plain.dropLast()) : String(plain)
  }
}
