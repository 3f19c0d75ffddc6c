internal import FootnoteKit
internal import Synchronization

/// Counts requests and their times.
final class MetricsRecorder: Sendable {
  private struct Route: Hashable {
    var route: String
    var status: Int
  }

  private struct State {
    var inFlight = 0
    var counts: [Route: Int] = [:]
    var times: [String: Histogram] = [:]
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now

  func begin() {
    state.withLock { $0.inFlight += 1 }
  }

  /// - Parameter route: One of few labels, whatever was asked.
  func end(route: String, status: Int, took: Duration) {
    state.withLock { state in
      state.inFlight -= 1
      state.counts[Route(route: route, status: status), default: 0] += 1
      state.times[route, default: Histogram()].add(took / .seconds(1))
    }
  }

  /// All numbers in Prometheus' text format, version 0.0.4.
  func text(index: IndexMetrics?) -> String {
    let (inFlight, counts, times) = state.withLock { ($0.inFlight, $0.counts, $0.times) }
    var page = Exposition()
    page.gauge("footnote_up", "Whether questions are answered.", index == nil ? 0 : 1)
    page.family("footnote_build_info", "gauge", "The version that runs.")
    page.sample("footnote_build_info", ["version": FootnoteVersion.current], 1)
    page.gauge(
      "footnote_uptime_seconds", "Time since the server began.",
      (ContinuousClock.now - start) / .seconds(1))
    page.gauge(
      "footnote_http_requests_in_flight", "Requests that are being answered.", Double(inFlight))
    page.family("footnote_http_requests_total", "counter", "Requests that were answered.")
    for (key, count) in counts.sorted(by: {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }) {
      page.sample(
        "footnote_http_requests_total", ["route": key.route, "status": String(key.status)],
        Double(count))
    }
    page.family(
      "footnote_http_request_duration_seconds", "histogram", "Time from a request to its answer.")
    for (route, histogram) in times.sorted(by: { $0.key < $1.key }) {
      page.histogram("footnote_http_request_duration_seconds", ["route": route], histogram)
    }
    if let index { page.add(index) }
    return page.text
  }
}
