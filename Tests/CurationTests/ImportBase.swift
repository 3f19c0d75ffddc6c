import Corpus
import Curation
import Foundation
import Testing

/// A knowledge base that material is brought into, and a folder beside it for that material.
final class ImportBase {
  let root: URL
  let sources: URL
  private let folder: URL

  /// - Parameter layers: folders that are there; with a configuration, what that says.
  init(layers: [String] = ["raw", "wiki"], configuration: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("curation-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    root = folder.appendingPathComponent("base")
    sources = folder.appendingPathComponent("sources")
    for path in layers.map({ root.appendingPathComponent($0) }) + [root, sources] {
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    }
    if let configuration {
      try Data(configuration.utf8).write(to: root.appendingPathComponent("footnote.yml"))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a source; its last change is on 3 February 2024.
  @discardableResult
  func source(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = sources.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    let noon = Date(timeIntervalSince1970: 1_706_961_600)
    try FileManager.default.setAttributes([.modificationDate: noon], ofItemAtPath: file.path)
    return file.path
  }

  @discardableResult
  func source(_ name: String, _ text: String) throws -> String {
    try source(name, Array(text.utf8))
  }

  /// Imports, on 24 November 2026.
  func add(
    _ paths: String..., options change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    let today = try #require(CalendarDate(parsing: "2026-11-24"))
    var options = ImportOptions(today: today, environment: ProcessInfo.processInfo.environment)
    change(&options)
    let importer = try Importer(into: KnowledgeBase(root: root.path), options: options)
    var outcomes: [ImportOutcome] = []
    try importer.run(paths, workingDirectory: sources.path) { outcomes.append($0) }
    return outcomes
  }

  /// Imports one source that comes out as one file, and returns it.
  func addOne(
    _ path: String, options change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (path: String, text: String, body: String) {
    let outcomes = try add(path, options: change)
    let file = try #require(outcomes.added.first, "\(outcomes)")
    let text = try read(file.path)
    let body = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false).last
    return (file.path, text, String(body ?? "").trimmingCharacters(in: .newlines))
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// What the parser makes of an imported file.
  func parsed(_ path: String) throws -> ParsedDocument {
    let bytes = Array(try read(path).utf8)
    return DocumentParser().parse(bytes, path: path, layer: "raw")
  }
}

extension [ImportOutcome] {
  var added: [AddedFile] {
    compactMap { if case .added(let file) = $0 { file } else { nil } }
  }

  var known: [String] {
    compactMap { if case .known(_, let path) = $0 { path } else { nil } }
  }

  var failures: [ImportError] {
    compactMap { if case .failed(_, let error) = $0 { error } else { nil } }
  }

  var remarks: [ImportRemark] {
    compactMap { if case .remark(_, let remark) = $0 { remark } else { nil } }
  }
}
