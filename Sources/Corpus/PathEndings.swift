/// Paths looked up by how they end.
struct PathEndings: Sendable {
  private let byName: [String: [String]]
  /// Distinguishes the many files that are called `transcript.md`.
  private let byFolderAndName: [String: [String]]
  private let byUnpaddedName: [String: [String]]
  private let byDay: [CalendarDate: [String]]

  init(_ paths: [String]) {
    var byName: [String: [String]] = [:]
    var byFolderAndName: [String: [String]] = [:]
    var byUnpaddedName: [String: [String]] = [:]
    var byDay: [CalendarDate: [String]] = [:]
    for path in paths {
      let bare = FilePath.withoutExtension(path)
      let parts = bare.split(separator: "/")
      byName[FilePath.name(of: bare), default: []].append(path)
      if parts.count > 1 {
        byFolderAndName[parts.suffix(2).joined(separator: "/"), default: []].append(path)
      }
      byUnpaddedName[Self.unpadded(FilePath.name(of: bare)), default: []].append(path)
      if let day = PathDate.date(of: path) { byDay[day, default: []].append(path) }
    }
    self.byName = byName
    self.byFolderAndName = byFolderAndName
    self.byUnpaddedName = byUnpaddedName
    self.byDay = byDay
  }

  /// Paths that end in `target`, part by part.
  func suffix(_ target: String) -> [String] {
    let bare = FilePath.withoutExtension(target)
    let parts = bare.split(separator: "/")
    let candidates =
      parts.count > 1
      ? byFolderAndName[parts.suffix(2).joined(separator: "/")] : byName[bare]
    return (candidates ?? []).filter {
      FilePath.withoutExtension($0).split(separator: "/").suffix(parts.count) == parts[...]
    }
  }

  /// Paths that end in `target` where numbers may have leading zeros.
  func unpadded(_ target: String) -> [String] {
    let wanted = Self.unpadded(FilePath.withoutExtension(target))
    let parts = wanted.split(separator: "/")
    return (byUnpaddedName[FilePath.name(of: wanted)] ?? []).filter {
      let path = Self.unpadded(FilePath.withoutExtension($0))
      return path.split(separator: "/").suffix(parts.count) == parts[...]
    }
  }

  /// Paths that name a day.
  func day(_ day: CalendarDate) -> [String] { byDay[day] ?? [] }

  /// Paths in which the parts of `target` occur in order, the last one last.
  func subsequence(_ target: String) -> [String] {
    let parts = FilePath.withoutExtension(target).split(separator: "/")
    guard let name = parts.last else { return [] }
    return (byName[String(name)] ?? []).filter {
      var rest = FilePath.withoutExtension($0).split(separator: "/")[...]
      for part in parts {
        guard let index = rest.firstIndex(of: part) else { return false }
        rest = rest[(index + 1)...]
      }
      return true
    }
  }

  /// Numbers without leading zeros.
  private static func unpadded(_ text: String) -> String {
    var result: [UInt8] = []
    var isInNumber = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let nextIsDigit = index + 1 < bytes.count && ByteClass.isDigit(bytes[index + 1])
      if byte == 0x30, !isInNumber, nextIsDigit { continue }
      isInNumber = ByteClass.isDigit(byte)
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
