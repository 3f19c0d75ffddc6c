/// One thing that `doctor` looked at.
public struct DoctorCheck: Sendable, Hashable, Codable {
  /// How much what was found matters.
  public enum State: String, Sendable, Hashable, Codable {
    /// As it should be.
    case ok
    /// Works, but less well than it could.
    case warn
    /// Something does not work.
    case fail
  }

  /// What was looked at, in one or two words.
  public var name: String
  /// How it is.
  public var state: State
  /// What was found, one line.
  public var message: String
  /// How to mend it; `nil` where nothing is wrong.
  public var remedy: String?

  enum CodingKeys: String, CodingKey { case name, state, message, remedy }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(state, forKey: .state)
    try container.encode(message, forKey: .message)
    try container.encode(remedy, forKey: .remedy)
  }

  static func ok(_ name: String, _ message: String) -> DoctorCheck {
    DoctorCheck(name: name, state: .ok, message: message, remedy: nil)
  }

  static func warn(_ name: String, _ message: String, remedy: String) -> DoctorCheck {
    DoctorCheck(name: name, state: .warn, message: message, remedy: remedy)
  }

  static func fail(_ name: String, _ message: String, remedy: String?) -> DoctorCheck {
    DoctorCheck(name: name, state: .fail, message: message, remedy: remedy)
  }

  /// A check that an error ended.
  static func failed(
    _ name: String, _ error: any Error, as state: State = .fail
  ) -> DoctorCheck {
    let message = ErrorMessage(error)
    let text = message.place.map { "\(message.what): \($0)" } ?? message.what
    return DoctorCheck(name: name, state: state, message: text, remedy: message.remedy)
  }
}
