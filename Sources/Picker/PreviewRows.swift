internal import TerminalOutput

/// A passage and the lines around it, broken into rows of a width.
struct PreviewRows {
  struct Row: Hashable {
    /// Number of the line that begins in this row.
    var number: Int?
    var isCited: Bool
    var text: StyledText
  }

  /// Rows before the passage that are seen at first.
  private static let lead = 2
  private static let deepestIndent = 8
  /// Below this width numbers of lines would take too much of it.
  private static let leastWidthForNumbers = 30

  private(set) var rows: [Row] = []
  /// The row that the passage begins in.
  private(set) var firstCited = 0
  /// Digits of the largest number; 0 without numbers.
  let digits: Int

  /// - Parameter width: Of the region, with the numbers.
  init(_ item: PickItem, _ surroundings: PickSurroundings?, width: Int) {
    let around = surroundings ?? PickSurroundings()
    let cited = item.text.withoutControls.cells
      .split(omittingEmptySubsequences: false) { $0.character.isNewline }
      .map { StyledText(cells: Array($0)) }
    let first = item.line - around.before.count
    let last = item.line + cited.count + around.after.count
    digits = width >= Self.leastWidthForNumbers ? String(last).count : 0
    let wrapper = LineWrapper(width: max(1, width - Self.gutter(digits)))
    var number = first
    func append(_ line: StyledText, isCited: Bool) {
      for (index, text) in Self.wrapped(line, wrapper).enumerated() {
        rows.append(Row(number: index == 0 ? number : nil, isCited: isCited, text: text))
      }
      number += 1
    }
    for line in around.before { append(StyledText(line.withoutControls), isCited: false) }
    firstCited = rows.count
    for line in cited { append(line, isCited: true) }
    for line in around.after { append(StyledText(line.withoutControls), isCited: false) }
  }

  /// Columns before the text: the number, and the mark of what is cited.
  static func gutter(_ digits: Int) -> Int { digits == 0 ? 2 : digits + 3 }

  /// The first row to show where nobody has scrolled.
  func start(height: Int) -> Int {
    clamped(firstCited - Self.lead, height: height)
  }

  func clamped(_ row: Int, height: Int) -> Int {
    min(max(0, row), max(0, rows.count - height))
  }

  /// Indentation says what belongs to what, so it is kept.
  private static func wrapped(_ line: StyledText, _ wrapper: LineWrapper) -> [StyledText] {
    let spaces = line.cells.prefix { $0.character == " " }.count
    let indent = min(spaces, deepestIndent, wrapper.width / 4)
    let inner = LineWrapper(width: wrapper.width - indent)
    let lines = inner.lines(of: line)
    if lines.isEmpty { return [StyledText(cells: [])] }
    let margin = Array(repeating: StyledText.Cell(" "), count: indent)
    return lines.map { StyledText(cells: margin + $0.cells) }
  }
}
