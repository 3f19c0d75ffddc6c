public import Corpus

/// Brings material into a knowledge base: markdown, plain text, pages of the web, PDFs, transcripts, and the
/// posts of an X archive.
///
///     let importer = try Importer(into: base, options: options)
///     try importer.run(["page.html", "talk.vtt"], workingDirectory: here) { print($0) }
///
/// Writes only beneath the chosen folder, and never into a file that is there. Material whose text the layer
/// has already, under whatever name, is recognised by the sha256 of its text. Imports into the same knowledge base wait
/// for each other.
///
/// ## Topics
/// - ``ImportOptions``
/// - ``ImportOutcome``
/// - ``ImportError``
public struct Importer: Sendable {
  private let destination: ImportDestination
  private let options: ImportOptions

  /// - Throws: `ImportError.noRawLayer`, `.outside`.
  public init(into base: KnowledgeBase, options: ImportOptions) throws(ImportError) {
    self.options = options
    destination = try ImportDestination(base, folder: options.folder)
  }

  /// Imports files and folders, one after the other. What cannot be imported does not stop the others,
  /// except that nothing can be written at all.
  ///
  /// - Parameters:
  ///   - paths: files, and folders that are walked.
  ///   - workingDirectory: from which they are named.
  ///   - progress: is told the number of sources that are done, and of all.
  ///   - report: is told what became of each source, as soon as that is known.
  /// - Throws: `ImportError.optionForMany` before anything is read, `CorpusError` where the layer cannot be
  ///   read, and what `report` throws.
  public func run(
    _ paths: [String], workingDirectory: String, progress: (Int, Int) -> Void = { _, _ in },
    report: (ImportOutcome) throws -> Void
  ) throws {
    let walk = SourceWalk(paths, workingDirectory: workingDirectory)
    if walk.sources.count > 1 {
      if options.title != nil { throw ImportError.optionForMany(option: "--title") }
      if options.url != nil { throw ImportError.optionForMany(option: "--url") }
    }
    for outcome in walk.outcomes { try report(outcome) }
    guard !walk.sources.isEmpty else { return }
    // A dry run writes nothing that another one could miss.
    if options.isDryRun { return try take(walk.sources, progress: progress, report: report) }
    try ImportLock.hold(destination.base.root) {
      try take(walk.sources, progress: progress, report: report)
    }
  }

  private func take(
    _ sources: [ImportSource], progress: (Int, Int) -> Void,
    report: (ImportOutcome) throws -> Void
  ) throws {
    let known = try KnownMaterial(destination.base, layer: destination.layer)
    var run = ImportRun(destination: destination, options: options, known: known)
    for (index, source) in sources.enumerated() {
      progress(index, sources.count)
      for outcome in run.take(source) { try report(outcome) }
      if run.isStopped { return }
    }
    for path in try run.ignoredPaths() {
      try report(.remark(source: path, remark: .ignored(path: path)))
    }
    progress(sources.count, sources.count)
  }
}
