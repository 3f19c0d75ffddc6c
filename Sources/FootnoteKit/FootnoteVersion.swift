/// The version of this program.
public enum FootnoteVersion {
  /// Semantic version, as `footnote --version` prints it.
  public static let current = "0.1.0"
}
