import LinearAlgebra
import Synchronization
import Testing

@Suite struct CrewTests {
  @Test(arguments: [1, 2, 5]) func everyPartIsDoneOnceAndInTime(threads: Int) {
    let wrong = Crew.together(threads) { crew in
      var wrong = 0
      for round in 0..<2000 {
        let count = round % 50
        let done = Mutex([Int](repeating: 0, count: count))
        crew.share(count, multipleOf: 1 + round % 7) { part in
          done.withLock { done in
            for index in part { done[index] += 1 }
          }
        }
        if !done.withLock({ $0.allSatisfy { $0 == 1 } }) { wrong += 1 }
      }
      return wrong
    }
    #expect(wrong == 0)
  }

  @Test func severalCrewsWorkAtOnce() async {
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask {
          Crew.together(2) { crew in
            let sum = Atomic(0)
            for _ in 0..<300 {
              crew.share(64, multipleOf: 4) { sum.add($0.count, ordering: .relaxed) }
            }
            return sum.load(ordering: .relaxed)
          } ?? 0
        }
      }
      for await sum in group { #expect(sum == 300 * 64) }
    }
  }
}
