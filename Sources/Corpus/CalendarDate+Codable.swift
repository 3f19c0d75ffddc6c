/// A day is written and read as `description`: `"2025-07-06"`.
extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]),
      date.description == text
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a day, such as 2025-07-06")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
