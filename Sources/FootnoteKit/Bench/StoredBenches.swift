internal import Foundation

/// The measurements that are kept with a knowledge base, as JSON files in `Benchmarks/results`.
public struct StoredBenches: Sendable, Hashable {
  /// Relative to the root.
  public static let folder = "Benchmarks/results"
  /// Files that are read at most, and their size in bytes.
  private static let mostFiles = 40
  private static let largest = 4 << 20

  /// In the order of the files' names.
  public private(set) var benches: [StoredBench] = []
  /// Files that are too large, cannot be read, or are no reports, with the reason: one line each.
  public private(set) var unreadable: [String] = []

  /// - Complexity: O(bytes of the reports).
  public init(in session: Session) {
    let base = session.knowledgeBase
    let place = base.absolutePath(of: Self.folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    let reader = CorpusReader(base)
    for name in files.prefix(Self.mostFiles) {
      let path = "\(Self.folder)/\(name)"
      do {
        // Stays within the knowledge base, whatever links lie there.
        let bytes = try reader.read(path, limit: Self.largest)
        benches.append(
          try StoredBench(json: String(decoding: bytes, as: UTF8.self), file: path))
      } catch {
        unreadable.append(ErrorMessage(error).description)
      }
    }
    if files.count > Self.mostFiles {
      unreadable.append("\(files.count - Self.mostFiles) more reports are not shown")
    }
  }
}
