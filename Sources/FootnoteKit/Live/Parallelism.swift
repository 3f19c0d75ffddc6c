internal import Foundation

/// What this machine can do at a time.
enum Parallelism {
  /// Number of cores that are online, at least 1.
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
