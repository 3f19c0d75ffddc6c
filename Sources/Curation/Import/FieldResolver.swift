import Corpus
import Foundation

/// Decides what the front matter says: what the user says, what the material says, what the file's name
/// says, and for the date at last when the file was changed.
struct FieldResolver {
  let options: ImportOptions

  func fields(of material: Material, source: ImportSource) -> MaterialFields {
    let name = material.file ?? FilePath.name(of: source.path)
    let (date, origin) = date(of: material, source)
    let title = [options.title, material.title, readable(name)].compactMap { $0 }
      .map(TitleMaker.collapsed).first { !$0.isEmpty }
    return MaterialFields(
      title: title ?? name, author: options.author ?? material.author, date: date,
      dateOrigin: origin, type: options.type ?? material.type, url: options.url ?? material.url,
      language: material.language, channel: options.channel ?? material.channel,
      pages: material.pages, file: name, posts: material.posts)
  }

  private func date(of material: Material, _ source: ImportSource) -> (CalendarDate, DateOrigin) {
    if let date = options.date { return (date, .option) }
    if let date = material.date { return (date, .content) }
    if let date = PathDate.date(of: nearPath(source.path)) { return (date, .name) }
    return (changed(source.path) ?? options.today, .file)
  }

  /// The file with the folders of a month and a year, which may name its day.
  private func nearPath(_ path: String) -> String {
    let near = path.split(separator: "/").suffix(3).joined(separator: "/")
    let dot = near.lastIndex(of: ".") ?? near.endIndex
    let isExtension = near[dot...].dropFirst().contains(where: \.isLetter)
    return isExtension ? String(near[..<dot]) : near
  }

  private func changed(_ path: String) -> CalendarDate? {
    guard let status = try? FileSystem.status(of: path) else { return nil }
    let moment = Date(timeIntervalSince1970: Double(status.modified) / 1e9)
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: moment)
    return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }

  /// The name without its extension as words.
  private func readable(_ name: String) -> String {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    return TitleMaker.readable(stem.isEmpty ? name : stem)
  }
}

extension ImportOptions {
  /// Keys of the front matter that the user has given values for.
  var chosenKeys: Set<String> {
    let values: [(String, Bool)] = [
      ("title", title != nil), ("author", author != nil), ("date", date != nil),
      ("type", type != nil),
      ("url", url != nil), ("channel", channel != nil),
    ]
    return Set(values.filter(\.1).map(\.0))
  }
}
