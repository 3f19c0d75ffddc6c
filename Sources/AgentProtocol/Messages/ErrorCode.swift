/// What kind of error a request is answered with.
package enum ErrorCode: Int, Sendable, Hashable {
  // JSON-RPC 2.0.
  case parse = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603

  // Revisions up to 2025-11-25; retired since.
  case resourceNotFound = -32002

  // Revision 2026-07-28.
  case headerMismatch = -32020
  case unsupportedVersion = -32022

  // From the range that is left to implementations.
  /// Too many requests are being answered.
  case overloaded = -32005
  /// The request was cancelled, on a transport where it must be answered all the same.
  case cancelled = -32800
}
