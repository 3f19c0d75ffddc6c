/// A time of a recording: `14:37`, `1:02:03`.
enum ClockText {
  static func text(_ seconds: Double) -> String {
    let all = Int(max(0, min(seconds, 1e9)))
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60)
    let ending = (rest < 10 ? "0" : "") + String(rest)
    guard hours > 0 else { return "\(minutes):\(ending)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(ending)"
  }
}
