internal import FootnoteKit

/// Where a recording says what a passage says.
struct RecordingContext: Sendable, Hashable {
  var href: String
  var time: String

  /// `nil` where the passage has no time, or its document no address that is safe to open.
  init?(_ hit: Hit) {
    guard let start = hit.start, let url = PageAddress.external(hit.url) else { return nil }
    href = url
    time = PlaceText.clock(start)
  }
}
