/// Something to import, as it was found.
struct ImportSource: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file
    /// A folder with the posts of an account.
    case archive
  }

  let kind: Kind
  /// Absolute, or from the working directory.
  let path: String
  /// As messages name it.
  let shown: String
}
