extension ErrorMessage {
  init(corpus error: CorpusError) {
    switch error {
    case .noKnowledgeBase(let path):
      self.init(
        "no knowledge base here or above", at: path,
        remedy: "name one with --root FOLDER, or mark one with raw/ and wiki/ or a footnote.yml")
    case .noFolder(let path):
      self.init("there is no such folder", at: path, remedy: "name a knowledge base with --root")
    case .notAFolder(let path):
      self.init("this is not a folder", at: path, remedy: "name a knowledge base with --root")
    case .unreadable(let path, let reason):
      self.init("cannot be read: \(path)", at: reason)
    case .indexPlace(let path, let reason):
      self.init(
        "the index cannot lie here", at: "\(path): \(reason)",
        remedy: "choose a folder of its own with --index FOLDER or index: in footnote.yml")
    case .configuration(let path, let line, let reason):
      let place = line.map { "\(path):\($0)" } ?? path
      self.init(
        "the configuration is wrong", at: "\(place): \(reason)", remedy: "correct that file")
    }
  }

  init(index error: IndexError) {
    switch error {
    case .missing(let folder):
      self.init("there is no index yet", at: folder, remedy: "build it with footnote index")
    case .damaged(let path, let reason):
      self.init(
        "the index is damaged", at: "\(path): \(reason)",
        remedy: "rebuild it with footnote index --full"
      )
    case .foreign(let path):
      self.init(
        "this database belongs to another program", at: path,
        remedy: "footnote index puts it aside, or choose another place with --index FOLDER")
    case .outdated(let path, let reason):
      self.init(
        "the index cannot be used", at: "\(path): \(reason)",
        remedy: "rebuild it with footnote index")
    case .locked(let path):
      self.init(
        "another process is updating the index", at: path, remedy: "try again when it is done")
    case .notWritable(let path, let reason):
      self.init(
        "the index cannot be written", at: "\(path): \(reason)",
        remedy: "choose another place with --index FOLDER")
    case .unsafe(let path, let reason):
      self.init(
        "the index is not used as it is", at: "\(path): \(reason)",
        remedy: "remove that, or choose another place with --index FOLDER")
    case .unmerged(let path):
      self.init(
        "the index has changes that cannot be read here", at: path + "-wal",
        remedy: "run footnote index where its folder can be written, or choose another with --index"
      )
    case .storage(let path, let reason):
      self.init(
        "the disk is full or fails", at: "\(path): \(reason)",
        remedy: "free space or check the disk"
      )
    case .database(let path, let reason):
      self.init(
        "the index failed", at: "\(path): \(reason)",
        remedy: "check the disk, then footnote index --verify")
    }
  }

  init(encoder error: EncoderError) {
    switch error {
    case .modelNotFound(let name, let searched):
      self.init(
        "the model \(name) is not installed", at: "looked in \(searched.joined(separator: ", "))",
        remedy: ModelAdvice.installation(of: name) + "; --mode lexical works without")
    case .missingFile(let path):
      self.init("the model lacks a file", at: path, remedy: ModelAdvice.repair(of: path))
    case .unreadable(let path, let reason):
      self.init(
        "the model cannot be read", at: "\(path): \(reason)", remedy: ModelAdvice.repair(of: path))
    case .malformed(let path, let reason):
      self.init(
        "the model is damaged", at: "\(path): \(reason)", remedy: ModelAdvice.repair(of: path))
    case .unsupported(let path, let reason):
      self.init(
        "the model is of a kind that does not run here", at: "\(path): \(reason)",
        remedy: "choose a BERT-family sentence encoder with --model")
    case .checksum(let path, let expected, let found):
      self.init(
        "the model is not the published one",
        at: "\(path): sha256 \(found.prefix(12))… instead of \(expected.prefix(12))…",
        remedy: ModelAdvice.repair(of: path))
    case .unknownPrecision(let name):
      let names = Precision.allCases.map(\.rawValue).joined(separator: " or ")
      self.init(
        "FOOTNOTE_PRECISION is \(name), which is no precision", at: nil,
        remedy: "set it to \(names), or unset it")
    }
  }
}
