internal import Corpus
internal import Encoder
internal import GRDB

/// What went wrong, in words, for errors of the layers below that become part of an error of this one.
enum FailureReason {
  static func text(of error: any Error) -> String {
    switch error {
    case let error as CorpusError: error.reason
    case let error as DatabaseError: error.message ?? error.resultCode.description
    case let error as EncoderError: text(of: error)
    default: String(describing: error)
    }
  }

  private static func text(of error: EncoderError) -> String {
    switch error {
    case .modelNotFound(let name, _): "the model \(name) is not installed"
    case .missingFile(let path): "\(path) is missing"
    case .unreadable(let path, let reason), .malformed(let path, let reason),
      .unsupported(let path, let reason):
      "\(path): \(reason)"
    case .checksum(let path, _, _): "\(path) is not the published file"
    case .unknownPrecision(let name): "FOOTNOTE_PRECISION is \(name), which is no precision"
    }
  }
}
