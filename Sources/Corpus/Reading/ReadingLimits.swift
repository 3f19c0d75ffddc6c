/// How much of a file is shown at once.
package struct ReadingLimits: Sendable, Hashable {
  package var bytes: Int
  package var lines: Int

  package init(bytes: Int = 1 << 20, lines: Int = 12_000) {
    self.bytes = bytes
    self.lines = lines
  }
}
