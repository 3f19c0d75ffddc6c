internal import Foundation

/// Reads whole text files.
enum TextFile {
  /// The text of a file; undecodable bytes become U+FFFD.
  static func read(_ path: String) throws(EvaluationError) -> String {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      return String(decoding: data, as: UTF8.self)
    } catch {
      throw .unreadable(file: path, reason: reason(error))
    }
  }

  /// Why a file could not be read, in a few words that do not repeat its path.
  static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "no such file"
    case .fileReadNoPermission?: "no permission to read it"
    default: error.localizedDescription
    }
  }
}
