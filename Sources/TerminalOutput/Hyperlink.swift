/// Text that a terminal opens an address for (OSC 8).
package enum Hyperlink {
  /// VTE and others ignore longer addresses.
  private static let longest = 2083

  /// `text` as a link; it takes as many columns as before. Where the address is not printable ASCII, with
  /// which it could end the sequence and steer the terminal, the text stays as it is.
  package static func text(_ text: String, to address: String) -> String {
    let isSafe = address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isSafe, !address.isEmpty, !text.isEmpty, address.utf8.count <= longest else {
      return text
    }
    return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
