/// Every name of every page of a knowledge base, for looking pages up.
///
///     let names = PageNames([NamedPage(path: "wiki/concepts/agi.md", title: "AGI")])
///     names.resolve(Link(kind: .wikilink, target: "agi", line: 1), from: "wiki/index.md")
public struct PageNames: Sendable {
  /// `String` compares by canonical equivalence: one key may stand for several files.
  private let byPath: [String: [String]]
  private let byStem: [String: [String]]
  private let byTitle: [String: [String]]
  private let byAlias: [String: [String]]

  /// Collects the names of `pages`.
  /// - Complexity: O(*n*) on average.
  public init(_ pages: some Sequence<NamedPage>) {
    var byPath: [String: [String]] = [:]
    var seen: Set<PathKey> = []
    var byStem: [String: [String]] = [:]
    var byTitle: [String: [String]] = [:]
    var byAlias: [String: [String]] = [:]
    for page in pages {
      guard seen.insert(PathKey(page.path)).inserted else { continue }
      byPath[page.path, default: []].append(page.path)
      byStem[NameFolding.folded(FilePath.stem(of: page.path)), default: []].append(page.path)
      byTitle[NameFolding.folded(page.title), default: []].append(page.path)
      for alias in Set(page.aliases.map(NameFolding.folded)) {
        byAlias[alias, default: []].append(page.path)
      }
    }
    self.byPath = byPath
    self.byStem = byStem
    self.byTitle = byTitle
    self.byAlias = byAlias
  }

  /// Collects the names of pages given as tuples.
  public init(_ pages: some Sequence<(path: String, title: String, aliases: [String])>) {
    self.init(pages.lazy.map { NamedPage(path: $0.path, title: $0.title, aliases: $0.aliases) })
  }

  /// Where `link`, which stands in the document at `path`, leads.
  ///
  /// Wikilinks are resolved as Obsidian does: by path, by file name, then by title and alias, with upper
  /// and lower case, `-`, `_` and spaces folded; of several files the one beside the document wins.
  /// Markdown links are relative to the document, else to the root.
  public func resolve(_ link: Link, from path: String) -> Resolution {
    if link.target.isEmpty {
      return link.fragment == nil ? .unresolved : .resolved(path: path, rule: .exact)
    }
    if LinkTarget.isExternal(link.target) { return .external }
    switch link.kind {
    case .markdown: return markdown(link.target, from: path)
    case .wikilink, .embed: return wikilink(link.target, from: path)
    }
  }

  private func markdown(_ target: String, from path: String) -> Resolution {
    let folder = FilePath.folder(of: path)
    let isAbsolute = target.hasPrefix("/")
    for base in isAbsolute ? [""] : [folder, ""] {
      if let found = exact(FilePath.join(base, target)) {
        return .resolved(path: found, rule: .exact)
      }
    }
    return .unresolved
  }

  private func wikilink(_ target: String, from path: String) -> Resolution {
    let folder = FilePath.folder(of: path)
    for base in target.hasPrefix(".") ? [folder] : ["", folder] {
      if target.contains("/"), let found = exact(FilePath.join(base, target)) {
        return .resolved(path: found, rule: .exact)
      }
    }
    if let found = exact(target) { return .resolved(path: found, rule: .exact) }
    guard let name = FilePath.normalized(target) else { return .unresolved }
    if name.contains("/") {
      return choose(suffixes(of: name), written: name, from: folder, rule: .suffix) ?? .unresolved
    }
    return named(FilePath.withoutExtension(name), from: folder)
  }

  /// The only page of a file name, title or alias.
  func named(_ name: String, from folder: String) -> Resolution {
    let key = NameFolding.folded(name)
    for candidates in [byStem[key], byTitle[key], byAlias[key]] {
      if let candidates, let found = choose(candidates, written: name, from: folder, rule: .name) {
        return found
      }
    }
    return .unresolved
  }

  /// The path as it is written, or with `.md` added.
  func exact(_ target: String) -> String? {
    guard let path = FilePath.normalized(target), !path.isEmpty else { return nil }
    return page(at: path) ?? page(at: path + ".md")
  }

  /// The page with these bytes as its path, else the first whose path reads the same: a link is often
  /// written with other code points than the file's name.
  private func page(at path: String) -> String? {
    guard let pages = byPath[path] else { return nil }
    return pages.first { $0.utf8.elementsEqual(path.utf8) } ?? pages.first
  }

  /// Pages whose path ends in `target`, part by part, folded.
  private func suffixes(of target: String) -> [String] {
    let key = NameFolding.folded(FilePath.stem(of: target))
    let wanted = folded(target)
    return (byStem[key] ?? []).filter { folded($0).suffix(wanted.count) == wanted[...] }
  }

  private func folded(_ path: String) -> [String] {
    FilePath.withoutExtension(path).split(separator: "/").map { NameFolding.folded(String($0)) }
  }

  /// The one that is meant: the only one, else the only one that is spelled so, else the only one in the
  /// document's folder.
  private func choose(
    _ candidates: [String], written: String, from folder: String, rule: Resolution.Rule
  ) -> Resolution? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return .resolved(path: first, rule: rule) }
    let spelled = FilePath.stem(of: written)
    let same = candidates.filter { FilePath.stem(of: $0) == spelled }
    if same.count == 1 { return .resolved(path: same[0], rule: rule) }
    let near = candidates.filter { FilePath.folder(of: $0) == folder }
    if near.count == 1 { return .resolved(path: near[0], rule: rule) }
    return .ambiguous(paths: candidates.sorted(by: FilePath.isBefore))
  }
}
