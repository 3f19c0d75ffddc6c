import Corpus

/// The names that imported material may get, all relative to the chosen folder.
///
///     2025/7.6.md, 2025/7.6-2.md                             posts of a day
///     2025/7.6-title.md, 2025/7.6-title-2.md                 documents
///     youtube-transcript/channel/title/transcript.md         recordings that have an address
struct MaterialNaming {
  static let transcripts = "youtube-transcript"
  /// Nobody has so many files of one name.
  static let maximumNumber = 10_000

  private let folder: String
  /// The name that is tried first, where it differs from the others.
  private let first: String?
  private let stem: String
  /// The file's own name, where `stem` is that of its folder.
  private let fileName: String?

  init(_ form: Material.Form, _ fields: MaterialFields) {
    let slug = Slug.make(fields.title)
    let day = "\(fields.date.month).\(fields.date.day)"
    let isVideo = form == .transcript && fields.url.map(VideoHosts.contains) ?? false
    if isVideo {
      let channel = (fields.channel ?? fields.author).map(Slug.make) ?? "unknown-channel"
      folder = FilePath.join(Self.transcripts, channel)
      stem = slug
    } else {
      folder = String(fields.date.year)
      // A single post that comes to a day that has others is told apart by what it says.
      stem = form == .posts && fields.posts.count > 1 ? day : "\(day)-\(slug)"
    }
    first = form == .posts ? day : nil
    fileName = isVideo ? "transcript.md" : nil
  }

  /// The name that is tried at the `attempt`-th time, from 1.
  func name(_ attempt: Int) -> String {
    if let first, attempt == 1 { return path(first) }
    let number = first == nil || first == stem ? attempt : attempt - 1
    return path(number == 1 ? stem : "\(stem)-\(number)")
  }

  private func path(_ name: String) -> String {
    let path = FilePath.join(folder, name)
    guard let fileName else { return path + ".md" }
    return FilePath.join(path, fileName)
  }
}
