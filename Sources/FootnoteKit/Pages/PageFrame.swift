internal import Digest
internal import Foundation

/// A page that is one file: it needs no other and no network, and a content security policy forbids it to
/// load anything or to run anything but its own script.
struct PageFrame {
  var title: String
  var style: String
  /// Runs when everything else is there.
  var script: String
  /// What the script works on, as JSON; `nil` for none.
  var data: String?

  /// The page around `body`.
  func page(_ body: Markup) -> String {
    let frame: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      """
    let head: Markup = "</style>\n</head>\n<body>\n"
    return frame.text + style + head.text + body.text + dataBlock + "<script>" + script
      + "</script>\n</body>\n</html>\n"
  }

  /// A block of data is not run, so that no policy concerns it.
  private var dataBlock: String {
    guard let data else { return "" }
    return #"<script type="application/json" id="data">"# + Self.inert(data) + "</script>\n"
  }

  private var policy: String {
    "default-src 'none'; style-src '\(Self.source(style))'; script-src '\(Self.source(script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  /// How a policy names the text of an element.
  private static func source(_ text: String) -> String {
    "sha256-" + Data(SHA256Digest(of: text).bytes).base64EncodedString()
  }

  /// JSON that cannot end the element that it stands in, nor begin a comment there.
  private static func inert(_ json: String) -> String {
    json.replacing("<", with: "\\u003c")
  }
}
