/// Why the dense leg did not answer.
enum LegFailure: Error, Sendable, Hashable {
  case noModel
  case notEncoded
  /// The page whose neighbours are looked for has no vector, while others have.
  case pageNotEncoded
  case otherModel(index: String, loaded: String)
  case failed(String)

  /// One line for people: what, and how to mend it.
  var message: String {
    switch self {
    case .noModel:
      "the semantic leg is off: no model is installed (make model, then footnote index)"
    case .notEncoded:
      "the semantic leg is off: no passage is encoded yet (run footnote index)"
    case .pageNotEncoded:
      "the semantic leg is off: this page is not encoded yet (run footnote index)"
    case .otherModel(let index, let loaded):
      "the semantic leg is off: the index holds vectors of \(index), but \(loaded) is loaded "
        + "(run footnote index, or choose the model with --model)"
    case .failed(let reason):
      "the semantic leg failed: \(reason)"
    }
  }
}
