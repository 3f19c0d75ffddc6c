import ArgumentParser
import FootnoteKit

/// Which knowledge base a command works on.
struct KnowledgeBaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the knowledge base; ask, show, sources, related and mcp take several.",
      valueName: "folder"), completion: .directory)
  var root: [String] = []

  @Option(
    help: ArgumentHelp("Folder for what is built, in place of the usual one.", valueName: "folder"),
    completion: .directory)
  var index: String?

  @Option(
    help: ArgumentHelp("Sentence encoder: the name of an installed one, or its folder."),
    completion: .directory)
  var model: String?

  func validate() throws {
    for (name, values) in [("--root", root), ("--index", [index]), ("--model", [model])]
      as [(String, [String?])]
    {
      if values.contains("") {
        throw ValidationError("\(name) is empty; name a folder, or leave it out")
      }
    }
    if index != nil, root.count > 1 {
      throw ValidationError("--index names one place, but there are \(root.count) knowledge bases")
    }
  }

  /// What is opened for each `--root`, or for the one that is found from the current folder.
  func sessionOptions(in console: Console) -> [SessionOptions] {
    let roots: [String?] = root.isEmpty ? [nil] : root
    return roots.map { root in
      SessionOptions(
        root: root, index: index, model: model, workingDirectory: console.workingDirectory,
        environment: console.environment)
    }
  }

  /// All of them, each once, however often it is named.
  ///
  /// - Throws: `CorpusError`.
  func group(in console: Console) throws -> SessionGroup {
    var seen: Set<PathKey> = []
    let sessions = try sessionOptions(in: console).map { try Session($0) }
    return SessionGroup(
      sessions.filter { seen.insert(PathKey($0.knowledgeBase.root)).inserted })
  }

  /// Loads the model where the user names one: whoever does wants that one and no silent answer from words.
  ///
  /// - Throws: `EncoderError`.
  func requireNamedModel(of group: SessionGroup) throws {
    guard model != nil else { return }
    for session in group.sessions { _ = try session.encoder() }
  }

  /// What is opened, for commands that work on one knowledge base.
  ///
  /// - Throws: `ValidationError` where there are several.
  func singleSessionOptions(in console: Console) throws -> SessionOptions {
    let all = sessionOptions(in: console)
    guard all.count == 1 else {
      throw ValidationError(
        "only ask, show, sources, related and mcp take several --root; name one knowledge base")
    }
    return all[0]
  }

  /// - Throws: `ValidationError` where there are several knowledge bases, `CorpusError`.
  func session(in console: Console) throws -> Session {
    try Session(singleSessionOptions(in: console))
  }
}
