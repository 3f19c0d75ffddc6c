import Foundation

/// The three descriptors that every program has.
enum StandardStreams {
  /// Opens those that the caller has closed. Otherwise the next file that is opened, such as the index,
  /// would become standard output, and results would be written into it.
  ///
  /// What takes their place cannot be read or written, so that using it is an error.
  static func reserve() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one, since those below are open by now.
      _ = open("/dev/null", mode)
    }
  }
}
