/// A question, the passages that answer it, and where somebody is among them. Knows nothing of terminals:
/// events go in, effects come out.
package struct PickerState: Sendable {
  package private(set) var size: TerminalSize
  package private(set) var editor: LineEditor
  package private(set) var items: [PickItem] = []
  /// Index of the chosen item; 0 where there is none.
  package private(set) var selection = 0
  /// Index of the first item that the list shows.
  package private(set) var top = 0
  /// What the answer comes from.
  package private(set) var summary = ""
  /// What stands in its place: until the next key what was said last, else what should be known of the
  /// answer.
  package var notice: String? { said ?? answerNotice }
  package private(set) var isSearching = false
  /// The question whose passages are shown; `nil` before the first.
  package private(set) var answered: String?
  private var said: String?
  private var answerNotice: String?
  private var surroundings: [Int: PickSurroundings] = [:]
  /// First row of the preview, where somebody has scrolled.
  private var scroll: Int?
  /// Counts the questions, so that late answers are known as such.
  private var generation = 0
  /// Number of the question that `items` answer, which is what items are asked for with.
  private var shownGeneration = 0
  /// Whether the next answer is to keep the chosen passage.
  private var keepsSelection = false

  package init(size: TerminalSize, question: String = "") {
    self.size = size
    editor = LineEditor(question)
  }

  package var layout: PickerLayout { PickerLayout(size) }
  package var question: String { editor.text }
  package var selected: PickItem? { items.indices.contains(selection) ? items[selection] : nil }

  /// The first question, if there is one.
  package mutating func start() -> [PickerEffect] {
    ask()
  }

  package mutating func handle(_ event: PickerEvent) -> [PickerEffect] {
    switch event {
    case .key(let key):
      said = nil
      return handle(key)
    case .resize(let size):
      self.size = size
      scroll = nil
      reveal()
      return [.redraw] + look()
    case .answer(let answer, let generation) where generation == self.generation:
      return take(answer)
    case .failure(let message, let generation) where generation == self.generation:
      isSearching = false
      said = message
    case .surroundings(let lines, let item, let generation) where generation == shownGeneration:
      surroundings[item] = lines
    case .answer, .failure, .surroundings: break
    case .changed:
      keepsSelection = true
      return ask()
    case .notice(let text): said = text
    }
    return []
  }

  // MARK: Keys

  private mutating func handle(_ key: TerminalKey) -> [PickerEffect] {
    switch key {
    case .escape: return [.leave]
    case .control("c"): return [.interrupt]
    case .control("d") where question.isEmpty: return [.leave]
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .enter: return act { .open(item: $0) }
    case .control("o"): return act { .finish(item: $0) }
    case .control("y"): return act { .copy(item: $0) }
    case .arrow(.up, isModified: true): return scroll(by: -1)
    case .arrow(.down, isModified: true): return scroll(by: 1)
    case .control("b"): return scroll(by: -pageOfPreview)
    case .control("f"): return scroll(by: pageOfPreview)
    case .arrow(.up, _), .control("p"): return select(selection - 1)
    case .arrow(.down, _), .control("n"): return select(selection + 1)
    case .pageUp: return select(selection - layout.itemsShown)
    case .pageDown: return select(selection + layout.itemsShown)
    default:
      guard editor.handle(key) else { return [] }
      keepsSelection = false
      return ask()
    }
  }

  private func act(_ effect: (Int) -> PickerEffect) -> [PickerEffect] {
    selected == nil ? [] : [effect(selection)]
  }

  // MARK: Questions

  private mutating func ask() -> [PickerEffect] {
    generation += 1
    guard question.contains(where: { !$0.isWhitespace }) else {
      isSearching = false
      show([], summary: "")
      (answered, answerNotice) = (nil, nil)
      return []
    }
    isSearching = true
    return [.search(question, generation: generation)]
  }

  private mutating func take(_ answer: PickAnswer) -> [PickerEffect] {
    isSearching = false
    answerNotice = answer.notice
    answered = question
    let old = keepsSelection ? selected?.citation : nil
    let place = selection
    keepsSelection = false
    show(answer.items, summary: answer.summary)
    if let old {
      // A passage that was edited has other lines now, and is likely to stand where it stood.
      let index = items.firstIndex { $0.citation == old } ?? place
      selection = max(0, min(index, items.count - 1))
    }
    reveal()
    return look()
  }

  private mutating func show(_ items: [PickItem], summary: String) {
    self.items = items
    self.summary = summary
    shownGeneration = generation
    surroundings = [:]
    (selection, top, scroll) = (0, 0, nil)
  }

  // MARK: The list

  private mutating func select(_ index: Int) -> [PickerEffect] {
    let index = min(max(0, index), max(0, items.count - 1))
    guard index != selection else { return [] }
    selection = index
    scroll = nil
    reveal()
    return look()
  }

  /// Moves the list so that the chosen item is seen.
  private mutating func reveal() {
    let shown = layout.itemsShown
    if selection < top { top = selection }
    if selection >= top + shown { top = selection - shown + 1 }
    top = max(0, min(top, items.count - shown))
  }

  // MARK: The preview

  /// Asks for the lines around the chosen passage, once.
  private func look() -> [PickerEffect] {
    guard selected != nil, layout.preview != nil, surroundings[selection] == nil else { return [] }
    return [.surroundings(item: selection, generation: shownGeneration)]
  }

  /// The rows of the preview, and the first one to show.
  var preview: (rows: PreviewRows, start: Int)? {
    guard let item = selected, let region = layout.preview else { return nil }
    let rows = PreviewRows(item, surroundings[selection], width: region.width)
    let start = scroll ?? rows.start(height: region.height)
    return (rows, rows.clamped(start, height: region.height))
  }

  private var pageOfPreview: Int { max(1, (layout.preview?.height ?? 0) - 2) }

  private mutating func scroll(by count: Int) -> [PickerEffect] {
    guard let preview, let region = layout.preview else { return [] }
    scroll = preview.rows.clamped(preview.start + count, height: region.height)
    return []
  }
}
