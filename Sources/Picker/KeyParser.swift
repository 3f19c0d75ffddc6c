/// Turns what a terminal sends into keys. Bytes may come in any pieces.
///
///     var parser = KeyParser()
///     parser.keys(Array("a\u{1B}[A".utf8))  // [.character("a"), .arrow(.up, isModified: false)]
package struct KeyParser: Sendable {
  /// Longer sequences are no keys; what begins like one is passed over.
  private static let longestSequence = 32
  /// More is not typed or pasted as a question.
  private static let longestPaste = 1 << 16
  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  private var buffer: [UInt8] = []
  private var isPasting = false

  package init() {}

  /// Whether what came last may be part of a key: Escape itself is also what sequences begin with, and only
  /// time tells.
  package var isWaiting: Bool { !buffer.isEmpty && !isPasting }

  /// The keys that are complete with these bytes.
  package mutating func keys(_ bytes: some Sequence<UInt8>) -> [TerminalKey] {
    buffer += bytes
    var keys: [TerminalKey] = []
    while let key = next() { keys.append(key) }
    return keys
  }

  /// The keys of what has waited for long enough.
  package mutating func flush() -> [TerminalKey] {
    guard isWaiting else { return [] }
    let isEscape = buffer == [0x1B]
    buffer = []
    return [isEscape ? .escape : .unknown]
  }

  private mutating func next() -> TerminalKey? {
    if isPasting { return pasted() }
    guard let first = buffer.first else { return nil }
    switch first {
    case 0x1B: return sequence()
    case 0x00..<0x20, 0x7F:
      buffer.removeFirst()
      return Self.control(first)
    default: return character()
    }
  }

  private static func control(_ byte: UInt8) -> TerminalKey {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .unknown
    }
  }

  /// `nil` where bytes of the character are still to come.
  private mutating func character() -> TerminalKey? {
    let length =
      switch buffer[0] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    let isBroken = buffer.dropFirst().prefix(length - 1).contains { $0 & 0xC0 != 0x80 }
    if buffer.count < length, !isBroken { return nil }
    guard !isBroken, let text = String(validating: buffer[..<length], as: UTF8.self),
      let character = text.first
    else {
      buffer.removeFirst()
      return .unknown
    }
    buffer.removeFirst(length)
    return .character(character)
  }

  // MARK: Sequences

  private mutating func sequence() -> TerminalKey? {
    guard buffer.count > 1 else { return nil }
    switch buffer[1] {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"):
      guard buffer.count > 2 else { return nil }
      let final = buffer[2]
      buffer.removeFirst(3)
      return Self.key(final: final, parameters: [])
    case 0x1B:
      buffer.removeFirst()
      return .escape
    default:
      // Alt with a key.
      buffer.removeFirst()
      guard next() != nil else {
        buffer.insert(0x1B, at: 0)
        return nil
      }
      return .unknown
    }
  }

  /// A control sequence of ECMA-48: parameters, intermediate bytes, a final one.
  private mutating func controlSequence() -> TerminalKey? {
    let body = buffer.dropFirst(2).prefix { (0x20..<0x40).contains($0) }
    guard body.endIndex < buffer.count else {
      guard buffer.count > Self.longestSequence else { return nil }
      buffer = []
      return .unknown
    }
    let final = buffer[body.endIndex]
    let parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    buffer.removeFirst(body.endIndex + 1)
    guard (0x40..<0x7F).contains(final) else { return .unknown }
    if final == UInt8(ascii: "~"), parameters.first == 200 {
      isPasting = true
      return pasted()
    }
    return Self.key(final: final, parameters: parameters)
  }

  private static func key(final: UInt8, parameters: [Int]) -> TerminalKey {
    let isModified = parameters.count > 1 && parameters[1] > 1
    switch final {
    case UInt8(ascii: "A"): return .arrow(.up, isModified: isModified)
    case UInt8(ascii: "B"): return .arrow(.down, isModified: isModified)
    case UInt8(ascii: "C"): return .arrow(.right, isModified: isModified)
    case UInt8(ascii: "D"): return .arrow(.left, isModified: isModified)
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "~"):
      switch parameters.first {
      case 1, 7: return .home
      case 4, 8: return .end
      case 3: return .delete
      case 5: return .pageUp
      case 6: return .pageDown
      default: return .unknown
      }
    default: return .unknown
    }
  }

  /// `nil` where the end of what is pasted is still to come.
  private mutating func pasted() -> TerminalKey? {
    let end = Self.endOfPaste
    let start = buffer.indices.first { buffer[$0...].starts(with: end) }
    guard let start else {
      guard buffer.count > Self.longestPaste else { return nil }
      buffer.removeSubrange(0..<(buffer.count - end.count))
      return nil
    }
    let text = String(decoding: buffer[..<start].prefix(Self.longestPaste), as: UTF8.self)
    buffer.removeFirst(start + end.count)
    isPasting = false
    return .paste(text)
  }
}
