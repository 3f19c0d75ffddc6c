import Foundation
import InvertedIndex

/// Made-up passages.
struct SampleCorpus {
  var passages: [SamplePassage] = []

  /// Terms follow Zipf's law, as words do; ids and documents have gaps.
  init(_ count: Int, terms: Int = 400, seed: UInt64, maximalLength: Int = 60) {
    var generator = SeededGenerator(seed)
    var id: Int64 = 0
    for number in 0..<count {
      id += Int64.random(in: 1...3, using: &generator)
      var passage = SamplePassage(id: id, document: Int64(number / 7) * 5, place: number % 7)
      func words(_ count: Int) -> [String] {
        (0..<count).map { _ in Self.word(terms, &generator) }
      }
      passage.title = words(Int.random(in: 0...2, using: &generator))
      passage.heading = words(Int.random(in: 0...3, using: &generator))
      passage.body = words(Int.random(in: 0...maximalLength, using: &generator))
      if number % 97 == 3 { passage.body += Array(repeating: "often", count: 300 + number) }
      passage.isList = number % 11 == 0
      passages.append(passage)
    }
  }

  static func word(_ terms: Int, _ generator: inout SeededGenerator) -> String {
    // The inverse of the distribution function of 1 / rank.
    "w\(Int(pow(Double(terms), Double.random(in: 0..<1, using: &generator))))"
  }
}
