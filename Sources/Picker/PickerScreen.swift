package import TerminalOutput

/// Draws the state of a picker.
package struct PickerScreen: Sendable {
  private static let prompt = "> "
  private static let keys =
    "enter open   ctrl-o print   ctrl-y copy   shift-↑↓ scroll   esc leave"

  private let palette: Palette

  package init(palette: Palette) {
    self.palette = palette
  }

  /// - Complexity: O(length of the chosen passage and the lines around it).
  package func frame(_ state: PickerState) -> PickerFrame {
    let (size, layout) = (state.size, state.layout)
    var frame = PickerFrame(size)
    let prompt = Self.prompt.truncated(to: size.columns)
    let room = max(1, size.columns - prompt.displayWidth)
    let (question, column) = state.editor.window(width: room)
    frame.put(palette.aside(prompt) + question, row: 0)
    frame.cursor = (0, min(size.columns - 1, prompt.displayWidth + column))
    frame.put(status(state), row: 1)
    list(state, layout, &frame)
    preview(state, layout, &frame)
    if let row = layout.keys {
      frame.put(palette.aside(Self.keys.truncated(to: size.columns)), row: row)
    }
    return frame
  }

  private func status(_ state: PickerState) -> String {
    let width = state.size.columns
    let count = state.items.isEmpty ? "" : "\(state.selection + 1)/\(state.items.count)  "
    if let notice = state.notice {
      return palette.warning((count + notice.plainLine).truncated(to: width))
    }
    var parts: [String] = []
    if state.answered != nil, state.items.isEmpty { parts.append("nothing found") }
    if !state.summary.isEmpty { parts.append(state.summary) }
    if state.isSearching { parts.append("searching…") }
    if parts.isEmpty, state.items.isEmpty { parts = ["type a question"] }
    let text = parts.map(\.plainLine).joined(separator: "  ")
    return palette.aside((count + text).truncated(to: width))
  }

  // MARK: The list

  private func list(_ state: PickerState, _ layout: PickerLayout, _ frame: inout PickerFrame) {
    let region = layout.list
    guard region.height > 0 else { return }
    let shown = state.items.indices.dropFirst(state.top).prefix(layout.itemsShown)
    for (place, index) in shown.enumerated() {
      let row = region.row + place * layout.itemHeight
      let lines = lines(
        of: state.items[index], isSelected: index == state.selection, layout, region.width)
      for (offset, line) in lines.enumerated() { frame.put(line, row: row + offset) }
    }
  }

  private func lines(
    of item: PickItem, isSelected: Bool, _ layout: PickerLayout, _ width: Int
  ) -> [String] {
    let mark = isSelected ? "▌ " : "  "
    let room = width - 2
    guard room > 0 else { return [isSelected ? "▌" : ""] }
    let title = item.title.plainLine
    if layout.itemHeight == 1 {
      let facts = (title + "  " + item.citation).truncated(to: room)
      return [mark + (isSelected ? palette.title(facts) : facts)]
    }
    let citation = item.citation.endingWithin(room)
    let facts = "  " + item.facts.joined(separator: "  ")
    let rest = room - citation.displayWidth
    let aside = rest >= facts.displayWidth ? palette.aside(facts) : ""
    return [
      mark + heading(item, title, isSelected: isSelected, room),
      mark + palette.citation(citation) + aside,
    ]
  }

  private func heading(
    _ item: PickItem, _ title: String, isSelected: Bool, _ room: Int
  ) -> String {
    let shown = title.truncated(to: room)
    let path = item.headings.map(\.plainLine).filter { !$0.isEmpty && $0 != title }
    let trail = path.map { " › " + $0 }.joined()
    let rest = room - shown.displayWidth
    let start = isSelected ? palette.title(shown) : shown
    return path.isEmpty || rest < 8 ? start : start + palette.aside(trail.truncated(to: rest))
  }

  // MARK: The preview

  private func rule(_ state: PickerState, width: Int) -> String {
    let room = max(0, width - 4)
    let label = state.selected.map { "── \($0.citation.endingWithin(room)) " } ?? ""
    let shown = label.truncated(to: width)
    return palette.aside(
      shown + String(repeating: "─", count: max(0, width - shown.displayWidth)))
  }

  private func preview(_ state: PickerState, _ layout: PickerLayout, _ frame: inout PickerFrame) {
    guard let region = layout.preview, let rule = layout.rule else { return }
    if layout.isSideBySide {
      for row in rule.row..<(region.row + region.height) {
        frame.put(palette.aside("│"), row: row, column: region.column - 2)
      }
    }
    frame.put(self.rule(state, width: rule.width), row: rule.row, column: rule.column)
    guard let (preview, start) = state.preview else { return }
    for (offset, row) in preview.rows.dropFirst(start).prefix(region.height).enumerated() {
      frame.put(
        text(row, digits: preview.digits), row: region.row + offset, column: region.column)
    }
  }

  private func text(_ row: PreviewRows.Row, digits: Int) -> String {
    let number = row.number.map(String.init) ?? ""
    let gutter =
      digits == 0
      ? "" : String(repeating: " ", count: max(0, digits - number.count)) + number + " "
    let mark = row.isCited ? palette.citation("▌ ") : "  "
    let text = row.text.rendered(mark: palette.mark)
    return palette.aside(gutter) + mark + (row.isCited ? text : palette.aside(text))
  }
}
