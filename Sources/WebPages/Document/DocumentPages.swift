internal import FootnoteKit

/// The page of a document, and the passage behind a citation.
struct DocumentPages {
  let templates: PageTemplates

  /// - Returns: `nil` where there is no such document.
  func page(
    at path: String, fields: [PageRequest.Field], searcher: GroupSearcher, frame: PageFrameContext
  ) throws -> PageAnswer? {
    nil
  }

  /// - Returns: `nil` where there is no such passage.
  func passage(fields: [PageRequest.Field], searcher: GroupSearcher) throws -> PageAnswer? {
    nil
  }
}
