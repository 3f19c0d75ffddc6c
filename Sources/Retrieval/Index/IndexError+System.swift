internal import Foundation

extension IndexError {
  /// What a failed attempt to write at `path` means.
  static func writing(_ path: String, code: Int32) -> IndexError {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT, EFBIG, EIO: return .storage(path: path, reason: reason)
    case ELOOP: return .unsafe(path: path, reason: "it is a symbolic link")
    default: return .notWritable(path: path, reason: reason)
    }
  }

  /// The same for an error of Foundation.
  static func writing(_ path: String, _ error: any Error) -> IndexError {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    guard cause.domain == NSPOSIXErrorDomain else {
      return .notWritable(path: path, reason: error.localizedDescription)
    }
    return .writing(path, code: Int32(cause.code))
  }
}
