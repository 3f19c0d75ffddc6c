import ArgumentParser
import FootnoteKit
import Service

/// `footnote serve`: the web page, the API and agents over HTTP.
struct ServeCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a web page, an API and agents over HTTP, for this machine.",
    discussion: """
      Prints the address of the page and serves until Ctrl-C or SIGTERM. The page is at /, the JSON of the \
      command line at /api/ (described by /api/openapi.json), the Model Context Protocol at /mcp. Changed \
      files are read within a second or two.

      Only this machine reaches the server. With --host other machines do, and have to know the token of \
      --token-file: programs send it as Authorization: Bearer, browsers ask for it as a password.

      EXAMPLE
        footnote serve --open
        footnote serve --root ~/notes --port 8000
        footnote serve --host 0.0.0.0 --token-file ~/.footnote-token --allow-host notes.local
      """)

  @Option(help: "Port to listen on, 0 for any (default: 7777, or the next that is free).")
  var port: Int?

  @Option(
    help: ArgumentHelp(
      "Address to listen on instead of the loopback; 0.0.0.0 for all.", valueName: "address"))
  var host: String?

  @Option(
    help: ArgumentHelp("File with the token that clients must know.", valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "A name by which this machine may be called in addresses (repeatable).", valueName: "name"))
  var allowHost: [String] = []

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Flag(name: .customLong("no-refresh"), help: "Answer from the index as it is.")
  var leavesIndex = false

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if let port, !(0...65535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
    if host?.isEmpty == true { throw ValidationError("--host is empty") }
    if host != nil, tokenFile == nil {
      throw ValidationError("--host lets other machines in: name a file with a token, --token-file")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    try base.requireNamedModel(of: group)
    let token = try tokenFile.map { try TokenFile.read($0, in: console) }
    var limits = ServiceLimits()
    limits.fit(openFiles: OpenFiles.raise())
    let options = ServiceOptions(
      host: host, port: port, token: token, names: allowHost, refreshes: !leavesIndex,
      limits: limits)
    let service = try WebService(group.sessions, options: options)
    let opens = open
    let errors = StandardError()
    let ready = { @Sendable (address: String) in
      // Nobody who reads the address any more is no reason to stop serving.
      let output = BufferedOutput()
      try? output.line(address)
      try? output.flush()
      errors.line("footnote: serving \(address) until Ctrl-C")
      if opens { BrowserCall.open(address) { errors.line("footnote: " + $0) } }
    }
    try Waiting.run {
      let serving = Task {
        try await service.run(ready: ready) { _, text in errors.line("footnote: " + text) }
      }
      let termination = await Termination { serving.cancel() }
      try await serving.value
      withExtendedLifetime(termination) {}
    }
    return .found
  }
}
