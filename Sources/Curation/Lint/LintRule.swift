/// What is checked in a knowledge base. The names are those of `--rule` and of `lint:` in `footnote.yml`.
public enum LintRule: String, Sendable, Hashable, CaseIterable {
  /// A link leads to no page and no file.
  case brokenLink = "broken-link"
  /// A link fits several pages.
  case ambiguousLink = "ambiguous-link"
  /// A link names a heading or block that its page has not.
  case brokenAnchor = "broken-anchor"
  /// A citation names lines that its file has not, or that are empty.
  case citationLine = "citation-line"
  /// Several pages link to a page that there is not.
  case missingPage = "missing-page"
  /// No page links to the page, index and log aside.
  case orphan
  /// An entry of sources: leads to no file.
  case unresolvedSource = "unresolved-source"
  /// An entry of sources: fits several files.
  case ambiguousSource = "ambiguous-source"
  /// An entry of sources: is found only by guessing at its folder or its date.
  case looseSource = "loose-source"
  /// A page about something names no source.
  case noSource = "no-source"
  /// A claim rests on one source.
  case singleSource = "single-source"
  /// A page is older than one of its sources.
  case outdatedPage = "outdated-page"
  /// A page is not in the index.
  case uncatalogued
  /// A row of the index has no page.
  case deadRow = "dead-row"
  /// A row of the index says something else than its page.
  case wrongRow = "wrong-row"
  /// An entry of the log is not as it should be.
  case malformedLog = "malformed-log"
  /// The front matter is missing, broken or contradicts itself.
  case frontMatter = "front-matter"
  /// The keys of the front matter are not in the usual order.
  case frontMatterOrder = "front-matter-order"
  /// Two pages have a file name, title or alias in common.
  case duplicateName = "duplicate-name"
  /// A file cannot be read, or is not UTF-8.
  case unreadable
  /// A file of raw/ was changed after it was recorded.
  case rawChanged = "raw-changed"
  /// A file of raw/ is gone.
  case rawDeleted = "raw-deleted"
  /// A file of raw/ was renamed or moved.
  case rawRenamed = "raw-renamed"
  /// No source says what a page says (only with --claims).
  case unsupportedClaim = "unsupported-claim"

  /// How bad its findings usually are; some are milder.
  public var severity: LintSeverity {
    switch self {
    case .brokenLink, .citationLine, .unresolvedSource, .deadRow, .frontMatter, .unreadable,
      .rawChanged, .rawDeleted:
      .error
    case .ambiguousLink, .brokenAnchor, .missingPage, .orphan, .ambiguousSource, .looseSource,
      .noSource, .outdatedPage, .uncatalogued, .wrongRow, .malformedLog, .duplicateName,
      .rawRenamed:
      .warning
    case .singleSource, .frontMatterOrder, .unsupportedClaim: .info
    }
  }

  /// What it finds, in one line.
  public var summary: String {
    switch self {
    case .brokenLink: "a link leads to no page and no file"
    case .ambiguousLink: "a link fits several pages"
    case .brokenAnchor: "a link names a heading or block that its page has not"
    case .citationLine: "a citation names lines that its file has not, or that are empty"
    case .missingPage: "several pages link to a page that there is not"
    case .orphan: "no page links to the page, index and log aside"
    case .unresolvedSource: "an entry of sources: leads to no file"
    case .ambiguousSource: "an entry of sources: fits several files"
    case .looseSource: "an entry of sources: is found only by guessing at its folder or its date"
    case .noSource: "a page about something names no source"
    case .singleSource: "a claim rests on one source"
    case .outdatedPage: "a page is older than one of its sources"
    case .uncatalogued: "a page is not in the index"
    case .deadRow: "a row of the index has no page"
    case .wrongRow: "a row of the index says something else than its page"
    case .malformedLog: "an entry of the log is not as it should be"
    case .frontMatter: "the front matter is missing, broken or contradicts itself"
    case .frontMatterOrder: "the keys of the front matter are not in the usual order"
    case .duplicateName: "two pages have a file name, title or alias in common"
    case .unreadable: "a file cannot be read, or is not UTF-8"
    case .rawChanged: "a file of raw/ was changed after it was recorded"
    case .rawDeleted: "a file of raw/ is gone"
    case .rawRenamed: "a file of raw/ was renamed or moved"
    case .unsupportedClaim: "no source says what a page says (only with --claims)"
    }
  }
}
