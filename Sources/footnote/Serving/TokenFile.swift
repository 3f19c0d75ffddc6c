import FootnoteKit
import Foundation
import Service

/// Reads the token of a server.
enum TokenFile {
  private static let longest = 8192

  /// - Throws: `ErrorMessage` where the file cannot be read or holds no token.
  static func read(_ path: String, in console: Console) throws -> AccessToken {
    let remedy = "write a token into it, for example openssl rand -hex 32"
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ErrorMessage("the file of the token cannot be read", at: path, remedy: remedy)
    }
    let data = try handle.read(upToCount: longest + 1) ?? Data()
    guard data.count <= longest, let text = String(validating: data, as: UTF8.self) else {
      throw ErrorMessage("the file holds no token", at: path, remedy: remedy)
    }
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & 0o077 != 0 {
      console.note(
        "other users of this machine can read the token: \(path); chmod 600 keeps them out")
    }
    do throws(ErrorMessage) {
      return try AccessToken(text)
    } catch {
      throw ErrorMessage(error.what, at: path, remedy: error.remedy)
    }
  }
}
