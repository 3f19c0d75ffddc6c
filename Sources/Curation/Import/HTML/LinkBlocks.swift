/// Takes blocks that consist of links out of a page that does not say what its content is.
enum LinkBlocks {
  private static let names: Set<String> = ["div", "ul", "ol", "table", "section", "p", "center"]
  /// Blocks with such a share of links lead elsewhere.
  private static let leastDensity = 0.5
  /// Larger ones are what the page is about: it is a list of links.
  private static let largestShare = 0.25

  static func remove(from place: HTMLElement) {
    let total = MainContent.length(place)
    let blocks = place.all { element in
      guard element !== place, names.contains(element.name) else { return false }
      let share = Double(MainContent.length(element)) / Double(max(1, total))
      return share <= largestShare && MainContent.linkDensity(element) >= leastDensity
    }
    let lost = Set(blocks.map(ObjectIdentifier.init))
    guard !lost.isEmpty, remaining(place, without: lost) * 2 >= total else { return }
    drop(lost, from: place)
  }

  /// Characters outside of the blocks.
  private static func remaining(
    _ element: HTMLElement, without lost: Set<ObjectIdentifier>
  ) -> Int {
    element.children.reduce(0) { count, node in
      switch node {
      case .text(let text): count + text.count { !$0.isWhitespace }
      case .element(let child):
        lost.contains(ObjectIdentifier(child)) ? count : count + remaining(child, without: lost)
      }
    }
  }

  private static func drop(_ lost: Set<ObjectIdentifier>, from element: HTMLElement) {
    element.children.removeAll { node in
      if case .element(let child) = node { lost.contains(ObjectIdentifier(child)) } else { false }
    }
    for child in element.elements { drop(lost, from: child) }
  }
}
