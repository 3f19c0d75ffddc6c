/// What is wrong with the arguments of a tool or prompt, as one line for the model that chose them.
package struct ArgumentError: Error, Sendable {
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
