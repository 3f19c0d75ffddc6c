internal import Corpus
internal import GRDB
internal import InvertedIndex

/// Which passages may answer a question: those of the right documents, with every phrase, without any
/// excluded word.
struct PassageFilter {
  let database: Database
  let analyzer: Analyzer
  let snapshot: IndexSnapshot

  /// The passages that are allowed; `nil` where all are.
  func allowed(for query: Query, filter: SearchFilter) throws -> PassageSet? {
    let filtered = filter.isEmpty ? nil : try passages(of: filter)
    var allowed = filtered?.ordinals
    for phrase in query.phrases {
      guard let matches = try phrases.passages(with: phrase) else { continue }
      let found = terms.passages(withIDs: matches.sorted())
      allowed = allowed?.intersection(found) ?? found
    }
    var excluded: Set<Int64> = []
    for phrase in query.excluded {
      if let matches = try phrases.passages(with: phrase) { excluded.formUnion(matches) }
    }
    if !excluded.isEmpty {
      var rest = allowed ?? terms.passages(ofDocuments: { _ in true })
      rest.subtract(terms.passages(withIDs: excluded.sorted()))
      allowed = rest
    }
    if allowed == filtered?.ordinals { return filtered }
    return allowed.map { PassageSet($0, of: terms) }
  }

  private var terms: InvertedIndex { snapshot.terms }
  private var phrases: PhraseFinder { PhraseFinder(database: database, analyzer: analyzer) }

  private func passages(of filter: SearchFilter) throws -> PassageSet {
    try snapshot.passages(filter) {
      let test = DocumentTest(filter)
      var documents: [Int64] = []
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, layer, type, tags, path, date FROM document ORDER BY id")
      while let row = try rows.next() {
        if test.fits(try Self.subject(row)) { documents.append(try row.decode(atIndex: 0)) }
      }
      return PassageSet(terms.passages(ofDocuments: documents), of: terms)
    }
  }

  private static func subject(_ row: Row) throws -> DocumentTest.Subject {
    DocumentTest.Subject(
      layer: try row.decode(atIndex: 1), type: try row.decode(atIndex: 2),
      tags: JSONText.decode(try row.decode(atIndex: 3)), path: try row.decode(atIndex: 4),
      date: CalendarDate(iso: try row.decode(atIndex: 5)))
  }
}
