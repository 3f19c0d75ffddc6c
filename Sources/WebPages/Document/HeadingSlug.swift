/// Names of headings in addresses.
enum HeadingSlug {
  private static let maximumLength = 80

  /// `h-why-ghosts` for "Why ghosts?": letters and digits of any script in lower case, everything else one hyphen.
  static func anchor(for heading: String) -> String {
    var slug = "h"
    var isPending = true
    for scalar in heading.lowercased().unicodeScalars {
      if isPart(scalar) {
        if isPending { slug += "-" }
        isPending = false
        slug.unicodeScalars.append(scalar)
      } else {
        isPending = true
      }
      if slug.unicodeScalars.count >= maximumLength { break }
    }
    return slug == "h" ? "h-section" : slug
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The name of a block, ` ^name`, which has ASCII letters, digits and hyphens.
  static func blockAnchor(for name: String) -> String { "b-" + name.lowercased() }
}
