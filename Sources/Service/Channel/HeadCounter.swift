/// Bytes that have come of the head of a request that is not complete yet. Belongs to the event loop of one
/// connection.
final class HeadCounter {
  var isAwaitingHead = true
  var isAnswering = false
  var bytes = 0

  /// A head is complete, or a new one may begin.
  func turn(awaitingHead: Bool) {
    isAwaitingHead = awaitingHead
    bytes = 0
  }
}
