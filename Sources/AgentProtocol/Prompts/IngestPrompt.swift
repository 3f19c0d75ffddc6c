internal import FootnoteKit

/// Takes a source that lies in `raw/` into the wiki.
struct IngestPrompt: AgentPrompt {
  let name = "ingest"
  let title = "Take a source into the wiki"
  let about = "Writes the summary of a raw source and brings the pages up to date that it bears on."
  let arguments = [
    PromptArgument(
      name: "source", about: "Path of the source, such as raw/2025/7.6.md.", isRequired: true,
      completion: .documents(layer: "raw"))
  ]

  func text(_ given: [String: String], in context: ToolContext) async throws -> String {
    let source = given["source"] ?? ""
    let found = try await context.search { searcher, _ -> (String, String)? in
      guard let document = try searcher.document(at: source)?.document else { return nil }
      let (session, path) = searcher.group.place(of: source)
      let related = try searcher.related(to: path, in: session, limit: 15)
      return (document.path, related.map { RelatedBlock(result: $0).text } ?? "")
    }
    guard let (path, neighbours) = found else {
      throw ArgumentError("there is no document \(source.oneLine); name the path of one")
    }
    return """
      Take the source \(path.oneLine) into the wiki. Read CLAUDE.md of the knowledge base first where there is \
      one: what it says of pages and of ingesting goes before what follows.

      1. Read the whole source: the resource \(DocumentURI.uri(of: path)), or the tool show with its path.
      2. Write its summary into wiki/sources/: front matter with title, type: source-summary, created, \
      updated, sources (paths relative to raw/) and tags; then what it says, each statement with a link to \
      the line of the source that says it.
      3. Find the pages that it bears on: those below, and what ask and related find for its main ideas and \
      names. Bring each up to date: what is new, what is confirmed, what it contradicts (keep both, with \
      dates), the source added to sources, updated set to today.
      4. Make pages for concepts, entities and methods that matter and have none. Use the names that pages \
      have; check with sources whether there is a page under another name.
      5. Check each page that you changed with provenance: every statement needs a source.
      6. Add an entry to wiki/log.md (footnote log add) and bring wiki/index.md up to date (footnote catalog).

      Never change anything in raw/. Documents near the source:

      \(neighbours)
      """
  }
}
