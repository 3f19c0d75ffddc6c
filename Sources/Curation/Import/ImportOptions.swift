public import Corpus

/// What a user says of material that is imported. What is said here wins over what the material says.
public struct ImportOptions: Sendable, Hashable {
  public var title: String?
  public var author: String?
  public var date: CalendarDate?
  public var type: String?
  public var url: String?
  /// Of a recording.
  public var channel: String?
  /// Folder beneath the layer in which files get their usual names; `nil` for the layer itself.
  public var folder: String?
  /// Whether posts of others that were only passed on are imported.
  public var keepsRetweets = false
  /// Whether replies to others are imported.
  public var keepsReplies = false
  /// Whether nothing is written.
  public var isDryRun = false
  /// `PATH` and the like, where programs are looked for.
  public var environment: [String: String]
  /// The day that is entered as the day of the import.
  public var today: CalendarDate

  public init(today: CalendarDate, environment: [String: String] = [:]) {
    self.today = today
    self.environment = environment
  }
}
