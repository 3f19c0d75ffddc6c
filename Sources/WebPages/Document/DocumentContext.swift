/// What `document.mustache` reads.
struct DocumentPageContext: Sendable {
  var page: PageFrameContext
  var doc: DocumentContext
}

struct DocumentContext: Sendable {
  struct Fact: Sendable {
    struct Link: Sendable {
      var href: String
      var text: String
      var external: Bool
    }

    var name: String
    var plain: String?
    var link: Link?

    init(_ name: String, _ plain: String) {
      self.name = name
      self.plain = plain
    }

    init(_ name: String, _ link: Link) {
      self.name = name
      self.link = link
    }
  }

  struct Item: Sendable {
    var href: String
    var text: String
    var date: DateContext?
    /// Small text behind.
    var remark: String?
  }

  struct Further: Sendable {
    var count: String
    var items: [Item]
  }

  struct List: Sendable {
    var id: String
    var label: String
    var count: String
    var items: [Item]
    var further: Further?

    /// - Returns: `nil` where there is nothing to list.
    init?(_ id: String, _ label: String, _ items: [Item]) {
      if items.isEmpty { return nil }
      self.id = id
      self.label = label
      count = String(items.count)
      // One more is not worth a fold.
      let shown = items.count > Self.longest + 1 ? Self.longest : items.count
      self.items = Array(items.prefix(shown))
      let rest = Array(items.dropFirst(shown))
      further = rest.isEmpty ? nil : Further(count: String(rest.count), items: rest)
    }

    private static let longest = 8
  }

  struct Unresolved: Sendable {
    var count: String
    var items: [String]
  }

  struct Heading: Sendable {
    var level: Int
    var anchor: String
    var text: String
  }

  var path: String
  var pathSegments: [String]
  var heading: String
  var kindText: String
  var date: DateContext?
  var lang: String?
  var transcript: Bool
  /// Safe HTML, made by `DocumentWriter`.
  var html: String
  var back: LinkContext?
  var cited: CitedContext?
  var contents: ListContext<Heading>?
  var facts: [Fact]
  var tags: ListContext<LinkContext>?
  var links: [LinkContext]
  var lists: [List]
  var unresolved: Unresolved?
}
