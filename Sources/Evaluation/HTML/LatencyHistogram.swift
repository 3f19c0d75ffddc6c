internal import Foundation

/// Histograms of latencies below each other, on one logarithmic scale.
struct LatencyHistogram {
  struct Sample {
    let name: String
    /// The class of the mode's colour.
    let style: String
    let milliseconds: [Double]
  }

  private static let (left, width, rowHeight, barHeight) = (6.0, 388.0, 74.0, 46.0)
  private static let binCount = 48
  /// Faster answers are drawn as if they took this many milliseconds.
  private static let floor = 0.001

  let samples: [Sample]
  private let lower: Double
  private let upper: Double

  init(samples: [Sample]) {
    self.samples = samples
    let all = samples.flatMap(\.milliseconds).map { max(Self.floor, $0) }
    let (least, most) = (all.min() ?? 1, all.max() ?? 1)
    // Half a step of the ticks on both sides keeps a single value in the middle.
    lower = log10(least) - 0.1
    upper = log10(most) + 0.1
  }

  var markup: Markup {
    let bottom = Double(samples.count) * Self.rowHeight
    let rows = samples.enumerated().map { index, sample in
      row(sample, top: Double(index) * Self.rowHeight)
    }
    let ticks = ticks.map { value -> Markup in
      let x = x(value)
      return """
        <path class="grid" d="M\(x) 18V\(bottom + 2)"/>\
        <text x="\(x)" y="\(bottom + 16)" text-anchor="middle">\(Self.label(value))</text>

        """
    }
    return """
      <figure>
      <svg viewBox="0 0 400 \(bottom + 22)" role="img" aria-label="Histogram of latencies">\
      \(ticks)\(rows)</svg>
      <figcaption>Answers by milliseconds (logarithmic); the marks are p50 and p95</figcaption>
      </figure>

      """
  }

  private func row(_ sample: Sample, top: Double) -> Markup {
    let base = top + 22 + Self.barHeight
    var bins = [Int](repeating: 0, count: Self.binCount)
    for value in sample.milliseconds {
      let share = (log10(max(Self.floor, value)) - lower) / (upper - lower)
      bins[min(Self.binCount - 1, max(0, Int(share * Double(Self.binCount))))] += 1
    }
    let most = Double(max(1, bins.max() ?? 1))
    let step = Self.width / Double(Self.binCount)
    let bars = bins.enumerated().filter { $0.element > 0 }.map { index, count -> Markup in
      let height = Double(count) / most * Self.barHeight
      return """
        <rect class="bar \(sample.style)" x="\(Self.left + Double(index) * step)" \
        y="\(base - height)" width="\(step - 1)" height="\(height)">\
        <title>\(Figure.count(count, "answer"))</title></rect>
        """
    }
    let latency = LatencySummary(milliseconds: sample.milliseconds)
    let marks = [latency.p50, latency.p95].map { value -> Markup in
      "<path class=\"mark\" d=\"M\(x(value)) \(base + 2)v-\(Self.barHeight + 6)\"/>"
    }
    return """
      <text x="\(Self.left)" y="\(top + 13)">\(sample.name)</text>\(bars)\(marks)\
      <path class="grid" d="M\(Self.left) \(base)h\(Self.width)"/>

      """
  }

  /// 1, 2 and 5 times the powers of ten in range; only the powers where these would be too many.
  private var ticks: [Double] {
    let exponents = Int(lower.rounded(.down))...Int(upper.rounded(.up))
    let factors = upper - lower > 2.5 ? [1.0] : [1.0, 2.0, 5.0]
    return exponents.flatMap { exponent in factors.map { $0 * pow(10, Double(exponent)) } }
      .filter { (lower...upper).contains(log10($0)) }
  }

  private func x(_ milliseconds: Double) -> Double {
    Self.left + Self.width * (log10(max(Self.floor, milliseconds)) - lower) / (upper - lower)
  }

  private static func label(_ value: Double) -> String {
    value >= 1 ? String(Int(value.rounded())) : String(format: "%g", value)
  }
}
