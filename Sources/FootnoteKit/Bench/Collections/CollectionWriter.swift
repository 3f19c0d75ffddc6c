internal import Foundation

/// Writes the documents of a collection as a knowledge base: one file each, its title in the front
/// matter, its text without any markup.
///
/// The place of a document in the corpus is its path, from which its id is found again exactly.
struct CollectionWriter {
  /// Files of one folder.
  private static let folderSize = 1000

  let store: CollectionStore
  let stop: StopToken

  /// Writes what is not there yet.
  ///
  /// - Returns: The id of each document by its path from the root.
  /// - Throws: `EvaluationError`, `BenchError`.
  func write(
    _ collection: BEIRCollection, progress: (Int) -> Void
  ) throws -> [String: String] {
    let partial = store.documents + ".partial-\(UUID().uuidString)"
    let isComplete = store.isComplete
    defer { try? FileManager.default.removeItem(atPath: partial) }
    let corpus = try collection.documents()
    var ids: [String: String] = [:]
    var seen: Set<String> = []
    while let document = try corpus.next() {
      if stop.isStopped { throw BenchError.stopped }
      guard seen.insert(document.id).inserted else {
        throw BenchError.unusable(
          path: collection.folder, reason: "the document \(document.id) stands in it twice")
      }
      let path = Self.path(of: ids.count)
      if !isComplete { try write(document, to: partial + "/" + path) }
      ids[path] = document.id
      progress(ids.count)
    }
    guard !ids.isEmpty else {
      throw BenchError.unusable(path: collection.folder, reason: "its corpus has no document")
    }
    if !isComplete { try publish(partial) }
    return ids
  }

  /// A name without letters, so that a document without a title gets none from its file.
  private static func path(of number: Int) -> String {
    "\(number / folderSize)/\(number)/-.md"
  }

  private func write(_ document: BEIRDocument, to path: String) throws(BenchError) {
    var text = ""
    let title = PlainMarkdown.line(document.title)
    if !title.isEmpty {
      let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      text = "---\ntitle: \"\(quoted)\"\n---\n\n"
    }
    text += PlainMarkdown.escaped(document.text)
    do {
      let file = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      throw .notWritable(path: path, reason: FileReason.text(of: error))
    }
  }

  /// One rename, so that a half-written collection is never taken for a whole one.
  private func publish(_ partial: String) throws(BenchError) {
    do {
      try FileManager.default.moveItem(atPath: partial, toPath: store.documents)
    } catch {
      // Another process may have been faster.
      if store.isComplete { return }
      throw .notWritable(path: store.documents, reason: FileReason.text(of: error))
    }
  }
}
