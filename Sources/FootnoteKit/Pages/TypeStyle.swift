/// How documents of each type look on pages and in drawings: a shape, so that types are told apart without
/// colours, and a colour.
struct TypeStyle: Sendable {
  struct Look: Sendable, Hashable {
    var shape: MarkerShape
    var colour: MarkerColour
  }

  /// Types that have a look of their own wherever they appear; those that are often seen together differ
  /// in both.
  private static let known: [String: Look] = [
    "post": Look(shape: .circle, colour: .slate),
    "transcript": Look(shape: .ring, colour: .slate),
    "talk": Look(shape: .ring, colour: .red),
    "interview": Look(shape: .ring, colour: .violet),
    "note": Look(shape: .circle, colour: .slate),
    "biography": Look(shape: .ring, colour: .olive),
    "source-summary": Look(shape: .square, colour: .olive),
    "concept": Look(shape: .diamond, colour: .blue),
    "entity": Look(shape: .triangle, colour: .orange),
    "method": Look(shape: .hexagon, colour: .teal),
    "claim": Look(shape: .star, colour: .red),
    "comparison": Look(shape: .bar, colour: .violet),
    "synthesis": Look(shape: .plus, colour: .violet),
    "paper": Look(shape: .page, colour: .teal),
    "dataset": Look(shape: .cup, colour: .olive),
    "overview": Look(shape: .plus, colour: .blue),
    "missing": Look(shape: .cross, colour: .slate),
  ]

  private let looks: [String: Look]

  /// - Parameter types: Those that are shown; the ones without a look of their own get what is left over, in
  ///   alphabetical order.
  init(of types: [String]) {
    var looks: [String: Look] = [:]
    let names = Set(types.map { $0.lowercased() }).sorted()
    for name in names { looks[name] = Self.known[name] }
    let used = Set(looks.values)
    let free = MarkerColour.allCases.flatMap { colour in
      MarkerShape.allCases.map { Look(shape: $0, colour: colour) }
    }.filter { !used.contains($0) }
    // A step that is prime to the number of shapes, so that neighbours in the list differ in shape too.
    let unknown = names.filter { looks[$0] == nil }
    for (index, name) in unknown.enumerated() where !free.isEmpty {
      looks[name] = free[(index * 5 + 1) % free.count]
    }
    self.looks = looks
  }

  func look(of type: String) -> Look {
    looks[type.lowercased()] ?? Look(shape: .circle, colour: .slate)
  }
}
