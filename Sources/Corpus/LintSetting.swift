/// What `lint:` in `footnote.yml` says of one rule.
public enum LintSetting: Sendable, Hashable {
  /// The rule is not checked at all.
  case off
  /// The rule is not checked in files that one of these patterns fits.
  case except([String])
}
