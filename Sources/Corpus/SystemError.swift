#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A failed system call.
package struct SystemError: Error {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }

  /// The system's words for it, in lower case.
  package var reason: String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file or folder"
    case ELOOP: "symbolic links that lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case ENOTDIR: "not a folder"
    case EISDIR: "is a folder"
    case EIO: "input/output error"
    case EMFILE, ENFILE: "too many open files"
    case EFBIG: "the file is too large"
    default: "system error \(code)"
    }
  }

  /// Whether the file or folder is not there at all.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
