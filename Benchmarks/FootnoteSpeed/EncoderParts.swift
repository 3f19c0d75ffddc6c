import Encoder
import LinearAlgebra

/// Where an encoder's time goes: each part alone, at the shapes of all-MiniLM-L6-v2, on one core, as microseconds
/// of processor time a token of all its layers.
struct EncoderParts {
  private static let (width, inner, layers, heads) = (384, 1536, 6, 12)
  private static let shapes = [(3 * width, width), (width, width), (inner, width), (width, inner)]
  private let rows = 96

  static func report(
    _ precision: Precision, encoder: BERTEncoder, texts: [String], tokens: Int
  ) -> [String: Double] {
    let parts = EncoderParts()
    let length = max(1, tokens / max(1, texts.count))
    var result = [
      "products": parts.products(precision), "attention": parts.attention(length),
      "softmax": parts.softmax(length), "layer_norm": parts.layerNorm(), "gelu": parts.gelu(),
    ]
    if precision == .int8 { result["rounding"] = parts.rounding() }
    let before = Measure.processorSeconds
    _ = encoder.tokenize(texts, as: .passage)
    result["tokenizer"] = (Measure.processorSeconds - before) / Double(max(1, tokens)) * 1e6
    return result.mapValues { Measure.rounded($0, 2) }
  }

  /// Microseconds a row that `body` takes for `rows` of them: the least of several runs.
  private func time(_ rows: Int, _ body: () -> Void) -> Double {
    let times = (0..<9).map { _ in
      let before = Measure.processorSeconds
      for _ in 0..<20 { body() }
      return Measure.processorSeconds - before
    }
    return (times.min() ?? 0) / Double(20 * rows) * 1e6 * Double(Self.layers)
  }

  private func products(_ precision: Precision) -> Double {
    Self.shapes.reduce(0) { sum, shape in
      let (outputs, inputs) = shape
      let weights = MatrixView(
        Matrix(rows: outputs, columns: inputs, values: Limits.numbers(outputs * inputs)))
      let a = Limits.numbers(rows * inputs)
      var c = [Float](repeating: 0, count: rows * outputs)
      var target = c.mutableSpan
      let (from, to) = (Block(rows: rows, columns: inputs), Block(rows: rows, columns: outputs))
      switch precision {
      case .float32:
        let packed = PackedMatrix(stacking: [weights])
        return sum + time(rows) { packed.multiply(a.span, from, into: &target, to) }
      case .int8:
        let packed = QuantizedMatrix(weights)
        var rounded = QuantizedRows()
        rounded.quantize(a.span, from)
        return sum + time(rows) { packed.multiply(rounded, into: &target, to) }
      }
    }
  }

  private func rounding() -> Double {
    [Self.width, Self.width, Self.width, Self.inner].reduce(0) { sum, columns in
      let a = Limits.numbers(rows * columns)
      var rounded = QuantizedRows()
      return sum + time(rows) { rounded.quantize(a.span, Block(rows: rows, columns: columns)) }
    }
  }

  private func attention(_ length: Int) -> Double {
    let x = Limits.numbers(length * 3 * Self.width)
    var y = [Float](repeating: 0, count: length * Self.width)
    var scratch: [Float] = []
    var target = y.mutableSpan
    return time(length) {
      Kernels.attention(
        x.span, tokens: 0..<length, heads: Self.heads, headDimensions: Self.width / Self.heads,
        scratch: &scratch, into: &target)
    }
  }

  /// A part of the attention.
  private func softmax(_ length: Int) -> Double {
    let columns = (length + 15) / 16 * 16
    var x = Limits.numbers(length * columns)
    var target = x.mutableSpan
    return Double(Self.heads)
      * time(length) { Kernels.softmax(&target, Block(rows: length, columns: columns)) }
  }

  private func layerNorm() -> Double {
    let (residual, vector) = (Limits.numbers(rows * Self.width), Limits.numbers(Self.width))
    var x = residual
    var target = x.mutableSpan
    return 2
      * time(rows) {
        Kernels.layerNorm(
          &target, Block(rows: rows, columns: Self.width), bias: vector.span,
          residual: residual.span, scale: vector.span, shift: vector.span, epsilon: 1e-12)
      }
  }

  private func gelu() -> Double {
    let bias = Limits.numbers(Self.inner)
    var x = Limits.numbers(rows * Self.inner)
    var target = x.mutableSpan
    return time(rows) {
      Kernels.gelu(&target, Block(rows: rows, columns: Self.inner), bias: bias.span)
    }
  }
}
