import Corpus

/// Markdown, which stays as it is; its front matter is completed.
enum MarkdownImporter {
  static func read(_ text: String, path: String) -> Material {
    let bytes = Array(text.utf8)
    let outline = FrontMatterOutline(bytes)
    let document = DocumentParser().parse(bytes, path: FilePath.name(of: path), layer: "raw")
      .document
    let body = String(decoding: bytes[outline.bodyStart...], as: UTF8.self)
    let isPost = outline.entry("type")?.texts.first?.lowercased() == "post"
    var material = Material(form: isPost ? .posts : .document, type: document.type, body: body)
    material.title = document.title
    material.author = document.author
    // The day that the name holds is found by all importers alike.
    let own = ["date", "published", "created"].contains { outline.entry($0) != nil }
    material.date = own ? document.date : nil
    material.url = document.url
    material.language = document.language
    material.channel = document.channel
    if document.type == "post", !isPost { material.type = "note" }
    if outline.lineCount > 0 {
      let head = OwnFrontMatter(bytes, outline)
      material.head = head
      if let reason = head.obstacle { material.remarks.append(.frontMatterKept(reason: reason)) }
    }
    return material
  }
}
