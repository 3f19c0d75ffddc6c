/// The runs of `*`, `_`, `~` and `=` in a leaf that may still be closed, of each mark the last one on top.
struct OpenDelimiters {
  struct Run {
    var position: Int
    var count: Int
  }

  /// No more runs of a mark are kept open at once; further ones are text.
  private static let maximumCount = 1_000

  private var asterisks: [Run] = []
  private var underscores: [Run] = []
  private var tildes: [Run] = []
  private var equals: [Run] = []

  /// The run that the next closing one belongs to.
  func last(_ mark: UInt8) -> Run? {
    switch mark {
    case 0x2A: asterisks.last
    case 0x5F: underscores.last
    case 0x7E: tildes.last
    default: equals.last
    }
  }

  mutating func open(_ mark: UInt8, at position: Int, count: Int) {
    change(mark) { runs in
      if runs.count < Self.maximumCount { runs.append(Run(position: position, count: count)) }
    }
  }

  /// Takes marks off the end of the last run.
  mutating func take(_ count: Int, of mark: UInt8) {
    change(mark) { runs in
      guard let last = runs.last else { return }
      if last.count > count {
        runs[runs.count - 1].count -= count
      } else {
        runs.removeLast()
      }
    }
  }

  mutating func removeAll() {
    if !asterisks.isEmpty { asterisks.removeAll(keepingCapacity: true) }
    if !underscores.isEmpty { underscores.removeAll(keepingCapacity: true) }
    if !tildes.isEmpty { tildes.removeAll(keepingCapacity: true) }
    if !equals.isEmpty { equals.removeAll(keepingCapacity: true) }
  }

  @inline(__always)
  private mutating func change(_ mark: UInt8, _ body: (inout [Run]) -> Void) {
    switch mark {
    case 0x2A: body(&asterisks)
    case 0x5F: body(&underscores)
    case 0x7E: body(&tildes)
    default: body(&equals)
    }
  }
}
