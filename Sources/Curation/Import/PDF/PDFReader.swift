import Corpus
import Foundation

/// The programs of poppler, run without a shell and with a limit of time.
struct PDFReader {
  /// Seconds after which a file is given up.
  private static let patience = 120

  private let pdftotext: String
  private let pdfinfo: String?

  /// Looks for the programs in the absolute folders of `PATH`.
  /// - Throws: `ImportError.noPDFReader`.
  init(environment: [String: String]) throws(ImportError) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    func find(_ name: String) -> String? {
      folders.map { "\($0)/\(name)" }.first {
        FileSystem.isFile($0) && FileManager.default.isExecutableFile(atPath: $0)
      }
    }
    guard let program = find("pdftotext") else { throw .noPDFReader }
    pdftotext = program
    pdfinfo = find("pdfinfo")
  }

  /// The text in the order of reading, each page ended by a form feed.
  func text(of path: String) throws(ImportError) -> String {
    let run = try run(pdftotext, ["-enc", "UTF-8", "-eol", "unix", path, "-"])
    switch run.status {
    case 0: return run.output
    case 3: throw .protectedPDF
    default:
      let errors = run.errors
      if errors.contains("Incorrect password") { throw .lockedPDF }
      throw .damagedPDF(reason: Self.reason(errors))
    }
  }

  /// What the file says of itself; nothing where that cannot be read.
  func information(of path: String) -> PDFInformation {
    guard let pdfinfo, let run = try? run(pdfinfo, ["-enc", "UTF-8", "-isodates", path]),
      run.status == 0
    else { return PDFInformation("") }
    return PDFInformation(run.output)
  }

  /// `Syntax Error (12): Couldn't read xref table` without what comes before the colon.
  private static func reason(_ errors: String) -> String {
    let lines = errors.split(whereSeparator: \.isNewline)
    let line = lines.last { $0.contains("Error") } ?? lines.last ?? "pdftotext failed"
    let text = line.firstRange(of: "Error").flatMap { range in
      line[range.upperBound...].firstRange(of: ": ").map { String(line[$0.upperBound...]) }
    }
    return (text ?? String(line)).firstLine
  }

  private struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  private func run(_ program: String, _ arguments: [String]) throws(ImportError) -> Run {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footnote-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // Through files, so that no pipe can fill up.
      let output = folder.appendingPathComponent("output")
      let errors = folder.appendingPathComponent("errors")
      let status = try start(program, arguments, output: output, errors: errors)
      guard let status else { throw ImportError.damagedPDF(reason: "reading takes too long") }
      let text = try Data(contentsOf: output)
      guard text.count <= SourceReader.maximumSize else {
        throw ImportError.tooLarge(limit: SourceReader.maximumSize)
      }
      let messages = String(decoding: try Data(contentsOf: errors).prefix(65_536), as: UTF8.self)
      return Run(status: status, output: String(decoding: text, as: UTF8.self), errors: messages)
    } catch let error as ImportError {
      throw error
    } catch {
      throw .unreadable(reason: "\(program) cannot be run: \(error.localizedDescription)")
    }
  }

  /// The status that the program ends with; `nil` where it took too long.
  private func start(
    _ program: String, _ arguments: [String], output: URL, errors: URL
  ) throws -> Int32? {
    try Data().write(to: output)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + .seconds(Self.patience)) == .success else {
      process.terminate()
      return nil
    }
    return process.terminationStatus
  }
}
