internal import Digest
internal import Foundation

/// The folder of a collection's documents as a knowledge base, and of its index.
///
/// The name of a folder that is kept holds the sha256 of the corpus, so that one collection is written
/// and encoded once. Vectors are kept by model inside the index; everything else in it is built anew
/// where this program differs from the one that built it.
struct CollectionStore {
  /// Raised whenever documents are written in another form.
  private static let version = 1

  let folder: String
  private let isKept: Bool

  /// - Parameter keeping: The folder below which the store is kept; `nil` for one that `remove()` removes.
  /// - Throws: `BenchError`.
  init(_ collection: BEIRCollection, keeping parent: String?) throws(BenchError) {
    isKept = parent != nil
    if let parent {
      let digest = try Self.digest(of: collection.folder + "/corpus.jsonl")
      folder = "\(parent)/\(collection.name)-\(digest)-v\(Self.version)"
    } else {
      let temporary = FileManager.default.temporaryDirectory.path
      folder = "\(temporary)/footnote-bench-\(UUID().uuidString)"
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: folder, reason: FileReason.text(of: error))
    }
  }

  /// Where the documents lie: the root of a knowledge base.
  var documents: String { folder + "/documents" }
  var index: String { folder + "/index" }

  /// Whether all documents are there.
  var isComplete: Bool { FileManager.default.fileExists(atPath: documents) }

  /// Removes everything that is not to be kept.
  func remove() {
    if !isKept { try? FileManager.default.removeItem(atPath: folder) }
  }

  // MARK: Which program built the index

  private var stampPath: String { folder + "/program" }

  /// Whether this very program built the index.
  var isCurrent: Bool {
    guard let program = Self.program else { return false }
    return FileManager.default.contents(atPath: stampPath) == Data(program.utf8)
  }

  /// Remembers that it did.
  func stamp() {
    guard isKept, let program = Self.program else { return }
    try? Data(program.utf8).write(to: URL(fileURLWithPath: stampPath), options: .atomic)
  }

  private static var program: String? {
    Bundle.main.executablePath.flatMap { try? digest(of: $0) }
  }

  private static func digest(of path: String) throws(BenchError) -> String {
    let bytes = [UInt8](try JSONLinesFile.contents(of: path))
    return String(SHA256Digest(of: bytes).hex.prefix(16))
  }
}
