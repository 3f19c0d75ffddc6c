extension ErrorMessage {
  init(importing error: ImportError) {
    if let message = Self.reading(error) ?? Self.text(error) ?? Self.pdf(error) {
      self = message
    } else {
      self = Self.call(error)
    }
  }

  /// The source cannot be read at all.
  private static func reading(_ error: ImportError) -> ErrorMessage? {
    switch error {
    case .missing: ErrorMessage("there is no such file or folder")
    case .remote:
      ErrorMessage("nothing is downloaded", remedy: "save the page and add the file, with --url")
    case .unreadable(let reason): ErrorMessage("cannot be read", at: reason)
    case .notAFile: ErrorMessage("is a pipe, a socket or a device, not a file")
    case .tooLarge(let limit):
      ErrorMessage("has more than \(limit >> 20) MiB of text", remedy: "split it")
    case .empty: ErrorMessage("is empty")
    case .binary(let kind): ErrorMessage("cannot be added", at: "it is \(kind)")
    case .encoding(let declared):
      ErrorMessage(
        "is neither UTF-8 nor UTF-16 nor Windows-1252" + (declared.map { ", nor \($0)" } ?? ""),
        remedy: "convert it to UTF-8")
    default: nil
    }
  }

  /// The source is text of which nothing can be made.
  private static func text(_ error: ImportError) -> ErrorMessage? {
    switch error {
    case .json(let reason): ErrorMessage("the JSON is broken", at: reason)
    case .unknownJSON:
      ErrorMessage(
        "is JSON, but no transcript",
        remedy: "transcripts of youtube-transcript-api, Whisper and YouTube (json3) are read")
    case .videoInformation:
      ErrorMessage(
        "describes a video and has no text", remedy: "add the subtitles beside it, which use it")
    case .noCues: ErrorMessage("has no text with times")
    case .noMainText: ErrorMessage("has no text besides navigation and scripts")
    case .nestedTooDeep(let limit):
      ErrorMessage("has elements nested more than \(limit) levels deep")
    case .noList(let file, let kind): ErrorMessage("\(file) holds no list of \(kind)")
    case .postsWithoutTime(let count):
      ErrorMessage("has \(count == 1 ? "1 post" : "\(count) posts"), none with a readable time")
    case .noPosts(let retweets, let replies):
      ErrorMessage(
        "has no posts of its owner's own",
        at: "\(retweets) retweets and \(replies) replies are left out",
        remedy: "--retweets and --replies take them in")
    default: nil
    }
  }

  private static func pdf(_ error: ImportError) -> ErrorMessage? {
    switch error {
    case .lockedPDF:
      ErrorMessage("needs a password", remedy: "decrypt it first, for example with qpdf --decrypt")
    case .protectedPDF: ErrorMessage("does not allow that text is taken out of it")
    case .damagedPDF(let reason): ErrorMessage("the PDF is damaged", at: reason)
    case .noTextInPDF(let pages):
      ErrorMessage(
        "has no text on its \(pages == 1 ? "page" : "\(pages) pages")",
        remedy: "recognise it first, for example with ocrmypdf")
    case .noPDFReader:
      ErrorMessage(
        "pdftotext is not installed",
        remedy: "apt-get install poppler-utils, or brew install poppler")
    default: nil
    }
  }

  /// The call itself is wrong, or nothing can be written.
  private static func call(_ error: ImportError) -> ErrorMessage {
    switch error {
    case .optionForMany(let option):
      ErrorMessage("\(option) is for one document", remedy: "add that one by itself")
    case .noRawLayer(let layers):
      ErrorMessage(
        "there is no layer for sources", at: "the layers are \(layers.joined(separator: ", "))",
        remedy: "make a folder raw/, or name one raw in footnote.yml")
    case .outside(let folder):
      ErrorMessage(
        "this does not lie in the layer of sources", at: folder,
        remedy: "name a folder in it with --to, and no symbolic link that leads out")
    case .notWritten(.exists(let path)): ErrorMessage("no name is free", at: path)
    case .notWritten(let error): ErrorMessage(curation: error)
    default: ErrorMessage("cannot be imported")
    }
  }
}
