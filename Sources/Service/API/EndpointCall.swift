internal import AgentProtocol
internal import FootnoteKit

/// What an endpoint is asked, and what it answers from.
struct EndpointCall: Sendable {
  let arguments: Arguments
  /// The rest of the address, decoded, for endpoints that take a path.
  let path: String?
  let searcher: GroupSearcher
  /// Number of files that had changed since they were indexed, at the last look.
  let stale: Int
}
