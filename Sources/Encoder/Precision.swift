/// What the numbers of the layers' products are.
public enum Precision: String, Sendable, CaseIterable {
  /// 32-bit floats, as the model was published.
  case float32
  /// 8-bit integers with one scale for each row of weights and for each token, both with their columns mixed. The
  /// word and position vectors, attention, normalisation and the vectors that come out stay floats.
  case int8

  /// What a model's fingerprint says of it. Where activations are rounded, a last bit decides between two
  /// integers, so that kernels that add in another order give vectors that are not quite the same
  /// (mean cosine 0.9992 between the first two): their number is raised whenever that, or what is rounded, changes.
  var fingerprintText: String {
    switch self {
    case .float32: ""
    case .int8: "\nprecision: int8\nkernels: 3"
    }
  }

  /// What is used where nothing else is asked for; `docs/decisions.md` has the figures.
  public static let standard = Precision.int8

  /// What an environment asks for with `FOOTNOTE_PRECISION`, `nil` where it asks for nothing.
  ///
  /// - Throws: `unknownPrecision` where it names none.
  public static func named(
    in environment: [String: String]
  ) throws(EncoderError) -> Precision? {
    guard let name = environment["FOOTNOTE_PRECISION"], !name.isEmpty else { return nil }
    guard let precision = Precision(rawValue: name) else { throw .unknownPrecision(name) }
    return precision
  }
}
