import Corpus

/// The text of a cue without markup.
enum CueText {
  /// Something that one speaker says.
  struct Voice: Hashable {
    var speaker: String?
    var lines: [String]
  }

  /// Takes out tags (`<c.colour>`, `<i>`, `<00:00:01.000>`, `{\an8}`) and replaces character references.
  /// `<v Name>` begins what that speaker says.
  static func voices(_ payload: [String]) -> [Voice] {
    var voices = [Voice(lines: [])]
    for line in payload {
      var text = ""
      var rest = Substring(line.contains("{\\") ? withoutStyles(line) : line)
      while let open = rest.firstIndex(of: "<") {
        text += rest[..<open]
        guard let close = rest[open...].firstIndex(of: ">"), isTag(rest[open...close]) else {
          text += "<"
          rest = rest[rest.index(after: open)...]
          continue
        }
        if let speaker = speaker(rest[open...close]) {
          append(text, to: &voices)
          text = ""
          voices.append(Voice(speaker: speaker, lines: []))
        }
        rest = rest[rest.index(after: close)...]
      }
      append(text + rest, to: &voices)
    }
    return voices.filter { !$0.lines.isEmpty }
  }

  private static func append(_ text: String, to voices: inout [Voice]) {
    let line = TitleMaker.collapsed(decoded(text))
    if !line.isEmpty { voices[voices.count - 1].lines.append(line) }
  }

  /// A letter, a slash or a time follows the bracket of a tag; `<` alone is a sign.
  private static func isTag(_ tag: Substring) -> Bool {
    guard let first = tag.dropFirst().first else { return false }
    return first.isLetter || first == "/" || first.isNumber && tag.contains(":")
  }

  /// `<v.loud Mary>`
  private static func speaker(_ tag: Substring) -> String? {
    guard tag.hasPrefix("<v ") || tag.hasPrefix("<v.") else { return nil }
    let name = tag.dropFirst(2).dropLast().drop { !$0.isWhitespace }
    let text = TitleMaker.collapsed(decoded(String(name)))
    return text.isEmpty ? nil : text
  }

  /// `{\an8}` of SubStation Alpha, which SubRip files carry along.
  private static func withoutStyles(_ line: String) -> String {
    var result = ""
    var rest = Substring(line)
    while let open = rest.firstRange(of: "{\\"),
      let close = rest[open.upperBound...].firstIndex(of: "}")
    {
      result += rest[..<open.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Character references replaced; those that only steer the direction of writing left out.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let bytes = Array(
      text.replacing("&lrm;", with: "").replacing("&rlm;", with: "").utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = min(bytes.count, index + 12)
      if bytes[index] == 0x26, let (value, length) = HTMLEntity.decode(bytes, index..<end) {
        result += value
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
