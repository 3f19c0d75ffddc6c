import Corpus

/// The text of a post as markdown: short links as what they stand for, media as links, lines as they are.
enum PostText {
  static func text(of post: ArchivedPost) -> String {
    let links = (post.entities?.urls ?? []).map { ($0.url, $0.expandedURL) }
    let media = post.extendedEntities?.media ?? post.entities?.media ?? []
    var text = expanded(post.fullText, links: links)
    // The link to the post's own media only stands for them.
    for url in Set(media.compactMap(\.url)) { text = text.replacing(url, with: "") }
    return compose(decoded(text), media: media)
  }

  /// The text of a long post, with the media of the short one.
  static func text(of note: ArchivedNote, media: [ArchivedPost.Medium]) -> String {
    let links = (note.core.urls ?? []).map { ($0.shortUrl, $0.expandedUrl) }
    var text = expanded(note.core.text, links: links)
    for url in Set(media.compactMap(\.url)) { text = text.replacing(url, with: "") }
    return compose(decoded(text), media: media)
  }

  private static func expanded(_ text: String, links: [(String?, String?)]) -> String {
    links.reduce(text) { text, link in
      guard let short = link.0, let long = link.1, !short.isEmpty, !long.isEmpty else {
        return text
      }
      return text.replacing(short, with: long)
    }
  }

  /// X escapes these three, and nothing else.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }

  private static func compose(_ text: String, media: [ArchivedPost.Medium]) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { MarkdownEscaping.plainLine($0.trimmedEnd) }
    let links = media.compactMap(link)
    let body = lines.joined(separator: "\n").trimmed
    return ([body] + links).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func link(_ medium: ArchivedPost.Medium) -> String? {
    let variants = medium.video?.variants ?? []
    let best = variants.filter { $0.bitrate?.value != nil }
      .max { ($0.bitrate?.value ?? 0) < ($1.bitrate?.value ?? 0) }
    guard let url = best?.url ?? medium.mediaURL else { return nil }
    let kind =
      switch medium.type {
      case "video": "video"
      case "animated_gif": "animation"
      default: "photo"
      }
    let shown = TitleMaker.collapsed(medium.altText ?? "")
    let label = shown.isEmpty ? kind : "\(kind): \(MarkdownEscaping.label(shown))"
    return "[\(label)](\(MarkdownEscaping.target(url)))"
  }
}
