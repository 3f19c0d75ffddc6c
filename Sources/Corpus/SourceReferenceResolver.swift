/// Finds the files that the entries of `sources:` mean, as tolerantly as is safe.
///
/// Entries are written by people and language models: relative to `raw/`, to the root or to the page,
/// with a folder missing, a date padded otherwise, as a wikilink or as the URL of a recording. Rules go
/// from strict to tolerant; the first one that fits decides, and where it fits several files the entry is
/// ambiguous.
///
///     resolver.resolve("4.10.md", from: "wiki/concepts/agents.md")
///     // .resolved(path: "raw/2026/4.10.md", rule: .suffix)
public struct SourceReferenceResolver: Sendable {
  private let names: PageNames
  private let byURL: [String: [String]]
  private let byEnding: PathEndings
  private let sourceFolder: String

  /// - Parameters:
  ///   - pages: every page of the knowledge base.
  ///   - sourceFolder: where sources lie; its files are preferred.
  public init(_ pages: some Sequence<NamedPage>, sourceFolder: String = "raw") {
    let pages = Array(pages)
    names = PageNames(pages)
    byEnding = PathEndings(pages.map(\.path))
    self.sourceFolder = sourceFolder
    var byURL: [String: [String]] = [:]
    for page in pages {
      if let url = page.url { byURL[SourceURL.folded(url), default: []].append(page.path) }
    }
    self.byURL = byURL
  }

  /// Where the entry `reference` of the page at `path` leads.
  public func resolve(_ reference: String, from path: String) -> Resolution {
    let written = TitleMaker.collapsed(reference)
    guard !written.isEmpty else { return .unresolved }
    if let link = Self.link(written) {
      return link.kind == .markdown
        ? resolve(link.target, from: path) : wikilink(link, from: path)
    }
    if LinkTarget.isExternal(written) { return url(written) }
    let first = file(written, from: path)
    guard first == .unresolved else { return first }
    // `raw/2025/7.6.md#a-heading` and `raw/2025/7.6.md:12-14`
    let bare = Self.withoutPlace(written)
    return bare == written ? .unresolved : file(bare, from: path)
  }

  private func wikilink(_ link: Link, from path: String) -> Resolution {
    let found = names.resolve(link, from: path)
    return found == .unresolved ? file(link.target, from: path) : found
  }

  private func url(_ url: String) -> Resolution {
    guard let paths = byURL[SourceURL.folded(url)] else { return .external }
    return choose(paths, .exact) ?? .external
  }

  private func file(_ written: String, from path: String) -> Resolution {
    let target = String(
      decoding: written.utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
    for folder in [sourceFolder, "", FilePath.folder(of: path)] {
      if let found = names.exact(FilePath.join(folder, target)) {
        return .resolved(path: found, rule: .exact)
      }
    }
    guard let normalized = FilePath.normalized(target), !normalized.isEmpty else {
      return .unresolved
    }
    if let found = choose(byEnding.suffix(normalized), .suffix) { return found }
    if let found = choose(byEnding.unpadded(normalized), .date) { return found }
    if let date = PathDate.date(of: normalized), FilePath.isDated(normalized),
      let found = choose(byEnding.day(date), .date)
    {
      return found
    }
    if normalized.contains("/"),
      let found = choose(byEnding.subsequence(normalized), .missingFolder)
    {
      return found
    }
    guard !normalized.contains("/") else { return .unresolved }
    return names.named(
      FilePath.withoutExtension(normalized), from: FilePath.folder(of: path))
  }

  /// The only candidate, else the only one among the sources.
  private func choose(_ candidates: [String], _ rule: Resolution.Rule) -> Resolution? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return .resolved(path: first, rule: rule) }
    let sources = candidates.filter {
      !sourceFolder.isEmpty && FilePath.isWithin($0, folder: sourceFolder)
    }
    if sources.count == 1 { return .resolved(path: sources[0], rule: rule) }
    return .ambiguous(paths: candidates.sorted(by: FilePath.isBefore))
  }

  /// `[[page]]` or `[text](path)`, and nothing else.
  private static func link(_ written: String) -> Link? {
    guard written.hasPrefix("[") else { return nil }
    let source = SourceText(Array(written.utf8))
    var scanner = InlineScanner(
      MarkedText(source.bytes), lines: source.lines, definitions: LinkDefinitions())
    scanner.scan(0..<source.bytes.count)
    return scanner.findings.links.first
  }

  private static func withoutPlace(_ written: String) -> String {
    var bytes = Array(written.utf8)[...]
    if let hash = bytes.lastIndex(of: 0x23) { bytes = bytes[..<hash] }
    if let colon = bytes.lastIndex(of: 0x3A), colon + 1 < bytes.endIndex,
      bytes[(colon + 1)...].allSatisfy({ ByteClass.isDigit($0) || $0 == 0x2D || $0 == 0x2C })
    {
      bytes = bytes[..<colon]
    }
    return TitleMaker.collapsed(String(decoding: bytes, as: UTF8.self))
  }
}
