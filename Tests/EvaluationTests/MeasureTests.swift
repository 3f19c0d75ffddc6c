import Evaluation
import Testing

struct MeasureTests {
  @Test func namesAreReadAndWritten() {
    let names = Measure.standard.map(\.description)
    #expect(
      names == [
        "nDCG@10", "MAP", "MRR@10", "P@5", "Recall@10", "Recall@100", "Rprec", "Success@1",
      ])
    #expect(names.compactMap(Measure.init) == Measure.standard)
    #expect(Measure("ndcg@3") == .nDCG(3))
    #expect(Measure("map") == .averagePrecision)
    #expect(Measure("mrr@100") == .reciprocalRank(100))
  }

  @Test(arguments: [
    "", "@", "nDCG", "nDCG@", "nDCG@0", "nDCG@-1", "nDCG@+1", "nDCG@1.5", "nDCG@1@2", "MAP@10",
    "Rprec@5", "MRR", "Bpref", "nDCG @10", "P@99999999999999999999",
  ])
  func otherNamesAreNone(name: String) {
    #expect(Measure(name) == nil)
  }
}
