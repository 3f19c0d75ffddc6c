// Conformances of public types are public, and so are the imports that they need.
public import ArgumentParser
public import FootnoteKit

extension LintRule: ExpressibleByArgument {}
extension LintSeverity: ExpressibleByArgument {}
