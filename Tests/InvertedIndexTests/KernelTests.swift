import CKernels
import InvertedIndex
import Testing

/// The blocks of postings, with the form for any processor and with that of this one.
struct KernelTests {
  private static let levels: [kernels_level] =
    kernels_supports(KERNELS_AVX2) != 0 ? [KERNELS_PORTABLE, KERNELS_AVX2] : [KERNELS_PORTABLE]

  private struct Sample {
    var ordinals: [UInt32] = []
    var titles: [UInt8] = []
    var headings: [UInt8] = []
    var bodies: [UInt8] = []

    /// - Parameter gap: The largest difference between neighbours is about this.
    init(_ count: Int, gap: UInt32, most: UInt8, named: Bool, _ generator: inout SeededGenerator) {
      var next: UInt32 = 1000
      for _ in 0..<count {
        next += UInt32.random(in: 0..<max(1, gap), using: &generator)
        ordinals.append(next)
        next += 1
        bodies.append(UInt8.random(in: (named ? 0 : 1)...max(1, most), using: &generator))
        titles.append(named ? UInt8.random(in: 0...most, using: &generator) : 0)
        headings.append(named ? UInt8.random(in: 0...3, using: &generator) : 0)
      }
    }

    var packed: [UInt8] {
      var out = [UInt8](repeating: 255, count: Int(POSTINGS_LARGEST) + 16)
      let size = postings_encode(
        ordinals, titles, headings, bodies, UInt32(ordinals.count), 1000, &out)
      // What lies behind a block must not count.
      for place in size..<out.count { out[place] = 0xA5 }
      return Array(out[..<(size + 16)])
    }

    var counts: [UInt32] {
      bodies.indices.map {
        UInt32(titles[$0]) << 16 | UInt32(headings[$0]) << 8 | UInt32(bodies[$0])
      }
    }
  }

  @Test(arguments: [1, 2, 5, 31, 127, 128])
  func blocksComeBackAsTheyWere(count: Int) throws {
    var generator = SeededGenerator(UInt64(count))
    for bits in 0..<25 {
      for most: UInt8 in [1, 2, 9, 255] {
        for named in [false, true] {
          let sample = Sample(count, gap: 1 << bits, most: most, named: named, &generator)
          try check(sample)
        }
      }
    }
  }

  private func check(_ sample: Sample) throws {
    let packed = sample.packed
    let count = sample.ordinals.count
    let last = try #require(sample.ordinals.last)
    packed.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var block = postings_block()
      #expect(
        postings_open(&block, base, packed.count - 16, 1000, last, UInt32(count)) == 1)
      #expect(postings_open(&block, base, packed.count - 17, 1000, last, UInt32(count)) == 0)
      for level in Self.levels {
        _ = postings_open(&block, base, packed.count - 16, 1000, last, UInt32(count))
        var ordinals = [UInt32](repeating: 7, count: Int(POSTINGS_BLOCK) + 1)
        postings_ordinals(level, &block, &ordinals)
        #expect(Array(ordinals.prefix(count)) == sample.ordinals)
        #expect(ordinals.last == 7)
        var counts = [UInt32](repeating: 7, count: Int(POSTINGS_BLOCK) + 1)
        postings_all_counts(level, &block, &counts)
        #expect(Array(counts.prefix(count)) == sample.counts)
        #expect(counts.last == 7)
        for index in 0..<count {
          #expect(postings_find(&block, ordinals, sample.ordinals[index]) == Int32(index))
          #expect(postings_counts(&block, UInt32(index)) == sample.counts[index])
        }
        let members = Set(sample.ordinals)
        for ordinal in (sample.ordinals[0] - 3)...(sample.ordinals[0] + 40)
        where !members.contains(ordinal) {
          #expect(postings_find(&block, ordinals, ordinal) == -1)
        }
      }
    }
  }

  /// Any bytes are read without leaving the block, and ordinals stay below its end.
  @Test func anyBytesAreReadWithoutHarm() {
    var generator = SeededGenerator(99)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 20...700, using: &generator)).map { place in
        place == 0 && Bool.random(using: &generator)
          ? UInt8.random(in: 0...32, using: &generator)
          : UInt8.random(in: 0...(place < 3 ? 40 : 255), using: &generator)
      }
      let last = UInt32.random(in: 0...3000, using: &generator)
      let base = UInt32.random(in: 0...3000, using: &generator)
      let count = UInt32.random(in: 0...140, using: &generator)
      bytes.withUnsafeBufferPointer { memory in
        guard let start = memory.baseAddress else { return }
        var block = postings_block()
        guard postings_open(&block, start, bytes.count - 16, base, last, count) != 0 else { return }
        for level in Self.levels {
          var ordinals = [UInt32](repeating: 7, count: Int(POSTINGS_BLOCK) + 1)
          postings_ordinals(level, &block, &ordinals)
          #expect(ordinals[..<Int(POSTINGS_BLOCK)].allSatisfy { $0 <= last })
          #expect(ordinals.last == 7)
          for wanted in stride(from: base, through: last, by: 11) {
            let index = postings_find(&block, ordinals, wanted)
            #expect(index < Int32(count))
          }
        }
      }
    }
  }

  @Test func placesThatReachABoundAreCollected() {
    var generator = SeededGenerator(3)
    let sums =
      (0..<512).map { _ in Float.random(in: 0...1, using: &generator) } + [
        .nan, 2, 0, 0, 0, 0, 0, 1,
      ]
    for level in Self.levels {
      var places = [UInt32](repeating: 0, count: sums.count + 8)
      let count = postings_collect(level, sums, sums.count, 0.75, &places)
      #expect(places[..<count].map { Int($0) } == sums.indices.filter { sums[$0] >= 0.75 })
    }
  }
}
