import Picker
import TerminalOutput

/// Passages to choose from.
enum Sample {
  static func item(_ number: Int, text: String? = nil) -> PickItem {
    PickItem(
      title: "Title \(number)", headings: ["Part"], citation: "raw/\(number).md:5",
      facts: ["2025-01-0\(number % 10)", "post", "0.50"],
      text: StyledText(text ?? "Passage \(number)."), line: 5)
  }

  static func answer(_ count: Int) -> PickAnswer {
    PickAnswer(items: (1...max(1, count)).prefix(count).map { item($0) }, summary: "9 documents")
  }

  /// A picker that shows an answer.
  static func state(
    columns: Int, rows: Int, question: String = "ghosts", answer: PickAnswer
  ) -> PickerState {
    var state = PickerState(size: TerminalSize(columns: columns, rows: rows), question: question)
    _ = state.start()
    _ = state.handle(.answer(answer, generation: 1))
    return state
  }
}
