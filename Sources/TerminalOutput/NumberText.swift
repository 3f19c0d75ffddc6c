/// Numbers as people read them, the same in every locale.
package enum NumberText {
  /// `2900` as `2,900`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// `1 passage`, `2,900 passages`.
  package static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String
  {
    grouped(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

  /// A share as `62 %`. Whole numbers; all and nothing are said only where they are true.
  package static func percent(_ share: Double) -> String {
    if share <= 0 { return "0 %" }
    if share >= 1 { return "100 %" }
    return "\(min(99, max(1, Int((share * 100).rounded())))) %"
  }

  /// A number with so many decimals, rounded: `0.913`.
  package static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "-" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let digits = String(whole % Int(scale))
    let fraction = String(repeating: "0", count: max(0, places - digits.count)) + digits
    let sign = value < 0 && whole > 0 ? "-" : ""
    return sign + "\(whole / Int(scale))" + (places > 0 ? "." + fraction : "")
  }

  /// `0.4 ms`, `12 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "-" }
    if seconds < 0.0095 { return decimal(seconds * 1000, places: 1) + " ms" }
    if seconds < 0.9995 { return decimal(seconds * 1000, places: 0) + " ms" }
    if seconds < 9.95 { return decimal(seconds, places: 1) + " s" }
    let whole = Int(min(seconds, 3.6e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(grouped(whole / 3600)) h \(whole % 3600 / 60) min"
  }

  /// `812 bytes`, `1.2 MB`; a thousand bytes to the kilobyte.
  package static func bytes(_ count: Int) -> String {
    if count < 1000 { return counted(count, "byte") }
    var value = Double(count) / 1000
    for unit in ["kB", "MB", "GB"] {
      if value < 999.95 { return decimal(value, places: 1) + " " + unit }
      value /= 1000
    }
    return decimal(value, places: 1) + " TB"
  }
}
