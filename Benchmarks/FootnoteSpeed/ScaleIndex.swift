import FootnoteKit
import Foundation

/// Makes the index of a generated knowledge base, with vectors that are composed from those of its
/// sentences, and says what that took.
///
///     footnote-speed compose-index --root FOLDER --index FOLDER --sentences FILE --model NAME
enum ScaleIndex {
  static func run(_ list: [String]) throws {
    let arguments = try Arguments(list, known: ["root", "index", "sentences", "model"])
    let session = try Session(
      SessionOptions(
        root: arguments.required("root"), index: arguments.required("index"),
        model: arguments["model"], workingDirectory: FileManager.default.currentDirectoryPath,
        environment: ProcessInfo.processInfo.environment))
    let text = try String(contentsOfFile: arguments.required("sentences"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let writer = try IndexWriter(session.knowledgeBase, folder: session.folder)
    let (_, words) = try timed { try writer.refresh() }
    let wordsMemory = Measure.peakMemory
    let (encoder, sentences) = try timed {
      try ComposingEncoder(session.encoder(), sentences: lines)
    }
    let (encoding, vectors) = try timed { try writer.encode(with: encoder) }
    let texts = encoder.report
    try Measure.report([
      "texts": encoding.encoded, "composed": texts.composed, "encoded": texts.encoded,
      "sentences_s": Measure.rounded(sentences, 2), "words_s": Measure.rounded(words, 2),
      "vectors_s": Measure.rounded(vectors, 2), "words_memory_mb": Measure.rounded(wordsMemory, 1),
      "memory_mb": Measure.rounded(Measure.peakMemory, 1), "bytes": session.folder.bytes,
    ])
  }

  private static func timed<T>(_ body: () throws -> T) rethrows -> (T, Double) {
    let start = ContinuousClock.now
    let result = try body()
    return (result, (ContinuousClock.now - start) / .seconds(1))
  }
}
