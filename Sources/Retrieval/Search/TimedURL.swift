/// Links into recordings.
package enum TimedURL {
  /// Adds a start time the way video sites and podcast players read it: `t=48s`.
  package static func url(_ url: String, second: Double) -> String {
    let (base, fragment) = split(url, at: "#")
    let (path, query) = split(base, at: "?")
    let kept = query.map { $0.split(separator: "&").filter { !$0.hasPrefix("t=") } } ?? []
    let parts = kept.map(String.init) + ["t=\(Int(second))s"]
    return path + "?" + parts.joined(separator: "&") + (fragment.map { "#" + $0 } ?? "")
  }

  private static func split(_ text: String, at sign: Character) -> (String, String?) {
    guard let index = text.firstIndex(of: sign) else { return (text, nil) }
    return (String(text[..<index]), String(text[text.index(after: index)...]))
  }
}
