/// Days that a user names: `2025-06`, `3w`, `last month`.
public enum DayRequest {
  /// The first day that `text` means today.
  ///
  /// - Parameters:
  ///   - text: What the user wrote.
  ///   - option: What an error names.
  /// - Throws: `ErrorMessage` where it means none.
  public static func day(_ text: String, of option: String) throws(ErrorMessage) -> CalendarDate {
    guard let day = DateExpression.firstDay(of: text, today: Session.today()) else {
      throw ErrorMessage(
        "\(option) is no date", at: text,
        remedy: "write 2025, 2025-06, 2025-06-03, 3w or 'last month'")
    }
    return day
  }
}
