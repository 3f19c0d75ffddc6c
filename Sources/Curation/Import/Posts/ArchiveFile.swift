import Foundation

/// Reads one file of an X archive, element by element.
enum ArchiveFile {
  private static let chunkSize = 1 << 20

  /// - Parameter kind: what the file is a list of, as messages name it.
  /// - Throws: `ImportError.noList`; `.json` where the file breaks off or an element is no JSON,
  ///   `.unreadable`.
  static func read<Element: Decodable>(
    _ path: String, as type: Element.Type, of kind: String,
    _ body: (Element) throws(ImportError) -> Void
  ) throws(ImportError) {
    var elements = JSONElements()
    let decoder = JSONDecoder()
    var number = 0
    try FileHead.chunks(of: path, size: chunkSize) { (chunk: [UInt8]) throws(ImportError) in
      try elements.add(chunk) { (bytes: [UInt8]) throws(ImportError) in
        number += 1
        let element: Element
        do {
          element = try decoder.decode(type, from: Data(bytes))
        } catch {
          throw .json(
            reason: "element \(number) of \(path.split(separator: "/").last ?? "") "
              + "cannot be read: \(Self.reason(error))")
        }
        try body(element)
      }
      return elements.state != .after && elements.state != .noList
    }
    if elements.state == .before || elements.state == .noList {
      throw .noList(file: String(path.split(separator: "/").last ?? ""), of: kind)
    }
    guard elements.state == .after else {
      let name = path.split(separator: "/").last ?? ""
      throw .json(reason: "\(name) breaks off after \(number) elements")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "it has no \(key.stringValue)"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another type"
    default: "it is not valid JSON"
    }
  }
}
