import Foundation
import LinearAlgebra

/// What this machine can do at most: fused multiplications, OpenBLAS's `sgemm` at the encoder's shapes, memory.
enum Limits {
  /// [outputs, inputs] of the products of a layer of all-MiniLM-L6-v2.
  private static let shapes = [(1152, 384), (384, 384), (1536, 384), (384, 1536)]
  private static let layers = 6
  /// Tokens of a usual passage, on which the attention's share depends.
  private static let passage = 133

  static func run(_ list: [String]) throws {
    let arguments = try Arguments(list, known: ["repeats"])
    let repeats = try arguments.number("repeats", default: 5)
    var report: [String: Any] = ["kernel_level": KernelLevel.best.rawValue]
    // Until its first call OpenBLAS has threads of its own that look for work, and take processor time.
    _ = layer(1, 1)
    for callers in [1, 2] {
      report["fma_gflops_\(callers)"] = fusedPeak(callers, repeats).rounded(by: 1e9)
      report["memory_gb_per_second_\(callers)"] = bandwidth(callers, repeats).rounded(by: 1e9)
      let (products, work) = layer(callers, repeats)
      report["sgemm_gflops_\(callers)"] = products.rounded(by: 1e9)
      let token = Double(layers * (work + 4 * passage * 384))
      report["ceiling_tokens_per_second_\(callers)"] = products.rounded(by: token)
    }
    try Measure.report(report)
  }

  /// Units of work in a second, as the clock goes and by the processor time that was had.
  private struct Rate {
    var clock: Double
    var processor: Double

    func rounded(by unit: Double) -> [String: Double] {
      [
        "clock": Measure.rounded(clock / unit, 1),
        "processor": Measure.rounded(processor / unit, 1),
      ]
    }
  }

  /// All products of a layer at 512 rows, and their work for one row.
  private static func layer(_ callers: Int, _ repeats: Int) -> (rate: Rate, work: Int) {
    var (work, clock, processor) = (0, 0.0, 0.0)
    for (outputs, inputs) in shapes {
      let rate = products(512, outputs, inputs, callers, repeats)
      work += 2 * outputs * inputs
      clock += Double(2 * outputs * inputs) / rate.clock
      processor += Double(2 * outputs * inputs) / rate.processor
    }
    return (Rate(clock: Double(work) / clock, processor: Double(work) / processor), work)
  }

  /// Runs `body` on so many threads at once: the median over several times.
  ///
  /// - Parameter work: Units of work that one thread does.
  private static func rate(
    _ callers: Int, _ repeats: Int, work: Double, _ body: @Sendable (Int) -> Void
  ) -> Rate {
    var processor: [Double] = []
    let times = (0..<repeats).map { _ in
      let before = Measure.processorSeconds
      defer { processor.append(Measure.processorSeconds - before) }
      return Measure.seconds { Parallel.run(callers, body) }
    }
    // With processor time each thread is taken to have had a core to itself.
    let share = Measure.percentile(processor, 0.5) / Double(callers)
    return Rate(
      clock: work * Double(callers) / Measure.percentile(times, 0.5),
      processor: work * Double(callers) / share)
  }

  private static func fusedPeak(_ callers: Int, _ repeats: Int) -> Rate {
    let rounds = 20_000_000
    return rate(callers, repeats, work: Double(rounds * FusedSums.operations)) { caller in
      precondition(FusedSums.run(rounds, Float(caller) + 0.5).isFinite)
    }
  }

  private static func bandwidth(_ callers: Int, _ repeats: Int) -> Rate {
    let bytes = 1 << 28
    let memory = [UInt8](repeating: 1, count: bytes)
    return rate(callers, repeats, work: Double(bytes / callers)) { caller in
      let part = (caller * bytes / callers)..<((caller + 1) * bytes / callers)
      _ = CheckSum.of(memory.span.extracting(part))
    }
  }

  private static func products(
    _ rows: Int, _ outputs: Int, _ inputs: Int, _ callers: Int, _ repeats: Int
  ) -> Rate {
    let a = numbers(rows * inputs)
    let b = numbers(outputs * inputs)
    let times = 10
    return rate(callers, repeats, work: Double(2 * rows * outputs * inputs * times)) { _ in
      var c = [Float](repeating: 0, count: rows * outputs)
      var target = c.mutableSpan
      for _ in 0..<times {
        BLAS.multiply(
          a.span, Block(rows: rows, columns: inputs), transposed: b.span,
          Block(rows: outputs, columns: inputs), into: &target,
          Block(rows: rows, columns: outputs))
      }
    }
  }

  static func numbers(_ count: Int) -> [Float] {
    (0..<count).map { Float(($0 &* 7919) % 2003) / 1001 - 1 }
  }
}
