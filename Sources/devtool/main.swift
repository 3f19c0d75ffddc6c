import Foundation
import FootnoteKit
import LinearAlgebra
let a = CommandLine.arguments
let session = try Session(SessionOptions(root: a[1], index: a[2], workingDirectory: FileManager.default.currentDirectoryPath, environment: ProcessInfo.processInfo.environment))
switch a[3] {
case "index":
  let p = try session.prepare()
  print(p.refresh.map { "added \($0.added.count) updated \($0.updated.count) unchanged \($0.unchanged) skipped \($0.skipped) seconds \($0.seconds)" } ?? "-")
  print(p.encoding.map { "encoded \($0.encoded) tokens \($0.tokens) truncated \($0.truncated.count) seconds \($0.seconds)" } ?? "-", p.notes)
  let i = try session.index()
  print(try i.status()); let v = try i.verify(); print(v.documents, v.passages, v.verified, v.vectors, v.problems.prefix(5))
case "batch":
  let mode = SearchMode(rawValue: a[5])!
  let searcher = try session.searcher(for: mode)
  let e = JSONEncoder(); e.outputFormatting = .withoutEscapingSlashes
  struct Q: Decodable { let id: String; let text: String }
  for line in try String(contentsOfFile: a[4], encoding: .utf8).split(separator: "\n") {
    let q = try JSONDecoder().decode(Q.self, from: Data(line.utf8))
    var o = SearchOptions(limit: 100, mode: mode)
    if a.count > 6 { o.fusion = a[6] == "rrf" ? .reciprocalRank(k: 60) : .weightedSum(weight: Double(a[6])!) }
    let r = try searcher.search(try session.parse(q.text), options: o)
    FileHandle.standardOutput.write(try e.encode(AskJSON(r, id: q.id))); FileHandle.standardOutput.write(Data("\n".utf8))
  }
case "sources":
  let e = JSONEncoder(); e.outputFormatting = [.withoutEscapingSlashes]
  for line in try String(contentsOfFile: a[4], encoding: .utf8).split(separator: "\n") {
    let r = try session.searcher().sources(of: String(line))
    FileHandle.standardOutput.write(try e.encode(SourcesJSON(r))); FileHandle.standardOutput.write(Data("\n".utf8))
  }
case "embed":
  let texts = try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(fileURLWithPath: a[4])))
  let e = try session.encoder(); var out = Data()
  for i in stride(from: 0, to: texts.count, by: 64) {
    let m = try e.encode(Array(texts[i..<min(i+64, texts.count)]), as: .passage)
    for v in m.vectors.values { withUnsafeBytes(of: v.bitPattern.littleEndian) { out.append(contentsOf: $0) } }
  }
  try out.write(to: URL(fileURLWithPath: a[5]))
default: break
}
