import Corpus
import Foundation
import Testing

/// A real knowledge base, where the environment names the folder that holds it.
@Suite(.enabled(if: RealCorpus.root != nil, "set FOOTNOTE_CORPORA to the folder of real corpora"))
struct RealCorpusTests {
  private let files: [FileEntry]
  private let documents: [ParsedDocument]
  private let bytes: [[UInt8]]

  init() throws {
    let root = try #require(RealCorpus.root)
    let reader = CorpusReader(try KnowledgeBase(root: root))
    let walked = try reader.walk()
    #expect(walked.skipped.isEmpty)
    files = walked.files
    bytes = try files.map { try reader.read($0.path) }
    documents = zip(bytes, files).map { reader.parse($0, entry: $1) }
  }

  @Test func everyFileIsFound() {
    #expect(files.count == 237)
    #expect(files.filter { $0.layer == "raw" }.count == 109)
    #expect(documents.allSatisfy { !$0.passages.isEmpty && !$0.document.title.isEmpty })
    #expect(documents.flatMap(\.issues).isEmpty)
    #expect((1_500...4_000).contains(documents.map(\.passages.count).reduce(0, +)))
  }

  @Test func everyPassageIsExact() {
    for (bytes, parsed) in zip(bytes, documents) {
      let found = PassageInvariants(bytes: bytes, parsed: parsed).violations()
      #expect(found.isEmpty, "\(parsed.document.path): \(found)")
    }
  }

  @Test func nothingButHeadingsAndCommentsIsLeftOut() {
    var total = 0
    var lost = 0
    for (bytes, parsed) in zip(bytes, documents) {
      total += bytes.count
      let table = LineTable(bytes)
      lost +=
        PassageInvariants(bytes: bytes, parsed: parsed).lost { index in
          let line = table.line(at: index)
          let text = String(decoding: bytes[table.content(of: line)], as: UTF8.self)
          let first = parsed.passages.first?.lines.lowerBound ?? 0
          return line >= first && !text.hasPrefix("#") && !text.hasPrefix("<!--")
        }.count
    }
    #expect(lost == 0, "of \(total) bytes")
  }

  @Test func datesComeFromPaths() {
    let posts = documents.filter { $0.document.type == "post" }
    #expect(posts.count == 104)
    #expect(posts.allSatisfy { $0.document.date != nil })
    let transcripts = documents.filter { $0.document.type == "transcript" }
    #expect(transcripts.count == 4)
    #expect(transcripts.allSatisfy { $0.passages.last?.start != nil && $0.document.url != nil })
  }

  @Test func declaredSourcesResolve() {
    let resolver = SourceReferenceResolver(documents.map { NamedPage($0.document) })
    var tally: [String: Int] = [:]
    for document in documents.map(\.document) {
      for source in document.sources {
        switch resolver.resolve(source, from: document.path) {
        case .resolved(let path, _):
          tally[path.hasPrefix("raw/") ? "raw" : "other", default: 0] += 1
        case .ambiguous: tally["ambiguous", default: 0] += 1
        case .external: tally["external", default: 0] += 1
        case .unresolved: tally["unresolved", default: 0] += 1
        }
      }
    }
    #expect(tally == ["raw": 267, "unresolved": 14])
  }
}

enum RealCorpus {
  static let root: String? = {
    guard let folder = ProcessInfo.processInfo.environment["FOOTNOTE_CORPORA"] else { return nil }
    return folder + "/karpathy-wiki"
  }()
}
