public import Corpus

/// What a user says of material that is imported. What is said here wins over what the material says.
public struct ImportOptions: Sendable, Hashable {
  /// Title that the user gives.
  public var title: String?
  /// Author that the user gives.
  public var author: String?
  /// Day that the user gives.
  public var date: CalendarDate?
  /// Type that the user gives.
  public var type: String?
  /// Address that the user gives.
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

  /// Nothing is given.
  public init(today: CalendarDate, environment: [String: String] = [:]) {
    self.today = today
    self.environment = environment
  }
}
