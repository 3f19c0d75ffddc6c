extension Knowledge {
  /// Longest time that passages are encoded before files are looked at again.
  private static let slice = Duration.seconds(20)
  private static let pauseAfterTrouble = Duration.seconds(5)

  /// Keeps the indexes up to date until the task is cancelled, or the knowledge closed: opens them, encodes
  /// what has no vector yet, and follows changes of the files. Where indexes are left as they are, it only
  /// counts what has changed.
  ///
  /// - Parameter report: Called for each update and each new trouble, with a line for people.
  public func maintain(_ report: @escaping @Sendable (NoteLevel, String) -> Void) async {
    while !Task.isCancelled {
      do {
        let live = try await live()
        if refreshes { try await encode(live, report) }
        await live.follow(refreshes: refreshes) { result in
          switch result {
          case .success(let preparations): Self.tell(preparations, report)
          case .failure(let error): report(.error, ErrorMessage(error).description)
          }
        }
      } catch is CancellationError {
        return
      } catch KnowledgeError.closed {
        return
      } catch {
        report(.error, ErrorMessage(error).description)
        try? await Task.sleep(for: Self.pauseAfterTrouble)
      }
    }
  }

  private func encode(
    _ live: LiveGroup, _ report: @escaping @Sendable (NoteLevel, String) -> Void
  ) async throws {
    while true {
      let options = Session.PreparationOptions(deadline: .now + Self.slice)
      let done = try await live.refresh(options)
      Self.tell(done, report)
      let encoded = done.reduce(0) { $0 + ($1.encoding?.encoded ?? 0) }
      let remaining = done.reduce(0) { $0 + ($1.encoding?.remaining ?? 0) }
      if encoded == 0 || remaining == 0 { return }
    }
  }

  private static func tell(
    _ preparations: [Preparation], _ report: (NoteLevel, String) -> Void
  ) {
    for preparation in preparations {
      for note in preparation.notes { report(.warning, note) }
      if let refresh = preparation.refresh, refresh.hasChanges {
        report(
          .info,
          "the index is up to date: \(refresh.added.count) added, \(refresh.updated.count) changed, "
            + "\(refresh.removed.count) removed")
      }
      if let encoding = preparation.encoding, encoding.encoded > 0 {
        report(.info, "\(encoding.encoded) passages encoded, \(encoding.remaining) left")
      }
    }
  }
}
