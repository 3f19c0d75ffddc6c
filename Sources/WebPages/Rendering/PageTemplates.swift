internal import Mustache

/// The templates of all pages, parsed once.
package struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// - Throws: What is wrong with a template; none that is compiled in is.
  package init() throws {
    MustacheContentTypes.register(EscapedContent(), named: EscapedContent.name)
    var library = MustacheLibrary()
    for (name, bytes) in TemplateTable.templates {
      let text = String(decoding: bytes, as: UTF8.self)
      // Each template says so itself, since the library escapes partials in its own way otherwise.
      try library.register("{{% CONTENT_TYPE: \(EscapedContent.name) }}" + text, named: name)
    }
    self.library = library
  }

  /// A page, or a part of one.
  ///
  /// - Parameter context: A struct of structs, lists and texts; see `ContextTree`.
  /// - Precondition: There is a template of that name.
  func answer(_ name: String, _ context: some Sendable, status: Int = 200) -> PageAnswer {
    PageAnswer(
      status: status, contentType: "text/html; charset=utf-8",
      body: Array(text(name, ContextTree.value(of: context)).utf8))
  }

  /// What a template makes of a tree of dictionaries, lists and texts.
  ///
  /// - Precondition: There is a template of that name.
  package func text(_ name: String, _ tree: Any?) -> String {
    guard let text = library.render(tree ?? [String: Any](), withTemplate: name) else {
      preconditionFailure("there is no template \(name)")
    }
    return text
  }
}
