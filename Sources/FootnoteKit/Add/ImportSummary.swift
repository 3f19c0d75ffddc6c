/// What became of everything that was to be imported.
public struct ImportSummary: Sendable {
  /// What became of each source, in order.
  public private(set) var outcomes: [ImportOutcome] = []
  /// Whether nothing was written.
  public let isDryRun: Bool

  /// A summary without outcomes yet.
  public init(isDryRun: Bool) {
    self.isDryRun = isDryRun
  }

  /// Takes in what became of a source.
  public mutating func add(_ outcome: ImportOutcome) {
    outcomes.append(outcome)
  }

  /// Files that were written, or would be.
  public var added: [AddedFile] {
    outcomes.compactMap { if case .added(let file) = $0 { file } else { nil } }
  }

  /// Sources whose text is there already, with its file.
  public var known: [(source: String, path: String)] {
    outcomes.compactMap {
      if case .known(let source, let path) = $0 { (source, path) } else { nil }
    }
  }

  /// Sources that could not be added, with the reason.
  public var failed: [(source: String, error: ImportError)] {
    outcomes.compactMap {
      if case .failed(let source, let error) = $0 { (source, error) } else { nil }
    }
  }

  /// Symbolic links that lead out of the folder that was named, or nowhere.
  public var skipped: [String] {
    outcomes.compactMap { if case .skipped(let source) = $0 { source } else { nil } }
  }

  /// What else there is to say of sources.
  public var remarks: [(source: String, remark: ImportRemark)] {
    outcomes.compactMap {
      if case .remark(let source, let remark) = $0 { (source, remark) } else { nil }
    }
  }
}
