import Corpus

/// The files of an X archive that are read. Its other files (messages, likes, advertisers) are not touched.
struct PostArchiveFiles {
  let posts: [String]
  let notes: [String]
  let account: String?

  /// - Parameter path: a folder that holds `tweets.js`, or a file of posts under another name.
  init(_ path: String) {
    let isFolder = FileSystem.isFolder(path)
    let folder = isFolder ? path : FilePath.folder(of: path)
    let names = Self.names(in: folder)
    func paths(_ condition: (String) -> Bool) -> [String] {
      names.filter(condition).sorted { Self.order($0) < Self.order($1) }
        .map { FilePath.join(folder, $0) }
    }
    posts = isFolder ? paths(Self.isPosts) : [path]
    notes = paths { Self.isPart($0, of: "note-tweet") }
    account = paths { $0 == "account.js" }.first
  }

  /// `tweets.js`, `tweets-part1.js`, and `tweet.js` of older archives.
  static func isPosts(_ name: String) -> Bool {
    isPart(name, of: "tweets") || isPart(name, of: "tweet")
  }

  /// The folder with the posts, where `folder` is an archive or the data of one.
  static func folder(in folder: String) -> String? {
    [FilePath.join(folder, "data"), folder].first { place in
      names(in: place).contains { name in
        guard isPosts(name), let head = try? FileHead.read(FilePath.join(place, name)) else {
          return false
        }
        return FileKindDetector.isPostArchive(head)
      }
    }
  }

  private static func isPart(_ name: String, of stem: String) -> Bool {
    guard name.hasPrefix(stem), name.hasSuffix(".js") else { return false }
    let middle = name.dropFirst(stem.count).dropLast(3)
    return middle.isEmpty || (middle.hasPrefix("-part") && Int(middle.dropFirst(5)) != nil)
  }

  /// The number of a part; 0 for the first file.
  private static func order(_ name: String) -> Int {
    name.firstRange(of: "-part").flatMap { Int(name[$0.upperBound...].dropLast(3)) } ?? 0
  }

  private static func names(in folder: String) -> [String] {
    guard var handle = try? FolderHandle(path: folder) else { return [] }
    var names: [String] = []
    while let entry = try? handle.next() {
      names.append(String(decoding: entry.name, as: UTF8.self))
    }
    return names
  }
}
