import Foundation

/// An answer of HTTP, taken apart without help of the code under test.
struct HTTPReply: Sendable {
  var status: Int
  /// Names in lower case.
  var headers: [String: String]
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
  }

  /// - Parameter bytes: One answer, up to the end of the connection.
  init?(_ bytes: [UInt8]) {
    guard let end = Self.find([13, 10, 13, 10], in: bytes) else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      return nil
    }
    self.status = status
    headers = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    body = Array(bytes[(end + 4)...])
    if headers["transfer-encoding"] == "chunked" {
      guard let whole = Self.dechunked(body) else { return nil }
      body = whole
    } else if let length = headers["content-length"].flatMap({ Int($0) }), body.count > length {
      return nil
    }
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first {
      bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }

  private static func dechunked(_ bytes: [UInt8]) -> [UInt8]? {
    var rest = bytes
    var result: [UInt8] = []
    while let end = find([13, 10], in: rest) {
      let size = String(decoding: rest[..<end], as: UTF8.self)
      guard let count = Int(size, radix: 16), rest.count >= end + 4 + count else { return nil }
      if count == 0 { return result }
      result += rest[(end + 2)..<(end + 2 + count)]
      rest = Array(rest[(end + 4 + count)...])
    }
    return nil
  }
}
