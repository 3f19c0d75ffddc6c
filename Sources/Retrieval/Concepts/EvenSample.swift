/// Which part of a long text stands for all of it.
enum EvenSample {
  /// So many passages of a document are compared with all others at most: about 50,000 words, a short
  /// book. The time grows with them, and what a longer one is about shows in every n-th of its passages.
  static let limit = 256

  /// `items`, where there are more than `limit` every n-th of them, the first and the last among them.
  static func of<Item>(_ items: [Item], limit: Int = limit) -> [Item] {
    guard items.count > limit, limit > 1 else { return items }
    return (0..<limit).map { items[$0 * (items.count - 1) / (limit - 1)] }
  }
}
