import Corpus
import Foundation

/// How fast files become passages, in one thread: what an index does before it writes anything.
///
///     footnote-speed parsing --root FOLDER [--repeats 1]
///
/// Prints the median of the repeats for all files of the knowledge base, in MB/s of their bytes.
enum ParsingSpeed {
  static func run(_ list: [String]) throws {
    let arguments = try Arguments(list, known: ["root", "repeats"])
    let reader = CorpusReader(try KnowledgeBase(root: arguments.required("root")))
    let files = try reader.walk().files
    // All are in memory before the clock starts: reading is the disk's share.
    let contents = try files.map { (entry: $0, bytes: try reader.read($0.path)) }
    let bytes = contents.reduce(0) { $0 + $1.bytes.count }
    var passages = 0
    let times = try (0..<arguments.number("repeats", default: 1)).map { _ in
      passages = 0
      return Measure.seconds {
        for (entry, bytes) in contents {
          passages += reader.parse(bytes, entry: entry).passages.count
        }
      }
    }
    let seconds = Measure.percentile(times, 0.5)
    try Measure.report([
      "files": files.count, "bytes": bytes, "passages": passages,
      "seconds": Measure.rounded(seconds, 4),
      "mb_per_s": Measure.rounded(Double(bytes) / 1e6 / seconds, 2),
      "memory_mb": Measure.rounded(Measure.peakMemory, 1),
    ])
  }
}
