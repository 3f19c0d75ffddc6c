import Corpus
import Foundation

/// What a page says of itself, besides its text.
struct HTMLMetadata {
  private var properties: [String: String] = [:]
  private var linked: [String: Any] = [:]
  private let root: HTMLElement
  let titleElement: String?

  /// Reads the head and what is machine-readable in the body.
  /// - Parameters:
  ///   - root: the whole page, before anything is taken out.
  ///   - linkedData: JSON-LD.
  init(_ root: HTMLElement, linkedData: [String]) {
    self.root = root
    titleElement = root.first("title").map { TitleMaker.collapsed($0.text) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    for meta in root.all({ $0.name == "meta" }) {
      let attributes = meta.attributes
      let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
      let content = TitleMaker.collapsed(attributes["content"] ?? "")
      if let name = name?.lowercased(), !content.isEmpty, properties[name] == nil {
        properties[name] = content
      }
    }
    for text in linkedData where linked.isEmpty {
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      linked = Self.article(value) ?? [:]
    }
  }

  /// The first object that has a date or a headline.
  private static func article(_ value: Any?) -> [String: Any]? {
    switch value {
    case let list as [Any]: return list.lazy.compactMap { article($0) }.first
    case let object as [String: Any]:
      if object["datePublished"] != nil || object["headline"] != nil { return object }
      return article(object["@graph"])
    default: return nil
    }
  }

  private func property(_ names: String...) -> String? {
    names.lazy.compactMap { properties[$0] }.first
  }

  // MARK: What is known

  /// The title, best without the name of the site.
  /// - Parameter content: the part of the page that is read.
  func title(_ content: HTMLElement) -> String? {
    let named = property("og:title", "citation_title", "dc.title", "twitter:title")
    let headings = content.all { $0.name == "h1" }.map { TitleMaker.collapsed($0.text) }
      .filter { !$0.isEmpty }
    let whole = (named ?? titleElement ?? "").lowercased()
    // A heading that the head repeats is the title as people read it.
    if headings.count == 1, whole.isEmpty || whole.contains(headings[0].lowercased()) {
      return headings[0]
    }
    return named ?? titleElement.map(withoutSite) ?? headings.first
  }

  private func withoutSite(_ title: String) -> String {
    guard let site = property("og:site_name", "application-name") else { return title }
    for separator in [" | ", " - ", " — ", " – ", " · ", " :: ", " • "] {
      if title.hasSuffix(separator + site) {
        return String(title.dropLast((separator + site).count))
      }
    }
    return title
  }

  var author: String? {
    let names =
      [property("author", "citation_author", "dc.creator", "parsely-author"), linkedAuthor]
      + [property("article:author"), rel("author")]
    let name = names.compactMap { $0 }.first { !LinkTarget.isExternal($0) && !$0.isEmpty }
    return name.map { $0.lowercased().hasPrefix("by ") ? String($0.dropFirst(3)) : $0 }
  }

  private var linkedAuthor: String? {
    let author = linked["author"]
    let first = (author as? [Any])?.first ?? author
    let name = (first as? [String: Any])?["name"] as? String ?? first as? String
    return name.map(TitleMaker.collapsed)
  }

  private func rel(_ value: String) -> String? {
    root.all { $0.name == "a" && $0.attributes["rel"]?.lowercased() == value }.first
      .map { TitleMaker.collapsed($0.text) }
  }

  /// - Parameters:
  ///   - content: the part of the page that is read.
  ///   - url: the page's address, which may hold the day.
  func date(_ content: HTMLElement, url: String?) -> CalendarDate? {
    let named = [
      property("article:published_time", "datepublished", "citation_publication_date"),
      linked["datePublished"] as? String,
      property(
        "citation_date", "citation_online_date", "dc.date", "dc.date.issued", "dcterms.date"),
      property("date", "pubdate", "publish-date", "publishdate", "parsely-pub-date"),
    ]
    let times = content.all { $0.name == "time" && $0.attributes["datetime"] != nil }
    let first = times.first { $0.attributes["pubdate"] != nil } ?? times.first
    let all = named + [first?.attributes["datetime"]]
    return all.lazy.compactMap { $0.flatMap { CalendarDate(parsing: $0) } }.first
      ?? url.flatMap { URL(string: $0)?.path }.flatMap { PathDate.date(of: $0) }
  }

  /// The canonical address, else what the programs that save pages note in a comment.
  /// - Parameter text: the whole page.
  func url(_ text: String) -> String? {
    let link = root.all { $0.name == "link" && $0.attributes["rel"]?.lowercased() == "canonical" }
      .first?.attributes["href"]
    return [link, property("og:url"), Self.savedFrom(text)].compactMap { $0?.trimmed }
      .first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
  }

  /// `<!-- saved from url=(0042)https://… -->` of browsers, `url: https://…` of SingleFile.
  private static func savedFrom(_ text: String) -> String? {
    let head = text.prefix(4_096)
    for key in ["saved from url=(", "\n url: "] {
      guard let range = head.firstRange(of: key) else { continue }
      var rest = head[range.upperBound...]
      if key.hasSuffix("(") { rest = rest.drop { $0 != ")" }.dropFirst() }
      return String(rest.prefix { !$0.isWhitespace })
    }
    return nil
  }

  var language: String? {
    let text = root.attributes["lang"] ?? property("og:locale")?.replacing("_", with: "-")
    return text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What relative addresses are relative to.
  func base(_ url: String?) -> URL? {
    let written = root.first("base")?.attributes["href"]
    return [written, url].compactMap { $0 }.lazy.compactMap { URL(string: $0) }.first {
      $0.scheme != nil
    }
  }
}
