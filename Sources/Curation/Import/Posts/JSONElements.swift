/// Cuts the elements out of the list that a file of an X archive holds, without having the whole file in
/// memory: `window.YTD.tweets.part0 = [ {…}, {…} ]`.
struct JSONElements {
  /// No post is longer; what is has lost its end.
  private static let maximumSize = 16 << 20

  private var element: [UInt8] = []
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private(set) var state = State.before

  enum State {
    /// Nothing of the list has come yet.
    case before
    case inside
    /// The list has ended.
    case after
    /// Something else than a list has come.
    case noList
  }

  /// Hands every element over that `bytes` completes.
  /// - Throws: `ImportError.json` where an element does not end, and whatever `body` throws.
  mutating func add(
    _ bytes: [UInt8], _ body: ([UInt8]) throws(ImportError) -> Void
  ) throws(ImportError) {
    for byte in bytes {
      switch state {
      case .before: begin(byte)
      case .inside: try addInside(byte, body)
      case .after, .noList: return
      }
    }
  }

  /// The first bracket, brace or quotation mark begins the value.
  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0x5B: state = .inside
    case 0x7B, 0x22: state = .noList
    default: break
    }
  }

  private mutating func addInside(
    _ byte: UInt8, _ body: ([UInt8]) throws(ImportError) -> Void
  ) throws(ImportError) {
    if isInText {
      element.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInText = false
      }
      return
    }
    switch byte {
    case 0x22: isInText = true
    case 0x7B, 0x5B: depth += 1
    case 0x7D,
      0x5D where depth > 0:
      depth -= 1
    case 0x5D:
      state = .after
      return
    case 0x2C where depth == 0: return
    default: break
    }
    // White space between elements.
    if depth > 0 || byte == 0x7D || byte == 0x22 { element.append(byte) }
    if element.count > Self.maximumSize { throw .json(reason: "a post does not end") }
    if depth == 0, byte == 0x7D {
      try body(element)
      element.removeAll(keepingCapacity: true)
    }
  }
}
