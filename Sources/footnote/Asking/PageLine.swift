import FootnoteKit

/// A page that a user names, and maybe a line of it: `wiki/concepts/x.md:13`, `cognitive core:13`.
struct PageLine {
  let session: Session?
  let name: String
  /// From 1.
  let line: Int?

  init(_ text: String, place: CitedPlace) {
    let whole = place.page(text)
    // A page may be called "Chapter: 3".
    guard whole.session == nil || whole.name.contains(":"), let colon = text.lastIndex(of: ":"),
      let number = Int(text[text.index(after: colon)...].prefix { $0 != "-" && $0 != "#" }),
      number > 0
    else {
      (session, name) = whole
      line = nil
      return
    }
    (session, name) = place.page(String(text[..<colon]))
    line = number
  }
}
