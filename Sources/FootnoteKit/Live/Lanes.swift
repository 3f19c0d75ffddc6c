/// Lets so many through at a time; the others wait in the order in which they came.
actor Lanes {
  private var free: Int
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(count: Int) {
    free = count
  }

  var waiting: Int { queue.count }

  /// Returns when there is a lane; every call is followed by one of `leave`.
  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { queue.append($0) }
  }

  func leave() {
    if queue.isEmpty {
      free += 1
    } else {
      queue.removeFirst().resume()
    }
  }
}
