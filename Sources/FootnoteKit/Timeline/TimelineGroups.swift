/// The entries of a timeline by year and month.
public struct TimelineGroups: Sendable {
  /// The entries of a month.
  public struct Month: Sendable, Hashable {
    /// 1 ... 12; `nil` for entries that are of no one month.
    public var month: Int?
    /// In the order of time.
    public var entries: [TimelineEntry]
  }

  /// The entries of a year.
  public struct Year: Sendable, Hashable {
    /// Of the calendar.
    public var year: Int
    /// Entries of no one month first.
    public var months: [Month]
  }

  /// In the order of time.
  public let years: [Year]

  /// - Complexity: O(entries).
  public init(_ entries: [TimelineEntry]) {
    var years: [Year] = []
    for entry in entries {
      let year = entry.time.first.year
      if years.last?.year != year { years.append(Year(year: year, months: [])) }
      years[years.count - 1].add(entry)
    }
    self.years = years
  }
}

extension TimelineGroups.Year {
  fileprivate mutating func add(_ entry: TimelineEntry) {
    let time = entry.time
    // A document's span begins with something that it says of that day.
    let isOfMonth =
      entry.kind == .document
      || (time.first.month == time.last.month && time.first.year == time.last.year)
    let month = isOfMonth ? time.first.month : nil
    if let place = months.firstIndex(where: { $0.month == month }) {
      months[place].entries.append(entry)
    } else if month == nil {
      months.insert(TimelineGroups.Month(month: nil, entries: [entry]), at: 0)
    } else {
      months.append(TimelineGroups.Month(month: month, entries: [entry]))
    }
  }
}
