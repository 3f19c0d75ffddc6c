import Foundation

/// How fast the parts of Footnote are on this machine. Each subcommand has a file of its own and prints one JSON
/// object.
///
///     footnote-speed encoder --model DIR --texts FILE --precision int8 --threads 2
///     footnote-speed limits
///     footnote-speed cold-start
///     footnote-speed lexical PASSAGES QUERIES
///     footnote-speed vectors ROWS.f32 QUERIES.f32
///     footnote-speed parsing --root FOLDER
///     footnote-speed compose-index --root FOLDER --index FOLDER --sentences FILE
let subcommands: [String: ([String]) throws -> Void] = [
  "cold-start": ColdStart.run, "encoder": EncoderSpeed.run, "limits": Limits.run,
  "lexical": LexicalSpeed.run(_:), "vectors": VectorSpeed.run(_:), "parsing": ParsingSpeed.run,
  "compose-index": ScaleIndex.run,
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let name = arguments.first, let run = subcommands[name] else {
  let names = subcommands.keys.sorted().joined(separator: "|")
  FileHandle.standardError.write(Data("usage: footnote-speed \(names) [OPTIONS]\n".utf8))
  exit(2)
}
do {
  try run(Array(arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("footnote-speed \(name): \(error)\n".utf8))
  exit(2)
}
