internal import Synchronization

/// Addresses that open citations.
///
///     CitationLinks(group, opener: .vscode).address(of: "raw/a b.md", line: 3)
///     // "vscode://file/home/me/notes/raw/a%20b.md:3:1"
public final class CitationLinks: Sendable {
  private let group: SessionGroup
  private let opener: CitationOpener
  private let host: String
  /// By folder; the look upwards is made once for each.
  private let vaults = Mutex<[String: ObsidianVault?]>([:])

  /// - Parameters:
  ///   - group: The knowledge bases that paths belong to.
  ///   - opener: What opens an address.
  ///   - host: Name of this machine in addresses of files, so that a terminal that shows the output
  ///     of another machine does not open a file of its own; empty for none.
  public init(_ group: SessionGroup, opener: CitationOpener, host: String = "") {
    self.group = group
    self.opener = opener
    self.host = host
  }

  /// The address, in ASCII without control characters.
  ///
  /// - Parameters:
  ///   - path: As in answers of the group.
  ///   - line: From 1.
  public func address(of path: String, line: Int? = nil) -> String {
    let (session, inside) = group.place(of: path)
    let file = session.knowledgeBase.absolutePath(of: inside)
    switch opener {
    case .file: return "file://" + AddressCoding.encoded(host) + AddressCoding.path(file)
    case .vscode:
      return "vscode://file" + AddressCoding.path(file) + (line.map { ":\($0):1" } ?? "")
    case .obsidian: return obsidian(file, line: line)
    }
  }

  public func address(of citation: Citation) -> String {
    address(of: citation.path, line: citation.lines.lowerBound)
  }

  /// Obsidian's own address has no line; it leaves out what it does not know, so that `line` does no harm.
  /// Outside of every vault that can be seen, Obsidian looks for one by the absolute path.
  private func obsidian(_ file: String, line: Int?) -> String {
    let line = line.map { "&line=\($0)" } ?? ""
    guard let vault = vault(of: file) else {
      return "obsidian://open?path=" + AddressCoding.encoded(file) + line
    }
    let inside = AddressCoding.encoded(file.dropFirst(vault.root.count + 1))
    let name = AddressCoding.encoded(vault.name)
    return vault.opensLines
      ? "obsidian://advanced-uri?vault=\(name)&filepath=\(inside)" + line
      : "obsidian://open?vault=\(name)&file=\(inside)" + line
  }

  private func vault(of file: String) -> ObsidianVault? {
    let folder = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex))
    return vaults.withLock { known in
      if let vault = known[folder] { return vault }
      let vault = ObsidianVault.containing(folder)
      known[folder] = .some(vault)
      return vault
    }
  }
}
