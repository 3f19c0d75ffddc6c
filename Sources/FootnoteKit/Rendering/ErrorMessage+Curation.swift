extension ErrorMessage {
  init(curation error: CurationError) {
    switch error {
    case .exists(let path):
      self.init(
        "there is a file already", at: path, remedy: "it is left as it is; choose another name")
    case .notWritable(let path, let reason):
      self.init("cannot be written: \(path)", at: reason, remedy: "nothing was changed there")
    case .unreadable(let path, let reason):
      self.init("cannot be read: \(path)", at: reason)
    case .changedMeanwhile(let path):
      self.init(
        "somebody else changed the file meanwhile", at: path,
        remedy: "nothing was written; run the command again")
    case .noWiki(let root):
      self.init(
        "there is no layer wiki", at: root,
        remedy: "footnote init makes wiki/, or name its folder under layers: in footnote.yml")
    case .logEntry(let reason):
      self.init("the log cannot have this entry", at: reason)
    case .unknownRule(let name):
      self.init(
        "there is no rule of this name", at: name, remedy: "footnote lint --rules lists them")
    }
  }
}
