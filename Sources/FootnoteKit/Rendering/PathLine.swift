/// A path as one line of a list: for programs that read lines, and for people.
public enum PathLine {
  /// - Parameters:
  ///   - path: As answers have it.
  ///   - isSeen: Whether the line goes to a terminal. A program gets the name as it is, except that
  ///     its line breaks are percent-encoded; on a terminal whatever could steer it is encoded too.
  public static func text(of path: String, isSeen: Bool) -> String {
    PercentCoding.encode(path) { scalar in
      isSeen ? PercentCoding.steers(scalar) : scalar == "\n" || scalar == "\r"
    }
  }
}
