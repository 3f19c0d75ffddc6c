internal import Foundation

/// The part of `doctor` that looks at what was built.
struct IndexExamination {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func checks() -> [DoctorCheck] {
    var checks = [writable()]
    do throws(IndexError) {
      let index = try session.index()
      checks.append(.ok("index", "readable, of this version: \(session.folder.path)"))
      checks += content(of: index)
    } catch {
      switch error {
      case .missing, .damaged, .outdated, .foreign:
        // The next writer makes it, rebuilds it or puts it aside.
        checks.append(.failed("index", error, as: .warn))
      case .locked, .notWritable, .unsafe, .unmerged, .storage, .database:
        checks.append(.failed("index", error))
      }
    }
    return checks
  }

  /// Looks at the folder, or at the nearest one above in which it would be made.
  private func writable() -> DoctorCheck {
    var path = session.folder.path
    while access(path, F_OK) != 0, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = String(path[..<slash])
    }
    guard access(path, W_OK | X_OK) == 0 else {
      let reason = String(cString: strerror(errno))
      return .warn(
        "index folder", "\(path) cannot be written (\(reason))",
        remedy: "give the right to write, or choose another place with --index FOLDER")
    }
    return .ok("index folder", "writable: \(session.folder.path)")
  }

  private func content(of index: SearchIndex) -> [DoctorCheck] {
    do {
      let status = try index.status()
      return [freshness(status), vectors(status), references(status), issues(status)]
    } catch {
      return [.failed("index content", error)]
    }
  }

  private func freshness(_ status: IndexStatus) -> DoctorCheck {
    let text = "\(status.documents) documents, \(status.passages) passages"
    guard status.stale > 0 else { return .ok("index content", text) }
    return .warn(
      "index content", "\(text), \(status.stale) files have changed since",
      remedy: "run footnote index (ask does it too)")
  }

  private func vectors(_ status: IndexStatus) -> DoctorCheck {
    let percent = Int((status.embedded * 100).rounded(.down))
    guard status.passages > 0, status.embedded < 1 else {
      return .ok("vectors", "every passage has one")
    }
    return .warn(
      "vectors", "\(percent) % of the passages have one", remedy: "run footnote index to the end")
  }

  private func references(_ status: IndexStatus) -> DoctorCheck {
    guard status.unresolvedSources > 0 || status.unresolvedLinks > 0 else {
      return .ok("references", "all sources and links lead to a file")
    }
    return .warn(
      "references",
      "\(status.unresolvedSources) sources and \(status.unresolvedLinks) links lead to no file, "
        + "or to several",
      remedy:
        "correct the paths in sources: and the links; footnote sources PAGE lists those of a page")
  }

  private func issues(_ status: IndexStatus) -> DoctorCheck {
    guard let first = status.issues.first else { return .ok("documents", "all read as written") }
    return .warn(
      "documents", "\(status.issues.count) issues, the first is \(first)",
      remedy: "mend them; footnote status lists all")
  }
}
