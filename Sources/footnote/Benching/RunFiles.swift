import FootnoteKit
import Foundation

/// Where runs are written: each to a file of a folder, or a single one to a file of that name.
struct RunFiles {
  let place: String
  /// Whether there is just one run in all.
  let isOnly: Bool

  /// - Throws: `BenchError.notWritable`.
  func write(_ runs: [Run], of dataset: String) throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
    if isOnly, !place.hasSuffix("/"), !(exists && isFolder.boolValue), let run = runs.first {
      return try WholeFile.write(Self.text(of: run), to: place)
    }
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    } catch {
      throw BenchError.notWritable(path: place, reason: error.localizedDescription)
    }
    for run in runs {
      try WholeFile.write(Self.text(of: run), to: "\(place)/\(dataset)-\(run.name).run")
    }
  }

  private static func text(of run: Run) -> String {
    var tagged = run
    tagged.name = "footnote-" + run.name
    return tagged.trec
  }
}
