/// Inline markup beyond CommonMark, by its bytes.
struct InlineExtra {
  enum Kind {
    /// `[[page]]` or `![[page]]`: its place among the links, and where the text is that is shown instead.
    case reference(link: Int, shown: Range<Int>?)
    /// `[^name]`
    case footnote
    /// `#tag`
    case tag
    /// `^name` at the end of a line.
    case blockName
    /// `https://…` without brackets.
    case address
    /// Two tildes or two equals signs that have a partner.
    case delimiter
  }

  let kind: Kind
  let bytes: Range<Int>
}
