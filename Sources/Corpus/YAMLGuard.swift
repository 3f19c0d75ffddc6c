internal import Yams

/// Keeps YAML that would take unbounded time or memory away from the YAML parser, and turns the parser's
/// errors into one line.
enum YAMLGuard {
  /// Front matter is a page at most; beyond this it is data.
  static let maximumSize = 65_536
  private static let maximumDepth = 24

  struct Refusal {
    /// 1-based, within the text.
    let line: Int
    let reason: String
  }

  /// Why `yaml` is not parsed: it is too large, nested too deep, or has anchors or aliases (which
  /// expand: "billion laughs"). `nil` where it may be parsed.
  static func refusal(of yaml: [UInt8]) -> Refusal? {
    guard yaml.count <= maximumSize else {
      return Refusal(line: 1, reason: "is larger than \(maximumSize / 1024) KiB")
    }
    var line = 1
    var depth = 0
    var markers = 0
    var atValue = true
    for (index, byte) in yaml.enumerated() {
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0A || index + 1 == yaml.count || yaml[index + 1] != 0x0A { line += 1 }
        markers = 0
        atValue = true
      case 0x20, 0x09:
        continue
      case 0x5B, 0x7B:
        depth += 1
        atValue = true
      case 0x5D, 0x7D:
        depth = max(0, depth - 1)
        atValue = false
      case 0x26, 0x2A:
        if atValue, startsName(yaml, index + 1) {
          return Refusal(line: line, reason: "has anchors or aliases, which are not read")
        }
        atValue = false
      case 0x2D, 0x3A, 0x3F, 0x2C:
        // `-`, `:` and `?` introduce a value before a space, `,` between brackets.
        let separates = byte == 0x2C ? depth > 0 : endsToken(yaml, index + 1)
        if separates { markers += byte == 0x2C ? 0 : 1 }
        atValue = separates
      default:
        atValue = false
      }
      if depth > maximumDepth || markers > maximumDepth {
        return Refusal(line: line, reason: "is nested too deep")
      }
    }
    return nil
  }

  /// Parses text for which there is no refusal. All scalars stay text.
  static func compose(_ yaml: String) throws -> Node? {
    // The encoding is named because Yams would otherwise look at the environment every time.
    try Yams.compose(yaml: yaml, .basic, .default, .utf8)
  }

  private static func startsName(_ yaml: [UInt8], _ index: Int) -> Bool {
    index < yaml.count && ByteClass.isWord(yaml[index])
  }

  private static func endsToken(_ yaml: [UInt8], _ index: Int) -> Bool {
    index >= yaml.count || ByteClass.isBlank(yaml[index])
  }

  /// The line (1-based, within the text) and the reason of an error of the parser.
  static func explain(_ error: any Error) -> (line: Int?, reason: String) {
    guard let error = error as? YamlError else { return (nil, "is not valid YAML") }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return (mark.line, (context.map { $0.text + " " } ?? "") + problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return (context.mark.line, "has a key twice: \(duplicates.joined(separator: ", "))")
    case .reader(let problem, _, _, _):
      return (nil, problem)
    default:
      return (nil, "is not valid YAML")
    }
  }
}
