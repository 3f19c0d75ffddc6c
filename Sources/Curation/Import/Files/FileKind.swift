/// What kind of material a file is, by what it holds.
enum FileKind: Sendable, Hashable {
  case pdf
  case html
  case webVTT
  case subRip
  case json
  case posts
  case markdown
  case plainText
}
