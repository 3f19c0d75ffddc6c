/// What became of everything that was to be imported.
public struct ImportSummary: Sendable {
  public private(set) var outcomes: [ImportOutcome] = []
  public let isDryRun: Bool

  public init(isDryRun: Bool) {
    self.isDryRun = isDryRun
  }

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

  public var failed: [(source: String, error: ImportError)] {
    outcomes.compactMap {
      if case .failed(let source, let error) = $0 { (source, error) } else { nil }
    }
  }

  public var skipped: [String] {
    outcomes.compactMap { if case .skipped(let source) = $0 { source } else { nil } }
  }

  public var remarks: [(source: String, remark: ImportRemark)] {
    outcomes.compactMap {
      if case .remark(let source, let remark) = $0 { (source, remark) } else { nil }
    }
  }
}
