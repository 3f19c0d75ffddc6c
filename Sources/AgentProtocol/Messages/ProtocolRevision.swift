/// A revision of the Model Context Protocol, named by its day.
public enum ProtocolRevision: String, Sendable, Hashable, CaseIterable, Comparable {
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  /// Has no handshake: each request says by itself which revision it is written in.
  case july2026 = "2026-07-28"

  /// Those that `initialize` agrees on, oldest first.
  static let withHandshake: [ProtocolRevision] = [.march2025, .june2025, .november2025]
  /// Those whose requests stand for themselves, oldest first.
  static let stateless: [ProtocolRevision] = [.july2026]
  /// What a client is offered that asks for a revision which is not known here.
  static let newestWithHandshake = november2025

  public static func < (left: ProtocolRevision, right: ProtocolRevision) -> Bool {
    left.rawValue < right.rawValue
  }

  var isStateless: Bool { self >= .july2026 }
  /// Several messages in one JSON array.
  var allowsBatches: Bool { self == .march2025 }
  /// `structuredContent` and `outputSchema`, and titles beside names.
  var hasStructuredContent: Bool { self >= .june2025 }
  /// Wrong arguments of a tool are shown to the model, which may mend them, and are no error of the protocol.
  var showsArgumentErrors: Bool { self >= .november2025 }
  /// The code for a resource that is not there.
  var missingResource: ErrorCode { isStateless ? .invalidParams : .resourceNotFound }
}
