/// Sites whose pages are recordings.
package enum VideoHosts {
  private static let hosts = ["youtube.com", "youtu.be", "vimeo.com", "twitch.tv"]

  private static let marks = hosts.flatMap { ["//\($0)/", ".\($0)/"] }

  package static func contains(_ url: String) -> Bool {
    marks.contains { ASCIICase.contains(url, $0) }
  }
}
