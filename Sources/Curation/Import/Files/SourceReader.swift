import Corpus

/// Turns one source into material, whatever kind it is.
struct SourceReader {
  /// Beyond this a text is data, and could not be indexed.
  static let maximumSize = CorpusReader.maximumFileSize

  let options: ImportOptions

  /// - Throws: `ImportError`.
  func read(_ source: ImportSource) throws(ImportError) -> Material {
    let head = try FileHead.read(source.path)
    guard !head.isEmpty else { throw .empty }
    if try FileKindDetector.kind(ofBytes: head) == .pdf, !isText(source.path) {
      return try PDFImporter(environment: options.environment).read(source.path)
    }
    let bytes = try wholeFile(source.path)
    let declared = HTMLEncoding.declared(in: head)
    let decoded = try TextDecoder.decode(bytes, declared: declared)
    guard decoded.text.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
      throw .empty
    }
    var material = try material(of: decoded.text, path: source.path)
    // Front matter alone says nothing, and would be added again and again.
    guard material.body.contains(where: { !$0.isWhitespace }) else { throw .empty }
    if let assumed = decoded.assumed {
      material.remarks.append(.assumedEncoding(assumed, declared: declared))
    }
    return material
  }

  /// Whether a file with the mark of a PDF is text by its name and all of its bytes: notes about PDFs
  /// may show the mark.
  private func isText(_ path: String) -> Bool {
    guard FileKindDetector.isNamedText(FilePath.name(of: path)), let bytes = try? wholeFile(path)
    else { return false }
    return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  private func wholeFile(_ path: String) throws(ImportError) -> [UInt8] {
    do {
      let size = try FileSystem.status(of: path).size
      guard size <= Self.maximumSize else { throw ImportError.tooLarge(limit: Self.maximumSize) }
      return try FileSystem.read(path, limit: Self.maximumSize)
    } catch let error as ImportError {
      throw error
    } catch let error as SystemError {
      throw .unreadable(reason: error.reason)
    } catch {
      throw .unreadable(reason: "cannot be read")
    }
  }

  private func material(of text: String, path: String) throws(ImportError) -> Material {
    let name = FilePath.name(of: path)
    switch try FileKindDetector.kind(ofText: text, name: name) {
    case .html: return try HTMLImporter.read(text)
    case .webVTT: return try TranscriptImporter(path: path).material(WebVTTReader.read(text))
    case .subRip: return try TranscriptImporter(path: path).material(SubRipReader.read(text))
    case .json: return try TranscriptImporter(path: path).material(TranscriptJSON.read(text))
    case .markdown: return MarkdownImporter.read(text, path: path)
    case .plainText, .pdf, .posts: return PlainTextImporter.read(text)
    }
  }
}
