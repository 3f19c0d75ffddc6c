internal import Foundation

/// Numbers as the report writes them.
enum Figure {
  /// Three decimals, as `0.612`.
  static func value(_ value: Double) -> String {
    decimals(value, 3)
  }

  /// With its sign, as `+0.045` or `−0.012`; `0.000` has none.
  static func signed(_ value: Double) -> String {
    let text = decimals(abs(value), 3)
    if text == "0.000" { return text }
    return (value < 0 ? "−" : "+") + text
  }

  /// The ends of an interval, as `0.55–0.67`.
  static func range(_ interval: BootstrapInterval) -> String {
    decimals(interval.lower, 2) + "–" + decimals(interval.upper, 2)
  }

  /// The ends of an interval of differences, as `−0.01 to +0.09`.
  static func signedRange(_ interval: BootstrapInterval) -> String {
    signed(interval.lower) + " to " + signed(interval.upper)
  }

  /// Three decimals, or `< 0.001`, which does not break.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "<\u{A0}0.001" : decimals(p, 3)
  }

  /// For axes: with its sign, without needless zeros, as `+0.5`.
  static func tick(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    return (value < 0 ? "−" : "+") + String(format: "%g", abs(value))
  }

  /// Three significant digits at most, as `9.12`, `41.7` or `380`.
  static func milliseconds(_ value: Double) -> String {
    decimals(value, value < 10 ? 2 : value < 100 ? 1 : 0)
  }

  /// Whole per cent.
  static func share(_ value: Double) -> String {
    decimals(value * 100, 0) + " %"
  }

  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
  }

  private static func decimals(_ value: Double, _ count: Int) -> String {
    let text = String(format: "%.\(count)f", value)
    return text.first == "-" ? "−" + text.dropFirst() : text
  }
}
