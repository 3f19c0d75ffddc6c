import Foundation

/// What is wrong with JSON, in words.
enum JSONReason {
  static func text(of error: any Error) -> String {
    let detail = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
    guard let detail, !detail.isEmpty else { return "it is not valid JSON" }
    let line = detail.firstLine
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}
