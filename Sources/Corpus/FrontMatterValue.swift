/// A value of the front matter, whatever wrote it.
package indirect enum FrontMatterValue: Sendable, Hashable {
  case none
  case text(String)
  case list([FrontMatterValue])
  case mapping([FrontMatterEntry])
}

/// A key of the front matter with its value.
package struct FrontMatterEntry: Sendable, Hashable {
  /// As written.
  package let key: String
  package let value: FrontMatterValue
  /// 1-based line of the file.
  package let line: Int
}
