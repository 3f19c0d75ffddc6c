/// Where pages lead to for the documents that they name.
///
///     DocumentLinks(base: "../").reference(to: "raw/2025/7.6.md", line: 3)  // "../raw/2025/7.6.md#L3"
public struct DocumentLinks: Sendable {
  private let base: String?

  /// Pages without links to files: they name them.
  public static let none = DocumentLinks(base: nil)

  /// - Parameter base: What the path of a document follows: a relative path that is empty or ends with a
  ///   slash, or the beginning of an address.
  public init(base: String?) {
    self.base = base
  }

  /// Links from a page that is written to `page` to the files below `root`; both absolute, without `.` and
  /// `..` in them.
  public init(from page: String, to root: String) {
    let folder = page.split(separator: "/").dropLast()
    let target = root.split(separator: "/")
    let shared = zip(folder, target).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let steps =
      Array(repeating: "..", count: folder.count - shared)
      + target.dropFirst(shared).map(AddressCoding.encoded)
    base = steps.map { $0 + "/" }.joined()
  }

  /// - Returns: `nil` where pages do not lead to files.
  public func reference(to path: String, line: Int? = nil) -> String? {
    guard let base else { return nil }
    // A name with a colon would be read as a scheme.
    return base + AddressCoding.path(path) + (line.map { "#L\($0)" } ?? "")
  }

  /// The address of a document in the network, where it has one that is safe to open.
  package static func external(_ url: String?) -> String? {
    guard let url, ["https://", "http://"].contains(where: url.lowercased().hasPrefix) else {
      return nil
    }
    return url
  }
}
