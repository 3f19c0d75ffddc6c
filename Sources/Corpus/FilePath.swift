/// Relative paths as text: parts separated by `/`, no file system involved.
package enum FilePath {
  /// The folder of a path, empty at the top.
  package static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) } ?? ""
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The last part of a path without a markdown extension.
  package static func stem(of path: String) -> String { withoutExtension(name(of: path)) }

  /// `path` without `.md`, `.markdown` or `.mdown`, upper and lower case alike.
  package static func withoutExtension(_ path: String) -> String {
    for suffix in extensions where hasSuffix(path, suffix) {
      return String(decoding: Array(path.utf8).dropLast(suffix.utf8.count), as: UTF8.self)
    }
    return path
  }

  /// The file name extensions of markdown.
  static let extensions = [".md", ".markdown", ".mdown"]

  /// Whether a file name says that the file is markdown.
  package static func isMarkdown(_ name: String) -> Bool {
    extensions.contains { hasSuffix(name, $0) }
  }

  private static func hasSuffix(_ name: String, _ suffix: String) -> Bool {
    let bytes = name.utf8
    guard bytes.count > suffix.utf8.count else { return false }
    return zip(bytes.reversed(), suffix.utf8.reversed()).allSatisfy { byte, wanted in
      byte == wanted || (ByteClass.isLetter(byte) && byte | 0x20 == wanted)
    }
  }

  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return name.isEmpty ? folder : folder + "/" + name
  }

  /// `path` without `.`, `..` and empty parts; `nil` where it leads above where it starts.
  package static func normalized(_ path: String) -> String? {
    var parts: [Substring.UTF8View] = []
    for part in Substring(path).utf8.split(separator: 0x2F) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Whether `path` is `folder` or lies in it. Everything lies in the folder with the empty path.
  package static func isWithin(_ path: String, folder: String) -> Bool {
    if folder.isEmpty { return true }
    let path = path.utf8
    let folder = folder.utf8
    guard path.starts(with: folder) else { return false }
    return path.count == folder.count
      || path[path.index(path.startIndex, offsetBy: folder.count)] == 0x2F
  }

  /// Whether `left` comes before `right` by its bytes.
  package static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether a path consists of a date and folders above it, so that it means whatever is of that day.
  static func isDated(_ path: String) -> Bool {
    withoutExtension(path).utf8.allSatisfy {
      ByteClass.isDigit($0) || [0x2D, 0x2E, 0x2F, 0x5F].contains($0)
    } || path.hasPrefix("raw/") && isDated(String(path.dropFirst(4)))
  }
}
