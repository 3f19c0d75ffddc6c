/// A list that is left out with what surrounds it where it is empty: a section of Mustache is opened once for
/// each item of a plain list.
struct ListContext<Item: Sendable>: Sendable {
  var items: [Item]

  /// `nil` where there is no item.
  init?(_ items: [Item]) {
    if items.isEmpty { return nil }
    self.items = items
  }
}
