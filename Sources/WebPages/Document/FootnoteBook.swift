internal import FootnoteKit

/// The footnotes of a document, numbered as the text refers to them.
struct FootnoteBook {
  struct Note {
    /// Index of the block with the text.
    let block: Int
    var references = 0
  }

  /// Places among `notes` by label.
  private var places: [String: Int] = [:]
  private var blocks: [String: Int] = [:]
  private var all: [(key: String, block: Int)] = []
  /// In the order of their numbers, which begin with 1.
  private(set) var notes: [Note] = []

  init(_ text: DocumentText) {
    for (index, block) in text.blocks.enumerated() {
      guard case .footnote(let label)? = block.leadIn else { continue }
      let key = Self.key(label)
      all.append((key, index))
      if blocks[key] == nil { blocks[key] = index }
    }
  }

  /// Labels are compared without upper and lower case.
  private static func key(_ label: String) -> String { label.lowercased() }

  /// Whether any footnote is on this line.
  func contains(_ line: Int, in text: DocumentText) -> Bool {
    all.contains { text.blocks[$0.block].lines.contains(line) }
  }

  /// Number of the footnote and of the reference to it, from 1; `nil` where no text has this label.
  mutating func refer(to label: String) -> (note: Int, reference: Int)? {
    let key = Self.key(label)
    guard let block = blocks[key] else { return nil }
    let place = places[key] ?? notes.count
    if place == notes.count {
      places[key] = place
      notes.append(Note(block: block))
    }
    notes[place].references += 1
    return (place + 1, notes[place].references)
  }

  /// Adds the footnotes that nothing refers to.
  mutating func addUnused() {
    let used = Set(notes.map(\.block))
    for (key, block) in all where !used.contains(block) {
      if blocks[key] == block { places[key] = notes.count }
      notes.append(Note(block: block))
    }
  }
}
