import ArgumentParser

/// How findings are written.
enum LintFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: one finding a line, as compilers write them, and what to do below it.
  case text
  /// One object.
  case json
  /// For forges and editors.
  case sarif
}
