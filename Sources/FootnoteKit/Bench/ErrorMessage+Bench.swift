extension ErrorMessage {
  init(bench error: BenchError) {
    switch error {
    case .unreadable(let path, let reason):
      self.init("cannot be read: \(path)", at: reason)
    case .malformed(let path, let line, let reason):
      self.init("malformed", at: "\(path):\(line): \(reason)")
    case .notWritable(let path, let reason):
      self.init("cannot be written: \(path)", at: reason)
    case .unusable(let path, let reason):
      self.init("cannot be used: \(path)", at: reason)
    case .question(let id, let reason):
      self.init("the question \(id) cannot be asked", at: reason)
    case .stopped:
      self.init("stopped")
    }
  }

  init(evaluation error: EvaluationError) {
    switch error {
    case .malformed: self.init("malformed", at: error.message)
    case .unreadable(let file, let reason): self.init("cannot be read: \(file)", at: reason)
    }
  }
}
