public import FootnoteKit

/// How much a message of the log matters, as syslog (RFC 5424) grades it.
public enum LogLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case debug, info, notice, warning, error, critical, alert, emergency

  public static func < (left: LogLevel, right: LogLevel) -> Bool {
    let order = allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }

  /// - Throws: `ProtocolError` for what is no level.
  init(_ value: JSONValue?) throws(ProtocolError) {
    guard let level = value?.text.flatMap(LogLevel.init(rawValue:)) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidParams("the log level is none of \(names)")
    }
    self = level
  }

  /// The level of a note about the upkeep of the indexes.
  public init(_ level: NoteLevel) {
    self =
      switch level {
      case .info: .info
      case .warning: .warning
      case .error: .error
      }
  }
}
