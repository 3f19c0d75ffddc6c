/// A piece of HTML. Text that is interpolated into it is escaped, other pieces are not, so that markup
/// comes only from literals of this package.
///
///     let cell: Markup = "<td>\("a < b")</td>"  // <td>a &lt; b</td>
package struct Markup: ExpressibleByStringInterpolation, Sendable {
  package private(set) var text: String

  package init(stringLiteral text: String) {
    self.text = text
  }

  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  package static func += (left: inout Markup, right: Markup) {
    left.text += right.text
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    package mutating func appendInterpolation(_ text: String) {
      self.text += Markup.escaped(text)
    }

    package mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    /// A coordinate or a share, to two decimals.
    package mutating func appendInterpolation(_ number: Double) {
      text += String((number * 100).rounded() / 100)
    }

    package mutating func appendInterpolation(_ markup: Markup) {
      text += markup.text
    }

    package mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { text += piece.text }
    }
  }

  /// `text` such that it is shown as it is, in elements and in quoted attributes. Control characters,
  /// which HTML does not allow, become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
