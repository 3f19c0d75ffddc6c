/// Several knowledge bases that are asked as one.
///
/// With more than one, paths and citations in answers begin with the name of their knowledge base, and
/// hits are brought into one order by `score`, which can be compared between indexes, without changing the
/// order of any of them.
public struct SessionGroup: Sendable {
  /// One knowledge base of the group.
  struct Member: Sendable {
    let session: Session
    /// What its paths begin with, without the slash; `nil` in a group of one.
    let name: String?
  }

  let members: [Member]

  /// The knowledge bases, in their order.
  public var sessions: [Session] { members.map(\.session) }

  /// - Precondition: There is at least one session.
  public init(_ sessions: [Session]) {
    precondition(!sessions.isEmpty, "a group needs a knowledge base")
    var used: Set<String> = []
    members = sessions.map { session in
      guard sessions.count > 1 else { return Member(session: session, name: nil) }
      let name = Self.unusedName(session.knowledgeBase.name, used: &used)
      return Member(session: session, name: name)
    }
  }

  /// Two knowledge bases of the same name are told apart by a number.
  private static func unusedName(_ name: String, used: inout Set<String>) -> String {
    let plain = name.replacing("/", with: "-")
    var candidate = plain
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(plain)-\(number)"
      number += 1
    }
    return candidate
  }

  /// Opens every index for asking.
  ///
  /// - Throws: As `Session.searcher(for:)`.
  public func searcher(for mode: SearchMode = .hybrid) throws -> GroupSearcher {
    try GroupSearcher(self, searchers: members.map { try $0.session.searcher(for: mode) })
  }

  /// The knowledge base that a path of an answer belongs to, and the path within it.
  public func place(of path: String) -> (session: Session, path: String) {
    if members.count > 1, let place = named(path) { return place }
    return (members[0].session, path)
  }

  /// The knowledge base whose name `path` begins with, and the path within it.
  public func named(_ path: String) -> (session: Session, path: String)? {
    for member in members {
      let name = member.name ?? member.session.knowledgeBase.name
      if path.hasPrefix(name + "/") {
        return (member.session, String(path.dropFirst(name.count + 1)))
      }
    }
    return nil
  }

  /// What paths of a knowledge base begin with in answers; `nil` in a group of one.
  public func name(of session: Session) -> String? {
    members.first { $0.session === session }?.name
  }

  /// The lines around a hit, as they are in its file now.
  ///
  /// - Throws: As `SearchIndex.show(_:context:)`.
  public func surroundings(of hit: Hit, context: Int) throws -> CitedText {
    let (session, path) = place(of: hit.document.path)
    var citation = hit.citation
    citation.path = path
    return try session.index().show(citation, context: context)
  }
}
