import Corpus

/// One run of an import: what is known grows as files are written.
struct ImportRun {
  private let destination: ImportDestination
  private let options: ImportOptions
  private var known: KnownMaterial
  private var taken: Set<PathKey> = []
  private var written: [String] = []
  /// Whether writing has failed, so that it would fail again.
  private(set) var isStopped = false

  init(destination: ImportDestination, options: ImportOptions, known: KnownMaterial) {
    self.destination = destination
    self.options = options
    self.known = known
  }

  /// Imports one source.
  mutating func take(_ source: ImportSource) -> [ImportOutcome] {
    do {
      switch source.kind {
      case .file:
        let material = try SourceReader(options: options).read(source)
        return try store(material, from: source)
      case .archive:
        return try takeArchive(source)
      }
    } catch {
      return [.failed(source: source.shown, error: error)]
    }
  }

  private mutating func takeArchive(_ source: ImportSource) throws(ImportError) -> [ImportOutcome] {
    let known = known
    let result = try PostImporter.read(source.path, options: options) { known.path(ofPost: $0) }
    var outcomes: [ImportOutcome] = []
    if result.materials.isEmpty {
      outcomes += result.known.map { .known(source: source.shown, path: $0) }
    }
    for material in result.materials where !isStopped {
      do {
        outcomes += try store(material, from: source)
      } catch {
        outcomes.append(.failed(source: source.shown, error: error))
      }
    }
    return outcomes + result.remarks.map { .remark(source: source.shown, remark: $0) }
  }

  /// Writes material that is new.
  private mutating func store(
    _ material: Material, from source: ImportSource
  ) throws(ImportError) -> [ImportOutcome] {
    if let path = known.path(of: material.body) {
      return [.known(source: source.shown, path: path)]
    }
    let fields = FieldResolver(options: options).fields(of: material, source: source)
    let text = head(of: material, fields) + "\n" + Self.ended(material.body)
    let bytes = Array(text.utf8)
    guard bytes.count <= SourceReader.maximumSize else {
      throw .tooLarge(limit: SourceReader.maximumSize)
    }
    let path: String
    do {
      path = try destination.write(
        bytes, as: MaterialNaming(material.form, fields), taken: &taken, isDryRun: options.isDryRun)
    } catch {
      if case .notWritten = error { isStopped = true }
      throw error
    }
    known.add(bytes, path: path)
    written.append(path)
    let file = AddedFile(path: path, source: source.shown, fields: fields, size: bytes.count)
    return [.added(file)] + material.remarks.map { .remark(source: source.shown, remark: $0) }
  }

  private func head(of material: Material, _ fields: MaterialFields) -> String {
    let entries = fields.entries(imported: options.today)
    guard let own = material.head else { return FrontMatterText.text(of: entries) }
    return own.text(completedWith: entries, chosen: options.chosenKeys)
  }

  /// The text without empty lines before it, ended by a line end.
  private static func ended(_ body: String) -> String {
    let text = body.drop { $0.isNewline }
    return (text.last?.isNewline ?? false) ? String(text) : text + "\n"
  }

  /// Files that were written where the rules of the knowledge base leave them out.
  func ignoredPaths() throws(CorpusError) -> [String] {
    guard !options.isDryRun, !written.isEmpty else { return [] }
    let found = Set(try CorpusReader(destination.base).walk().files.map { PathKey($0.path) })
    return written.filter { !found.contains(PathKey($0)) }
  }
}
