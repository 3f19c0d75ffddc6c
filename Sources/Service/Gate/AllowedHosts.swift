/// The names by which clients may call this server. A page of another site whose name suddenly leads to this
/// machine (DNS rebinding) calls it by that name, and is refused.
struct AllowedHosts: Sendable {
  private let names: Set<String>
  private let allowsAddresses: Bool
  private let port: Int

  /// - Parameters:
  ///   - host: Where the server listens; `nil` for the loopback.
  ///   - names: Further names.
  ///   - port: The one that it listens on.
  init(host: String?, names: [String], port: Int) {
    var all: Set<String> = ["localhost", "127.0.0.1", "::1"]
    let isAny = host == "0.0.0.0" || host == "::"
    if let host, !isAny { all.insert(Self.plain(host)) }
    for name in names { all.insert(Self.plain(name)) }
    self.names = all
    // An address cannot be made to lead elsewhere, as a name can.
    allowsAddresses = isAny
    self.port = port
  }

  /// Whether a `Host` field names this server.
  func allows(host field: String) -> Bool {
    guard let (name, number) = Self.split(field) else { return false }
    // Behind a proxy that keeps the name, the port is that of the proxy.
    let isLoopback = ["localhost", "127.0.0.1", "::1"].contains(name)
    if let number, number != port, isLoopback { return false }
    if number == nil, port != 80, isLoopback { return false }
    return names.contains(name) || (allowsAddresses && Self.isAddress(name))
  }

  /// Whether an `Origin` field names a page of this server.
  func allows(origin field: String) -> Bool {
    for scheme in ["http://", "https://"] where field.lowercased().hasPrefix(scheme) {
      let host = String(field.dropFirst(scheme.count))
      return allows(host: host)
    }
    return false
  }

  private static func plain(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasPrefix("[") && lower.hasSuffix("]")
      ? String(lower.dropFirst().dropLast()) : lower
  }

  /// Name and port of `name:port`, `[address]:port`.
  private static func split(_ field: String) -> (name: String, port: Int?)? {
    guard field.utf8.count <= 300, field.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    var rest = field.lowercased()[...]
    let name: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      name = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      name = rest[..<end]
      rest = rest[end...]
    }
    guard !name.isEmpty else { return nil }
    guard !rest.isEmpty else { return (String(name), nil) }
    let digits = rest.dropFirst()
    guard rest.first == ":", (1...5).contains(digits.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits)
    else { return nil }
    return (String(name), port)
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.contains(":") {
      return name.utf8.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar == ":" || scalar == "." || Character(scalar).isHexDigit
      }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (Int(part).map { $0 <= 255 } ?? false)
      }
  }
}
