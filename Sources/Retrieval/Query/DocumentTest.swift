internal import Corpus

/// A filter made ready to be put to many documents: names folded, patterns read.
struct DocumentTest {
  /// What a filter looks at.
  struct Subject {
    var layer: String
    var type: String
    var tags: [String]
    var path: String
    var date: CalendarDate?
  }

  /// Lists of names and patterns, of which one fit is enough.
  private struct Names {
    var layers: Set<String>
    var types: Set<String>
    var tags: [String]
    var paths: [Glob]

    init(layers: [String], types: [String], tags: [String], paths: [String]) {
      self.layers = Set(layers.map { $0.lowercased() })
      self.types = Set(types.map { $0.lowercased() })
      self.tags = tags.map { $0.lowercased() }
      self.paths = paths.map(Glob.init)
    }

    func hasLayer(of subject: Subject) -> Bool { layers.contains(subject.layer.lowercased()) }
    func hasType(of subject: Subject) -> Bool { types.contains(subject.type.lowercased()) }

    func hasTag(of subject: Subject) -> Bool {
      let own = subject.tags.map { $0.lowercased() }
      return tags.contains { tag in own.contains { $0 == tag || $0.hasPrefix(tag + "/") } }
    }

    func hasPath(of subject: Subject) -> Bool {
      paths.contains { $0.matches(subject.path) }
    }
  }

  private let wanted: Names
  private let unwanted: Names
  private let years: Set<Int>
  private let after: CalendarDate?
  private let before: CalendarDate?
  private let further: [DocumentTest]

  init(_ filter: SearchFilter) {
    wanted = Names(
      layers: filter.layers, types: filter.types, tags: filter.tags, paths: filter.paths)
    unwanted = Names(
      layers: filter.excluded.layers, types: filter.excluded.types, tags: filter.excluded.tags,
      paths: filter.excluded.paths)
    years = Set(filter.years)
    after = filter.after
    before = filter.before
    further = filter.further.map(DocumentTest.init)
  }

  /// Whether the filter is satisfied. A document without a date is never in a span of time.
  func fits(_ subject: Subject) -> Bool {
    guard wanted.layers.isEmpty || wanted.hasLayer(of: subject),
      wanted.types.isEmpty || wanted.hasType(of: subject),
      wanted.tags.isEmpty || wanted.hasTag(of: subject),
      wanted.paths.isEmpty || wanted.hasPath(of: subject),
      !unwanted.hasLayer(of: subject), !unwanted.hasType(of: subject),
      !unwanted.hasTag(of: subject), !unwanted.hasPath(of: subject)
    else { return false }
    return isInTime(subject.date) && further.allSatisfy { $0.fits(subject) }
  }

  private func isInTime(_ date: CalendarDate?) -> Bool {
    guard after != nil || before != nil || !years.isEmpty else { return true }
    guard let date, years.isEmpty || years.contains(date.year) else { return false }
    return after.map { date >= $0 } != false && before.map { date < $0 } != false
  }
}
