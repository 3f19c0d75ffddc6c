/// Cuts documents into passages.
///
/// Consecutive blocks under one heading are joined while they are short; blocks that are too long are
/// cut between items, rows, lines or sentences. No passage crosses a heading or a rule.
///
/// ## Topics
/// - ``Limits``
/// - ``PieceCounter``
public struct PassageSplitter: Sendable {
  /// How long passages may be, in pieces as `PieceCounter` counts them.
  public struct Limits: Sendable, Hashable {
    /// No passage has more.
    public var maximumPieces: Int
    /// Blocks are joined up to this length.
    public var targetPieces: Int
    /// Shorter passages take a neighbour in even beyond the target.
    public var minimumPieces: Int
    /// No passage cites more words, markup included.
    public var maximumWords: Int
    /// No passage cites more bytes.
    public var maximumBytes: Int

    /// - Precondition: `0 < minimumPieces <= targetPieces <= maximumPieces`, `0 < maximumWords`,
    ///   `64 <= maximumBytes`.
    public init(
      maximumPieces: Int = 240, targetPieces: Int = 180, minimumPieces: Int = 40,
      maximumWords: Int = 400, maximumBytes: Int = 16_384
    ) {
      precondition(minimumPieces > 0 && minimumPieces <= targetPieces)
      precondition(targetPieces <= maximumPieces && maximumWords > 0 && maximumBytes >= 64)
      self.maximumPieces = maximumPieces
      self.targetPieces = targetPieces
      self.minimumPieces = minimumPieces
      self.maximumWords = maximumWords
      self.maximumBytes = maximumBytes
    }
  }

  /// How long passages become.
  public let limits: Limits

  /// A splitter with these limits.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The passages of a document, in the order of the file.
  /// - Parameter title: is not repeated among the headings.
  func split(_ document: MarkedDocument, title: String) -> [Passage] {
    var builder = PassageBuilder(document, title: title, limits: limits)
    for index in document.forest.children(of: -1) {
      let entry = document.forest.entries[index]
      switch entry.kind {
      case .heading(let level): builder.open(entry, level: level)
      case .thematicBreak: builder.endGroup()
      default: builder.add(index)
      }
    }
    return builder.finish()
  }
}
