/// Sites whose pages are recordings.
package enum VideoHosts {
  private static let hosts = ["youtube.com", "youtu.be", "vimeo.com", "twitch.tv"]

  package static func contains(_ url: String) -> Bool {
    let url = url.lowercased()
    return hosts.contains { url.contains("//\($0)/") || url.contains(".\($0)/") }
  }
}
