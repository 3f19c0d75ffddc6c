/// URLs compared as people mean them: scheme, `www.` and a slash at the end do not matter.
package enum SourceURL {
  package static func folded(_ url: String) -> String {
    var text = url[...]
    for scheme in ["https://", "http://", "//"] where text.lowercased().hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
      break
    }
    if text.lowercased().hasPrefix("www.") { text = text.dropFirst(4) }
    if let video = video(String(text)) { return video }
    while text.hasSuffix("/") { text = text.dropLast() }
    let slash = text.firstIndex(of: "/") ?? text.endIndex
    return text[..<slash].lowercased() + text[slash...]
  }

  /// `youtu.be/id`, `youtube.com/watch?t=1&v=id`: the recording is the same.
  private static func video(_ text: String) -> String? {
    if text.hasPrefix("youtu.be/") {
      return "youtube.com/watch?v="
        + text.dropFirst(9).prefix { $0 != "?" && $0 != "&" && $0 != "/" }
    }
    guard text.hasPrefix("youtube.com/watch?") || text.hasPrefix("m.youtube.com/watch?"),
      let query = text.split(separator: "?", maxSplits: 1).last
    else { return nil }
    let id = query.split(separator: "&").first { $0.hasPrefix("v=") }
    return id.map { "youtube.com/watch?" + $0.prefix { $0 != "#" } }
  }
}
