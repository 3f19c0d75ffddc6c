import FootnoteKit
import TerminalOutput

/// One update of an index: documents, then vectors, then a line that says what was done.
struct IndexUpdate {
  var session: Session
  let console: Console
  let isQuiet: Bool
  /// Whether a missing model is an error, since the user named one.
  let needsModel: Bool

  /// Updates the index; one that turns out to be damaged on the way is built anew, once.
  ///
  /// - Throws: `ExitStatus.interrupted` where `stop` ended it; `IndexError`, `CorpusError`,
  ///   `EncoderError`.
  func run(_ rebuild: IndexRebuild, stop: StopToken) throws {
    do {
      try update(rebuild, stop: stop)
    } catch IndexError.damaged(_, let reason) {
      console.note("rebuilding the index, which is damaged (\(reason))")
      try update(.atOnce, stop: stop)
    }
  }

  private func update(_ rebuild: IndexRebuild, stop: StopToken) throws {
    let line = ProgressLine(console)
    defer { line.clear() }
    let encoder = try encoder()
    let writer = try IndexWriter(session.knowledgeBase, folder: session.folder, rebuild: rebuild)
    for repair in writer.repairs { console.note(repair) }
    let refresh = try writer.refresh(stop: stop, progress: line.show)
    var encoding: EncodingReport?
    if !refresh.wasStopped, let encoder {
      encoding = try writer.encode(with: encoder, stop: stop, progress: line.show)
    }
    line.clear()
    try report(refresh, encoding)
    if refresh.wasStopped || encoding?.wasStopped == true {
      console.note(
        refresh.isDiscarded
          ? "stopped; the index is as it was"
          : "stopped; what is done is kept, and footnote index goes on from there")
      throw ExitStatus.interrupted
    }
  }

  /// The model; without one the index is made of words alone, and that is said.
  private func encoder() throws -> (any SentenceEncoder)? {
    do throws(EncoderError) {
      return try session.encoder()
    } catch {
      guard case .modelNotFound(let name, _) = error, !needsModel else { throw error }
      console.note(
        "no model: the index is made of words alone (\(name) is not installed; "
          + "\(ModelAdvice.installation(of: name)))")
      return nil
    }
  }

  private func report(_ refresh: RefreshReport, _ encoding: EncodingReport?) throws {
    for line in SkippedLines.lines(of: refresh.skipped) { console.note(line) }
    if let cut = encoding?.truncated, !cut.isEmpty {
      let count = NumberText.counted(cut.count, "passage")
      console.note("\(count) longer than the model takes, cut off for it: the first is \(cut[0])")
    }
    if isQuiet { return }
    let status = try session.index().status()
    var parts = [
      NumberText.counted(status.documents, "document") + " (\(refresh.summary))",
      NumberText.counted(status.passages, "passage"),
      NumberText.percent(status.passages == 0 ? 1 : status.embedded) + " embedded",
    ]
    if let encoding, encoding.encoded > 0 {
      let rate = Double(encoding.encoded) / max(encoding.seconds, 0.001)
      parts.append("\(NumberText.decimal(rate, places: 0)) encoded a second")
    }
    parts.append(NumberText.duration(refresh.seconds + (encoding?.seconds ?? 0)))
    try console.output.line(parts.joined(separator: ", "))
    try console.output.flush()
  }
}
