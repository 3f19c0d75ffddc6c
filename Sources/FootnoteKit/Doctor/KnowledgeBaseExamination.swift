/// The part of `doctor` that looks at the files.
struct KnowledgeBaseExamination {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func checks() -> [DoctorCheck] {
    do {
      let (files, skipped) = try CorpusReader(session.knowledgeBase).walk()
      return [layers(files), self.skipped(skipped)]
    } catch {
      return [.failed("layers", error)]
    }
  }

  private func layers(_ files: [FileEntry]) -> DoctorCheck {
    var counts: [String: Int] = [:]
    for file in files { counts[file.layer, default: 0] += 1 }
    let names = session.knowledgeBase.layers.map(\.name)
    let text = names.map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", ") + " files"
    if files.isEmpty {
      return .warn("layers", text, remedy: "put markdown files (*.md) into the knowledge base")
    }
    let empty = names.filter { counts[$0] == nil }
    if !empty.isEmpty {
      let list = empty.joined(separator: ", ")
      return .warn(
        "layers", text, remedy: "add files to \(list), or correct layers: in footnote.yml")
    }
    return .ok("layers", text)
  }

  private func skipped(_ files: [SkippedFile]) -> DoctorCheck {
    guard let first = files.first else { return .ok("skipped files", "none") }
    return .warn(
      "skipped files", "\(files.count), the first is \(first.path): \(first.reason)",
      remedy: "mend or ignore them; footnote status lists all")
  }
}
