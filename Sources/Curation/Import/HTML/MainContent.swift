/// Finds the part of a page that is read: what the page marks as such, else where paragraphs are dense.
struct MainContent {
  /// What is marked must hold such a share of the text.
  private static let leastShare = 0.4
  /// Paragraphs with fewer characters say nothing of their place.
  private static let shortestParagraph = 25
  /// Neighbours of the best place belong to it with such a share of its score.
  private static let neighbourShare = 0.2

  /// Places that hold such a share of what is around them stand for all of that.
  private static let wholeShare = 0.7

  private let body: HTMLElement
  private let total: Int

  /// - Parameter body: pruned.
  static func find(in body: HTMLElement) -> HTMLElement {
    let content = MainContent(body: body, total: max(1, Self.length(body)))
    if let marked = content.marked() { return marked }
    let place = content.densest() ?? body
    LinkBlocks.remove(from: place)
    return place
  }

  static func length(_ element: HTMLElement) -> Int {
    element.text.count { !$0.isWhitespace }
  }

  private func marked() -> HTMLElement? {
    let bodies = body.all { $0.attributes["itemprop"]?.contains("articleBody") ?? false }
    let articles = outermost("article")
    let mains = body.all { $0.name == "main" || $0.attributes["role"]?.lowercased() == "main" }
    // Several articles are a list of them, which has a place of its own.
    let candidates = bodies.prefix(1) + (articles.count == 1 ? articles : []) + mains.prefix(1)
    return candidates.first {
      Double(Self.length($0)) >= Self.leastShare * Double(total)
    }
  }

  private func outermost(_ name: String) -> [HTMLElement] {
    func find(_ element: HTMLElement) -> [HTMLElement] {
      element.name == name ? [element] : element.elements.flatMap(find)
    }
    return find(body)
  }

  // MARK: Density

  /// As Readability does it: each paragraph counts for its parent, and half for the parent of that; what
  /// consists of links counts less.
  private func densest() -> HTMLElement? {
    var scores: [ObjectIdentifier: Double] = [:]
    var parents: [ObjectIdentifier: HTMLElement] = [:]
    var scored: [HTMLElement] = []
    func walk(_ element: HTMLElement) {
      for child in element.elements {
        parents[ObjectIdentifier(child)] = element
        if let points = Self.points(child) {
          for (place, share) in [(element, 1.0), (parents[ObjectIdentifier(element)], 0.5)] {
            guard let place else { continue }
            if scores[ObjectIdentifier(place)] == nil { scored.append(place) }
            scores[ObjectIdentifier(place), default: 0] += points * share
          }
        }
        walk(child)
      }
    }
    walk(body)
    for element in scored {
      scores[ObjectIdentifier(element), default: 0] *= 1 - Self.linkDensity(element)
    }
    let densest = scored.max {
      scores[ObjectIdentifier($0), default: 0] < scores[ObjectIdentifier($1), default: 0]
    }
    guard var best = densest else { return nil }
    while let parent = parents[ObjectIdentifier(best)] {
      let kept = neighbours(of: best, in: parent, scores)
      // What holds hardly more than the best places holds their title and beginning.
      guard Double(Self.length(kept)) >= Self.wholeShare * Double(Self.length(parent)) else {
        return kept
      }
      best = parent
    }
    return best
  }

  /// The best place with those beside it that belong to it.
  private func neighbours(
    of best: HTMLElement, in parent: HTMLElement, _ scores: [ObjectIdentifier: Double]
  ) -> HTMLElement {
    let least = max(3, scores[ObjectIdentifier(best), default: 0] * Self.neighbourShare)
    let kept = parent.children.filter { node in
      guard case .element(let element) = node else { return false }
      return element === best || scores[ObjectIdentifier(element), default: 0] >= least
        || Self.isProse(element)
    }
    return HTMLElement(name: "div", attributes: [:], children: kept)
  }

  private static func points(_ element: HTMLElement) -> Double? {
    guard
      ["p", "pre", "blockquote", "td", "dd", "li"].contains(element.name)
        || (element.name == "div" && !element.elements.contains { $0.isBlock })
    else { return nil }
    let text = element.text
    let length = text.count { !$0.isWhitespace }
    guard length >= shortestParagraph else { return nil }
    let links = linkDensity(element)
    let commas = text.count { ",，、;".contains($0) }
    return (1 + Double(min(commas, 10)) + min(Double(length) / 100, 3)) * (1 - links)
  }

  static func linkDensity(_ element: HTMLElement) -> Double {
    let length = max(1, length(element))
    let links = element.all { $0.name == "a" && $0.attributes["href"] != nil }
    return min(1, Double(links.reduce(0) { $0 + Self.length($1) }) / Double(length))
  }

  /// A heading or a paragraph beside the best place.
  private static func isProse(_ element: HTMLElement) -> Bool {
    if ["h1", "h2", "h3"].contains(element.name) { return true }
    return element.name == "p" && length(element) >= 80 && linkDensity(element) < 0.25
  }
}
