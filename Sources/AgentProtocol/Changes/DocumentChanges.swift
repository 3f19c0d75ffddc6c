internal import FootnoteKit

/// What happened to the documents between two looks.
struct DocumentChanges: Sendable, Hashable {
  var added: Set<PathKey> = []
  var updated: Set<PathKey> = []
  var removed: Set<PathKey> = []

  init() {}

  /// What turns `old` into `new`, both hashes by path.
  init(from old: [PathKey: String], to new: [PathKey: String]) {
    for (path, hash) in new {
      switch old[path] {
      case nil: added.insert(path)
      case hash: break
      default: updated.insert(path)
      }
    }
    removed = Set(old.keys.filter { new[$0] == nil })
  }

  var isEmpty: Bool { added.isEmpty && updated.isEmpty && removed.isEmpty }
  /// Whether the list of documents is another one.
  var changesList: Bool { !added.isEmpty || !removed.isEmpty }
  /// Every path of which something new can be read.
  var paths: Set<PathKey> { added.union(updated).union(removed) }
}
