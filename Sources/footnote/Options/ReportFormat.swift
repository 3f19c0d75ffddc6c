import ArgumentParser

/// How everything but answers is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
