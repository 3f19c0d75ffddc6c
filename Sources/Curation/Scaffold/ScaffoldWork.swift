internal import Corpus

/// Makes files and folders that are missing, and keeps account of them.
struct ScaffoldWork {
  let root: String
  var report: ScaffoldReport

  init(root: String) {
    self.root = root
    report = ScaffoldReport(root: root)
  }

  /// Makes a folder unless it is there.
  /// - Throws: `CurationError.notWritable`.
  mutating func folder(_ path: String) throws(CurationError) {
    let isMade = try ScaffoldFolder.make(root + "/" + path)
    if isMade { report.made.append(path + "/") } else { report.kept.append(path + "/") }
  }

  /// Writes a file unless there is anything of its name. A file that only keeps its folder in git counts
  /// as the folder.
  /// - Throws: `CurationError.notWritable`.
  mutating func file(_ path: String, _ text: String) throws(CurationError) {
    let keeps = FilePath.name(of: path) == ".gitkeep"
    let folder = FilePath.folder(of: path)
    if keeps, FileTest.leadsSomewhere(root + "/" + folder), !isNew(folder + "/") {
      if !report.kept.contains(folder + "/") { report.kept.append(folder + "/") }
      return
    }
    do throws(CurationError) {
      try NewFile.write(Array(text.utf8), to: root + "/" + path)
    } catch {
      guard case .exists = error else { throw error }
      report.kept.append(path)
      return
    }
    if !keeps {
      report.made.append(path)
    } else if !isNew(folder + "/") {
      report.made.append(folder + "/")
    }
  }

  private func isNew(_ path: String) -> Bool { report.made.contains(path) }

  /// Whether nothing has this name; what is there is noted as kept.
  mutating func isMissing(_ path: String) -> Bool {
    guard FileTest.exists(root + "/" + path) else { return true }
    report.kept.append(path)
    return false
  }
}
