internal import Corpus

/// Something that a page says of a time.
struct DatedClaim: Sendable, Hashable {
  var statement: PageStatement
  var time: TimeSpan
  /// The lines of other documents that it rests on.
  var sources: [Citation]
  /// Whether its sentence goes on behind it, and whether it has begun before it.
  var goesOn = false
  var hasBegun = false

  /// What it says, with ellipses where it is part of a sentence.
  var text: String {
    var rest = Substring(statement.text)
    if goesOn { while let last = rest.last, ",;: ".contains(last) { rest = rest.dropLast() } }
    return (hasBegun ? "… " : "") + rest + (goesOn ? " …" : "")
  }
}
