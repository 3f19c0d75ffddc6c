/// The rules of `PieceCounter` one scalar after the other, as they are told rather than as they are fast.
struct PieceRules {
  private enum Run {
    case none, letters, digits, other
  }

  private var run = Run.none
  private var length = 0
  private var done = 0

  static func count(_ text: String) -> Int {
    var rules = PieceRules()
    for scalar in text.unicodeScalars { rules.add(scalar.value) }
    rules.close()
    return rules.done
  }

  private mutating func add(_ value: UInt32) {
    switch value {
    case 0x41...0x5A, 0xC0...0x24F, 0x1E00...0x1EFF: extend(.letters, by: 3)
    case 0x61...0x7A: extend(.letters, by: 1)
    case 0x30...0x39: extend(.digits, by: 1)
    case 0...0x20, 0x7F: close()
    case 0x21...0x7E: sign(1)
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200B...0x200D, 0xFEFF, 0xAD: return
    case 0xAC00...0xD7A3: sign(3)
    case 0x80...0xBF, 0x2010...0x2BFF, 0x3000...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFFEF,
      0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      sign(1)
    default: extend(.other, by: 1)
    }
  }

  private mutating func sign(_ pieces: Int) {
    close()
    done += pieces
  }

  private mutating func extend(_ kind: Run, by weight: Int) {
    if run == kind {
      length += weight
    } else {
      close()
      run = kind
      length = 1
    }
  }

  private mutating func close() {
    switch run {
    case .none: break
    case .letters: done += 1 + (length - 1) / 6
    case .digits: done += (length + 2) / 3
    case .other: done += (length + 1) / 2
    }
    run = .none
    length = 0
  }
}
