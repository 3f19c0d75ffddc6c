/// `L29` or `L29-L31`: lines of a file, as citations in links name them.
struct LineAnchor {
  let first: Int
  let last: Int

  init?(_ fragment: String) {
    let parts = fragment.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].hasPrefix("L"), let first = Self.number(parts[0])
    else { return nil }
    let last = parts.count == 2 ? Self.number(parts[1]) : first
    guard let last else { return nil }
    self.first = first
    self.last = last
  }

  private static func number(_ text: Substring) -> Int? {
    let digits = text.hasPrefix("L") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
