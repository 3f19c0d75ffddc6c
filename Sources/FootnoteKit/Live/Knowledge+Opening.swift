extension Knowledge {
  /// A knowledge base in a folder: any folder of markdown. Neither index nor model is opened yet.
  ///
  /// The index goes to its usual place; `FOOTNOTE_MODEL` and the other variables of this process's
  /// environment count. For more control make a ``Session`` from ``SessionOptions`` and use
  /// ``init(opening:refreshes:)``.
  ///
  /// - Parameters:
  ///   - folder: Its path; a relative one begins at the working directory of this process.
  ///   - model: Name or folder of the sentence encoder; `nil` for the one that `footnote.yml`, then the
  ///     environment names.
  ///   - refreshes: Whether changed files are read before an answer; without it an answer comes from what
  ///     the index holds.
  /// - Throws: `CorpusError`.
  public convenience init(
    folder: String, model: String? = nil, refreshes: Bool = true
  ) throws(CorpusError) {
    try self.init(folders: [folder], model: model, refreshes: refreshes)
  }

  /// Several knowledge bases that are asked as one. Paths and citations in answers then begin with the name
  /// of their knowledge base.
  ///
  /// - Parameters:
  ///   - folders: Their paths; relative ones begin at the working directory of this process.
  ///   - model: Name or folder of the sentence encoder; `nil` for the one that `footnote.yml`, then the
  ///     environment names.
  ///   - refreshes: Whether changed files are read before an answer; without it an answer comes from what
  ///     the index holds.
  /// - Precondition: There is at least one folder.
  /// - Throws: `CorpusError`.
  public convenience init(
    folders: [String], model: String? = nil, refreshes: Bool = true
  ) throws(CorpusError) {
    var sessions: [Session] = []
    for folder in folders {
      sessions.append(try Session(SessionOptions(root: folder, model: model)))
    }
    self.init(opening: sessions, refreshes: refreshes)
  }
}
