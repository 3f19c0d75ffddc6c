/// What a client may take of the server, so that no client takes all of it.
public struct ServiceLimits: Sendable, Hashable {
  /// Bytes of an address with its query.
  public var longestTarget = 8192
  /// Bytes of all header fields of a request.
  public var longestHeader = 32768
  /// Requests that are answered at the same time, or wait for their turn.
  public var requests = 256
  /// Such requests of one client.
  public var requestsPerClient = 128
  public var connections = 1024
  /// How long a request may wait for its turn.
  public var patience = Duration.seconds(10)
  /// How long the head of a request may take to arrive, counted from the end of the one before.
  public var headTime = Duration.seconds(30)
  /// How long the body may take.
  public var bodyTime = Duration.seconds(30)
  /// How long answers in flight may take once the server is asked to stop.
  public var farewell = Duration.seconds(10)

  /// How long the head may take while more than half of the connections are taken: whoever only holds one
  /// keeps others out.
  public var headTimeInCrowd = Duration.seconds(2)

  public init() {}

  /// Leaves files for the indexes: a server that cannot open any more could not even say so.
  ///
  /// - Parameter openFiles: Number of files that the process may have open.
  public mutating func fit(openFiles: Int) {
    connections = min(connections, max(8, (openFiles - Self.filesForIndexes) / 2))
  }

  private static let filesForIndexes = 128
}
