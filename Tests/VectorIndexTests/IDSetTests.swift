import Testing
import VectorIndex

@Suite struct IDSetTests {
  @Test(arguments: [1, 3, 5000, 1 << 40]) func equalsASet(gap: Int) {
    var sample = Sample(seed: UInt64(gap))
    var next = Int64(-3 * gap)
    let ids = (0..<2000).map { _ -> Int64 in
      next += Int64(1 + sample.index(below: gap))
      return next
    }
    var shuffled = ids + ids.prefix(10)
    for index in shuffled.indices { shuffled.swapAt(index, sample.index(below: shuffled.count)) }
    let set = IDSet(shuffled)
    #expect(set == IDSet(ids) && set.count == 2000 && !set.isEmpty)
    let all = Set(ids)
    for id in ids { #expect(set.contains(id)) }
    for id in ids.map({ $0 + 1 }) + [.min, .max, 0] {
      #expect(set.contains(id) == all.contains(id))
    }
    for range in [ids[0]...ids[0], ids[5]...ids[900], Int64.min...Int64.max, (ids[3] + 1)...ids[4]]
    {
      #expect(set.ids(in: range) == ids.filter(range.contains))
      #expect(set.count(in: range) == ids.count(where: range.contains))
    }
  }

  @Test func empty() {
    #expect(IDSet().isEmpty && !IDSet().contains(0) && IDSet().ids(in: 0...9) == [])
    #expect(IDSet([.min, .max]).contains(.max) && IDSet([.min, .max]).count(in: .min ... -1) == 1)
  }
}
