import CTerminal
import FootnoteKit
import Foundation
import Picker
import TerminalOutput

/// `ask --pick`: a person, a screen, and what the picker wants done.
final class PickSession {
  /// Time after which Escape is a key and no beginning of one, in milliseconds.
  private static let patience: Int32 = 40
  /// Characters of a line in the preview that is not of the passage itself.
  private static let longestLine = 1000

  private let asker: Asker
  private let mayUpdate: Bool
  private let screen: FullScreen
  private let engine: PickEngine
  private let renderer: PickerScreen
  private var state: PickerState
  private var painter = ScreenPainter()
  private var parser = KeyParser()
  private var hits: [Hit] = []
  private var generation = 0
  private var said: Set<String> = []
  private var hasEncoded = false
  private var hasOpened = false
  private var outcome: Outcome?

  private enum Outcome {
    case left
    case interrupted
    case picked(Hit)
  }

  private var console: Console { asker.console }
  private var mailbox: Mailbox<PickEngine.Message> { engine.mailbox }

  /// - Parameter mayUpdate: Whether the indexes may be written.
  /// - Throws: `ErrorMessage` where no more files can be opened.
  init(_ screen: FullScreen, asker: Asker, question: String, mayUpdate: Bool) throws {
    self.screen = screen
    self.asker = asker
    self.mayUpdate = mayUpdate
    engine = try PickEngine(
      asker.group, filter: asker.request.filter, options: asker.request.search)
    let hasColour = asker.console.environment["NO_COLOR"].map(\.isEmpty) ?? true
    renderer = PickerScreen(palette: Palette(isEnabled: hasColour))
    state = PickerState(size: screen.size, question: question)
  }

  /// - Throws: `ExitStatus.interrupted` after Ctrl-C; `ErrorMessage` where nothing can be asked, or the
  ///   terminal is gone. The terminal is as it was, whatever happens.
  func run() throws -> ExitStatus {
    defer { engine.stop() }
    try interact()
    switch outcome {
    case .picked(let hit):
      let links = asker.request.links.explicit(for: asker.group)
      try console.output.line(links?.address(of: hit.citation) ?? hit.citation.description)
      // What is being encoded ends only after its batch.
      try console.output.flush()
      return .found
    case .interrupted: throw ExitStatus.interrupted
    case .left, nil: return hasOpened ? .found : .nothingFound
    }
  }

  private func interact() throws {
    try screen.show(wake: mailbox.writeEnd)
    defer { screen.hide() }
    try perform(state.start(), waits: false)
    while outcome == nil {
      try screen.write(painter.paint(renderer.frame(state)))
      let ready = try screen.wait(
        for: mailbox.readEnd, milliseconds: parser.isWaiting ? Self.patience : nil)
      if ready.isEmpty { try press(parser.flush()) }
      if ready.contains(.messages) { try receive() }
      if ready.contains(.keys) { try press(parser.keys(screen.read())) }
    }
  }

  private func press(_ keys: [TerminalKey]) throws {
    for key in keys where outcome == nil { try perform(state.handle(.key(key)), waits: true) }
  }

  // MARK: Messages

  private func receive() throws {
    let (signals, messages) = mailbox.take()
    if signals.contains(UInt8(ascii: "t")) { try suspend() }
    if signals.contains(UInt8(ascii: "c")) { try resume() }
    if signals.contains(UInt8(ascii: "w")) { try perform(state.handle(.resize(screen.size))) }
    for message in messages where outcome == nil { try receive(message) }
  }

  private func receive(_ message: PickEngine.Message) throws {
    switch message {
    case .answer(let answer, let generation):
      // The state drops late answers, and so must this.
      guard generation == self.generation else { return }
      let response = asker.shaped(answer)
      hits = response.hits
      let answer = PickAnswer(response, notice: notice(of: response))
      try perform(state.handle(.answer(answer, generation: generation)))
      encodeOnce(response)
    case .failure(let error, let generation):
      try perform(state.handle(.failure(error.description, generation: generation)))
    case .surroundings(let text, let item, let generation):
      let lines = PickSurroundings(
        before: text.before.map(Self.shortened), after: text.after.map(Self.shortened))
      try perform(state.handle(.surroundings(lines, item: item, generation: generation)))
    case .updated(let notes):
      try perform(state.handle(.changed), waits: false)
      if let note = notes.first(where: { said.insert($0).inserted }) {
        try perform(state.handle(.notice(note)))
      }
    case .unusable(let error): throw error
    }
  }

  /// Lines around a passage may be whole recordings.
  private static func shortened(_ line: String) -> String {
    let start = line.prefix(longestLine)
    return start.endIndex == line.endIndex ? line : start + "…"
  }

  /// What should be known of an answer, each thing once.
  private func notice(of response: SearchResponse) -> String? {
    let remarks = AnswerRemarks(response).lines
    return remarks.first ?? response.warnings.first { said.insert($0).inserted }
  }

  /// What has no vector is encoded while somebody looks at what words alone have found.
  private func encodeOnce(_ response: SearchResponse) {
    let isWanted = asker.request.search.mode != .lexical && response.index.embedded < 1
    guard mayUpdate, isWanted, !hasEncoded else { return }
    hasEncoded = true
    engine.update(encodes: true)
  }

  // MARK: Effects

  private func perform(_ effects: [PickerEffect], waits: Bool = false) throws {
    for effect in effects {
      switch effect {
      case .search(let question, let generation):
        self.generation = generation
        engine.search(question, generation: generation, waits: waits)
      case .surroundings(let item, let generation):
        guard let hit = hit(item) else { continue }
        engine.surround(hit, item: item, generation: generation)
      case .open(let item): try open(item)
      case .copy(let item): try copy(item)
      case .finish(let item): outcome = hit(item).map { .picked($0) }
      case .suspend: try suspend()
      case .redraw: painter.invalidate()
      case .leave: outcome = .left
      case .interrupt: outcome = .interrupted
      }
    }
  }

  private func hit(_ item: Int) -> Hit? {
    hits.indices.contains(item) ? hits[item] : nil
  }

  /// The editor has the terminal until it ends; what it changed is indexed.
  private func open(_ item: Int) throws {
    guard let hit = hit(item) else { return }
    let (session, path) = asker.group.place(of: hit.document.path)
    let file = session.knowledgeBase.absolutePath(of: path)
    var trouble: String?
    screen.hide()
    do {
      let call = try EditorCall(
        path: file, line: hit.lines.lowerBound, environment: console.environment)
      let status = try call.run(on: screen.descriptor)
      if status == 0 {
        hasOpened = true
      } else {
        trouble = "the editor ended with status \(status)"
      }
      if mayUpdate { engine.update(encodes: asker.request.search.mode != .lexical) }
    } catch {
      trouble = ErrorMessage(error).description
    }
    try resume()
    if let trouble { try perform(state.handle(.notice(trouble))) }
  }

  /// OSC 52. Whether a terminal does it, it does not say.
  private func copy(_ item: Int) throws {
    guard let hit = hit(item) else { return }
    let citation = hit.citation.description
    try screen.write("\u{1B}]52;c;\(Data(citation.utf8).base64EncodedString())\u{07}")
    try perform(state.handle(.notice("sent to the clipboard of the terminal: \(citation)")))
  }

  private func suspend() throws {
    guard terminal_may_stop() != 0 else {
      return try perform(state.handle(.notice("there is no shell here to come back from")))
    }
    screen.hide()
    terminal_stop()
    try resume()
  }

  /// Takes the screen again, which may have another size by now.
  private func resume() throws {
    try screen.show(wake: mailbox.writeEnd)
    painter.invalidate()
    try perform(state.handle(.resize(screen.size)))
  }
}
