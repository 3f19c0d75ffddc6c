import InvertedIndex

/// A passage of a made-up knowledge base.
struct SamplePassage {
  var id: Int64
  var document: Int64
  var place: Int
  var isList = false
  var title: [String] = []
  var heading: [String] = []
  var body: [String] = []

  var length: Int { title.count + heading.count + body.count }

  /// The counts of an element, as they are kept: 255 at most for a term, and for a prefix's sum.
  func counts(of element: TermElement) -> FieldTally {
    func count(_ words: [String]) -> UInt8 {
      var perTerm: [String: Int] = [:]
      for word in words {
        let fits =
          element.isPrefix ? word.utf8.starts(with: element.term.utf8) : word == element.term
        if fits { perTerm[word, default: 0] += 1 }
      }
      return UInt8(clamping: perTerm.values.reduce(0) { $0 + min(255, $1) })
    }
    return FieldTally(title: count(title), heading: count(heading), body: count(body))
  }
}
