import Corpus

/// A page of the web as markdown: its main text without what stands around it.
enum HTMLImporter {
  /// - Throws: `ImportError.noMainText`, `.nestedTooDeep`.
  static func read(_ text: String) throws(ImportError) -> Material {
    let source = try HTMLSource(text)
    let root = try HTMLTree(source).root
    let metadata = HTMLMetadata(root, linkedData: source.linkedData)
    let url = metadata.url(text)
    let body = root.first("body") ?? root
    HTMLPruning.prune(body)
    let content = MainContent.find(in: body)
    let markdown = HTMLMarkdown(base: metadata.base(url)).text(of: content)
    guard !markdown.isEmpty else { throw .noMainText }
    var material = Material(form: .document, type: "article", body: markdown)
    material.title = metadata.title(content)
    material.author = metadata.author
    material.date = metadata.date(content, url: url)
    material.url = url
    material.language = metadata.language
    return material
  }
}
