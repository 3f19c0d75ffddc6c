import Foundation
import InvertedIndex

/// Scores as they are defined, from the words of the passages.
struct BruteForce {
  let passages: [SamplePassage]
  var parameters = BM25Parameters()

  var average: Double {
    let total = passages.reduce(0) { $0 + $1.length }
    return passages.isEmpty ? 1 : max(1, Double(total) / Double(passages.count))
  }

  func frequency(of element: TermElement) -> Int {
    passages.count { $0.counts(of: element).body > 0 }
  }

  func rarity(of element: TermElement) -> Double {
    let n = Double(frequency(of: element))
    return log(1 + (Double(passages.count) - n + 0.5) / (n + 0.5))
  }

  /// Id, score and coverage of all passages that score, best first.
  func ranking(_ elements: [TermElement]) -> [(id: Int64, score: Double, coverage: Double)] {
    let average = average
    let rarities = elements.map(rarity(of:))
    var found: [(id: Int64, score: Double, coverage: Double)] = []
    for passage in passages {
      var (score, coverage) = (0.0, 0.0)
      for (element, rarity) in zip(elements, rarities) {
        let counts = passage.counts(of: element)
        if counts == FieldTally() { continue }
        let occurrences =
          parameters.title * Double(counts.title) + parameters.heading * Double(counts.heading)
          + parameters.body * Double(counts.body)
        let (k1, b) = (parameters.k1, parameters.b)
        let norm = k1 * (1 - b + b * (Double(passage.length) / average))
        score += rarity * Double(element.count) * (occurrences * (k1 + 1) / (occurrences + norm))
        coverage += rarity
      }
      if score > 0 { found.append((passage.id, score, coverage)) }
    }
    return found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
  }
}
