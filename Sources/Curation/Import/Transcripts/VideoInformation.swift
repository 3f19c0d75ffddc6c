import Corpus
import Foundation

/// What is known of a recording from beside its subtitles: yt-dlp names files `Title [ID].en.vtt` and
/// writes `Title [ID].info.json` on request.
struct VideoInformation {
  var title: String?
  var url: String?
  var channel: String?
  var date: CalendarDate?
  var language: String?

  /// Larger ones hold something else.
  private static let maximumSize = 32 << 20

  init(subtitles path: String) {
    let name = FilePath.name(of: path)
    var stem = name.split(separator: ".").dropLast().joined(separator: ".")
    if stem.isEmpty { stem = name }
    if let dot = stem.lastIndex(of: "."), Self.isLanguage(stem[stem.index(after: dot)...]) {
      language = String(stem[stem.index(after: dot)...]).replacing("-orig", with: "")
      stem = String(stem[..<dot])
    }
    let folder = FilePath.folder(of: path)
    let prefix = path.hasPrefix("/") && folder.isEmpty ? "/" : folder
    readInformation(FilePath.join(prefix, stem + ".info.json"))
    let (title, identifier) = Self.parts(of: stem)
    // What yt-dlp has named is a title; other names are made readable.
    let named = identifier == nil ? TitleMaker.readable(title) : title
    self.title = self.title ?? (named.isEmpty ? nil : named)
    url = url ?? identifier.map { "https://www.youtube.com/watch?v=\($0)" }
  }

  private mutating func readInformation(_ path: String) {
    guard let bytes = try? FileSystem.read(path, limit: Self.maximumSize),
      let value = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let object = value as? [String: Any]
    else { return }
    title = object["title"] as? String
    url = object["webpage_url"] as? String
    channel = object["channel"] as? String ?? object["uploader"] as? String
    date = (object["upload_date"] as? String).flatMap { CalendarDate(parsing: $0) }
    language = object["language"] as? String ?? language
  }

  /// `en`, `de-CH`, `en-orig`, `zh-Hans`
  private static func isLanguage(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), parts.count <= 3 else {
      return false
    }
    return first.allSatisfy { $0.isASCII && $0.isLowercase }
      && parts.dropFirst().allSatisfy { (2...8).contains($0.count) && $0.allSatisfy(\.isLetter) }
  }

  /// The title, and the eleven signs of a video between brackets at the end.
  private static func parts(of stem: String) -> (title: String, identifier: String?) {
    guard stem.hasSuffix("]"), let open = stem.lastIndex(of: "[") else { return (stem, nil) }
    let identifier = stem[stem.index(after: open)...].dropLast()
    let isIdentifier =
      identifier.utf8.count == 11
      && identifier.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
            || $0 == "-")
      }
    guard isIdentifier else { return (stem, nil) }
    return (stem[..<open].trimmed, String(identifier))
  }
}
