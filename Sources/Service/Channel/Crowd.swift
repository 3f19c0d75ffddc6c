internal import NIOCore
internal import Synchronization

/// The connections that there are.
final class Crowd: Sendable {
  /// By connection, whether its client has closed its side.
  private let members = Mutex<[ObjectIdentifier: Bool]>([:])
  private let limit: Int

  /// - Parameter limit: Number of connections that are taken at most.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether more than half of the places are taken.
  var isDense: Bool { members.withLock { 2 * $0.count > limit } }

  /// Whether the client has closed its side of a connection. It may still wait for an answer; most have gone.
  func hasTurnedAway(_ channel: ObjectIdentifier) -> Bool {
    members.withLock { $0[channel] ?? true }
  }

  func enter(_ channel: any Channel) {
    members.withLock { $0[ObjectIdentifier(channel)] = false }
  }

  func turnAway(_ channel: any Channel) {
    members.withLock { $0[ObjectIdentifier(channel)]? = true }
  }

  func leave(_ channel: any Channel) {
    members.withLock { $0[ObjectIdentifier(channel)] = nil }
  }
}
