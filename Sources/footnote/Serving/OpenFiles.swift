import Foundation

/// How many files and connections this process may have open.
enum OpenFiles {
  /// Enough for every connection that a server takes.
  private static let wanted: rlim_t = 8192
  #if os(Linux)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif

  /// Raises the limit as far as that is useful and allowed.
  ///
  /// - Returns: The limit that holds then.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 256 }
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(resource, &raised) == 0 { limit = raised }
    }
    return Int(min(limit.rlim_cur, wanted))
  }
}
