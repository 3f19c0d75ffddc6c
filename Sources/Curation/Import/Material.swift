import Corpus

/// What an importer has made of a source: the text as markdown, and what the source says of itself.
struct Material {
  /// Decides on the name.
  enum Form {
    /// One file a day: `2025/7.6.md`.
    case posts
    /// A recording; in a folder of its own where it has a video's address.
    case transcript
    /// Date and title: `2025/7.6-title.md`.
    case document
  }

  var form: Form
  var type: String
  /// Markdown without front matter.
  var body: String
  var title: String?
  var author: String?
  var date: CalendarDate?
  var url: String?
  var language: String?
  var channel: String?
  var pages: Int?
  /// Name of the source's file, where it is not the one that was named.
  var file: String?
  var posts: [String] = []
  /// The lines of the source's own front matter, with everything that stays in it.
  var head: OwnFrontMatter?
  var remarks: [ImportRemark] = []

  init(form: Form, type: String, body: String) {
    self.form = form
    self.type = type
    self.body = body
  }
}
