/// A value of the front matter, whatever wrote it.
indirect enum FrontMatterValue: Sendable, Hashable {
  case none
  case text(String)
  case list([FrontMatterValue])
  case mapping([FrontMatterEntry])
}

/// A key of the front matter with its value.
struct FrontMatterEntry: Sendable, Hashable {
  /// As written.
  let key: String
  let value: FrontMatterValue
  /// 1-based line of the file.
  let line: Int
}
