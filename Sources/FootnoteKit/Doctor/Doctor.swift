internal import Foundation

/// Checks everything that answering questions depends on. Changes nothing.
///
///     for check in Doctor(options).examine().checks { print(check.name, check.message) }
public struct Doctor: Sendable {
  private let options: SessionOptions

  /// An examination of what these options open.
  public init(_ options: SessionOptions) {
    self.options = options
  }

  /// - Complexity: O(number of files) and the time to read the model once.
  public func examine() -> DoctorReport {
    var checks = [processor(), memory(), sqlite()]
    do throws(CorpusError) {
      let session = try Session(options)
      let base = session.knowledgeBase
      checks.append(.ok("knowledge base", "\(base.name): \(base.root)"))
      checks += KnowledgeBaseExamination(session).checks()
      checks += ModelExamination(session).checks()
      checks += IndexExamination(session).checks()
    } catch {
      checks.append(.failed("knowledge base", error))
    }
    return DoctorReport(checks: checks)
  }

  private func processor() -> DoctorCheck {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return .ok("processor", cores == 1 ? "1 core" : "\(cores) cores")
  }

  /// The model takes 90 MB, an index of a hundred thousand passages about 200 MB.
  private static let leastMemory = 1_000_000_000

  private func memory() -> DoctorCheck {
    let bytes = ProcessInfo.processInfo.physicalMemory
    let text = "\((Double(bytes) / 1e8).rounded() / 10) GB"
    guard bytes >= UInt64(Self.leastMemory) else {
      return .warn("memory", text, remedy: "1 GB or more is better for large knowledge bases")
    }
    return .ok("memory", text)
  }

  private func sqlite() -> DoctorCheck {
    let name = "SQLite"
    do {
      let library = try SQLiteLibrary()
      guard library.hasFTS5 else {
        return .fail(
          name, "\(library.version) without FTS5",
          remedy: "install a SQLite that is built with FTS5 (libsqlite3-0 of Debian has it)")
      }
      return .ok(name, "\(library.version) with FTS5")
    } catch {
      return .failed(name, error)
    }
  }
}
