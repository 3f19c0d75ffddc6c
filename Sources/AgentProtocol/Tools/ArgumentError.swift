/// What is wrong with the arguments of a tool or prompt, as one line for the model that chose them.
struct ArgumentError: Error, Sendable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
