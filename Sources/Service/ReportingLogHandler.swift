internal import FootnoteKit
internal import Logging

/// Hands what the server's libraries log to whoever runs the server.
struct ReportingLogHandler: LogHandler {
  let report: @Sendable (NoteLevel, String) -> Void
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .error

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    report(event.level >= .error ? .error : .warning, event.message.description)
  }

  func log(
    level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String,
    file: String, function: String, line: UInt
  ) {
    report(level >= .error ? .error : .warning, message.description)
  }
}
