/// Reads what citations of a run name, so that it can be judged.
final class CitedPassageReader {
  private let reader: CorpusReader
  /// `nil` for a file that cannot be read.
  private var files: [PathKey: (bytes: [UInt8], lines: LineTable)?] = [:]

  init(_ knowledgeBase: KnowledgeBase) {
    reader = CorpusReader(knowledgeBase)
  }

  /// The passage with its bytes and text; without text where there is no such place.
  func passage(_ citation: Citation) -> RetrievedPassage {
    var passage = RetrievedPassage(
      path: citation.path, lines: citation.lines, bytes: citation.bytes)
    guard let file = file(citation.path) else { return passage }
    let range = citation.bytes ?? file.lines.content(of: citation.lines)
    guard !range.isEmpty, range.upperBound <= file.bytes.count else { return passage }
    passage.bytes = range
    passage.text = String(decoding: file.bytes[range], as: UTF8.self)
    return passage
  }

  private func file(_ path: String) -> (bytes: [UInt8], lines: LineTable)? {
    let key = PathKey(path)
    if let known = files[key] { return known }
    let file = (try? reader.read(path)).map { (bytes: $0, lines: LineTable($0)) }
    files[key] = file
    return file
  }
}
