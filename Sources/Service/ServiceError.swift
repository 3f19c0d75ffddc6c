/// Why a request is refused.
enum ServiceError: Error, Sendable, Hashable {
  case malformed(String)
  case unauthorized
  case forbidden(String)
  case notFound(String)
  case wrongMethod(allowed: String)
  case targetTooLong(limit: Int)
  case bodyTooLong(limit: Int)
  case tooManyOfClient(limit: Int)
  case overloaded
  case opening
  /// The folder of the knowledge base is not there or cannot be read.
  case unreadable
}
