import Corpus

/// Parses a text as a file of a knowledge base.
func parse(
  _ text: String, path: String = "notes/page.md", layer: String = "notes",
  limits: PassageSplitter.Limits = .init()
) -> ParsedDocument {
  parse(Array(text.utf8), path: path, layer: layer, limits: limits)
}

func parse(
  _ bytes: [UInt8], path: String = "notes/page.md", layer: String = "notes",
  limits: PassageSplitter.Limits = .init()
) -> ParsedDocument {
  DocumentParser(limits: limits).parse(bytes, path: path, layer: layer)
}

/// The plain text of everything in a text.
func plain(_ text: String) -> String {
  parse(text).passages.map(\.plainText).joined(separator: " ¶ ")
}

/// A number of distinct words, `size` to a sentence.
func prose(words: Int, sentence size: Int = 10) -> String {
  var text = ""
  for number in 0..<words {
    let isFirst = number % size == 0
    let isLast = number % size == size - 1 || number == words - 1
    text += (isFirst ? "Begin" : "word") + (isLast ? ". " : " ")
  }
  return text.trimmingSpaces
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
