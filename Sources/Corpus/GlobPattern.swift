/// A pattern of `.gitignore`: `*`, `?`, `[a-z]`, `**` between slashes, `\` before a literal.
///
/// Matching is iterative and never exponential, whatever the pattern.
package struct GlobPattern: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case literal(UInt8)
    case anyByte
    case anyRun
    case set(ranges: [ClosedRange<UInt8>], negated: Bool)
    /// Any number of whole folders, each with its slash.
    case anyFolders
    /// Everything that is left, slashes included.
    case rest
  }

  private let tokens: [Token]

  /// Compiles `pattern`, which must match a whole path relative to where it is anchored.
  package init(_ pattern: some Collection<UInt8>) {
    let bytes = Array(pattern)
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      if let (token, next) = Self.folders(bytes, index) {
        tokens.append(token)
        index = next
        continue
      }
      switch bytes[index] {
      case 0x2A:
        if tokens.last != .anyRun { tokens.append(.anyRun) }
        index += 1
      case 0x3F:
        tokens.append(.anyByte)
        index += 1
      case 0x5B:
        if let (token, next) = Self.set(bytes, index) {
          tokens.append(token)
          index = next
        } else {
          tokens.append(.literal(0x5B))
          index += 1
        }
      case 0x5C where index + 1 < bytes.count:
        tokens.append(.literal(bytes[index + 1]))
        index += 2
      case let byte:
        tokens.append(.literal(byte))
        index += 1
      }
    }
    self.tokens = tokens
  }

  private static func folders(_ bytes: [UInt8], _ index: Int) -> (Token, Int)? {
    let slash: UInt8 = 0x2F
    guard bytes[index] == 0x2A, index == 0 || bytes[index - 1] == slash else { return nil }
    // As git has it, more than two asterisks are as good as two.
    let end = bytes[index...].firstIndex { $0 != 0x2A } ?? bytes.count
    guard end - index >= 2 else { return nil }
    if end == bytes.count { return (.rest, end) }
    return bytes[end] == slash ? (.anyFolders, end + 1) : nil
  }

  private static func set(_ bytes: [UInt8], _ start: Int) -> (Token, Int)? {
    var index = start + 1
    var negated = false
    if index < bytes.count, bytes[index] == 0x21 || bytes[index] == 0x5E {
      negated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while index < bytes.count {
      if bytes[index] == 0x5D, !isFirst {
        return (.set(ranges: ranges, negated: negated), index + 1)
      }
      isFirst = false
      if bytes[index] == 0x5C, index + 1 < bytes.count { index += 1 }
      let low = bytes[index]
      if index + 2 < bytes.count, bytes[index + 1] == 0x2D, bytes[index + 2] != 0x5D {
        let high = bytes[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether the whole of `path` fits.
  package func matches(_ path: ArraySlice<UInt8>) -> Bool {
    var token = 0
    var index = path.startIndex
    // Where to go on after a mismatch: with a longer run for the last `*`, else with one more folder for
    // the last `**/`. Earlier ones need not be tried again: what they stand for is already as short as
    // it can be.
    var run: (token: Int, index: Int)?
    var folders: (token: Int, index: Int)?
    while true {
      if token < tokens.count {
        switch tokens[token] {
        case .rest:
          if index < path.endIndex { return true }
        case .anyFolders:
          folders = (token, index)
          run = nil
          token += 1
          continue
        case .anyRun:
          run = (token, index)
          token += 1
          continue
        case let single:
          if index < path.endIndex, Self.fits(single, path[index]) {
            token += 1
            index += 1
            continue
          }
        }
      } else if index == path.endIndex {
        return true
      }
      if let last = run, last.index < path.endIndex, path[last.index] != 0x2F {
        run = (last.token, last.index + 1)
        (token, index) = (last.token + 1, last.index + 1)
      } else if let last = folders, let slash = path[last.index...].firstIndex(of: 0x2F) {
        run = nil
        folders = (last.token, slash + 1)
        (token, index) = (last.token + 1, slash + 1)
      } else {
        return false
      }
    }
  }

  private static func fits(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .literal(let literal): byte == literal
    case .anyByte: byte != 0x2F
    case .set(let ranges, let negated):
      byte != 0x2F && ranges.contains { $0.contains(byte) } != negated
    case .anyRun, .anyFolders, .rest: false
    }
  }
}
