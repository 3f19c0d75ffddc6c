/// Why a source cannot be imported. The source itself is named beside it.
public enum ImportError: Error, Sendable, Hashable {
  /// There is nothing at the path.
  case missing
  /// The source is a web address; nothing is downloaded.
  case remote
  /// The source could not be read; `reason` is the system's.
  case unreadable(reason: String)
  /// A pipe, a socket or a device.
  case notAFile
  /// The source, or what would come of it, has more than so many bytes.
  case tooLarge(limit: Int)
  /// There is no text in it.
  case empty
  /// Not text; `kind` says what it is, such as "a PNG image".
  case binary(kind: String)
  /// Text in none of the encodings that were tried; `declared` is what the file says of itself.
  case encoding(declared: String?)
  /// Not valid JSON.
  case json(reason: String)
  /// Valid JSON that is neither a transcript nor posts.
  case unknownJSON
  /// What yt-dlp writes beside a video; the text is in another file.
  case videoInformation
  /// Subtitles without a single line of text that has times.
  case noCues
  /// A page without text, once navigation and scripts are left out.
  case noMainText
  /// Markup nested beyond `limit` levels.
  case nestedTooDeep(limit: Int)
  /// A PDF that needs a password.
  case lockedPDF
  /// A PDF whose owner forbids taking text out.
  case protectedPDF
  /// A PDF that cannot be read; `reason` is the reader's.
  case damagedPDF(reason: String)
  /// A PDF that holds pictures of text only.
  case noTextInPDF(pages: Int)
  /// `pdftotext` is not installed.
  case noPDFReader
  /// A file of an X archive that holds no list of such things, such as "posts".
  case noList(file: String, of: String)
  /// A post archive in which no post has a time that can be read.
  case postsWithoutTime(count: Int)
  /// A post archive in which nothing is left to import.
  case noPosts(retweets: Int, replies: Int)
  /// An option that names one thing was given for several, or for posts, which have their own.
  case optionForMany(option: String)
  /// The knowledge base has layers, but none for sources.
  case noRawLayer(layers: [String])
  /// The chosen folder does not lie beneath the layer.
  case outside(folder: String)
  /// The result could not be written.
  case notWritten(CurationError)
}
