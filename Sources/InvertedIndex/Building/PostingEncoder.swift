internal import CKernels

/// Packs the postings of one term after another into blocks, with what a search wants to know of each block.
struct PostingEncoder: ~Copyable {
  private static let block = Int(POSTINGS_BLOCK)

  /// Packed blocks that nobody has taken yet.
  var output = Buffer<UInt8>(capacity: 1 << 16)
  var lasts = Buffer<UInt32>()
  /// Where blocks begin in all that was packed.
  var starts = Buffer<UInt32>()
  var bounds = Buffer<Float>()
  private(set) var packed = 0
  private(set) var postings = 0
  /// Whether `starts` can no longer say where a block begins.
  private(set) var isFull = false

  private let norms: NormTable
  private let lengths: UnsafePointer<UInt32>
  private var ordinals = Buffer<UInt32>(capacity: block)
  private var titles = Buffer<UInt8>(capacity: block)
  private var headings = Buffer<UInt8>(capacity: block)
  private var bodies = Buffer<UInt8>(capacity: block)
  private var base: UInt32 = 0
  private var bound: Double = 0

  // Of the term at hand.
  private(set) var firstBlock = 0
  private(set) var termPostings: UInt32 = 0
  private(set) var inText: UInt32 = 0
  private var termBound: Float = 0

  /// - Parameter lengths: Of all ordinals that will come; must outlive this.
  init(norms: NormTable, lengths: UnsafePointer<UInt32>) {
    self.norms = norms
    self.lengths = lengths
  }

  /// Adds a posting; ordinals ascend within a term.
  @inline(__always)
  mutating func add(_ ordinal: UInt32, _ counts: FieldTally) {
    ordinals.append(ordinal)
    titles.append(counts.title)
    headings.append(counts.heading)
    bodies.append(counts.body)
    if counts.body > 0 { inText &+= 1 }
    let norm = norms[lengths[Int(ordinal)]]
    let factor = norms.parameters.factor(norms.parameters.occurrences(counts), norm: norm)
    if factor > bound { bound = factor }
    if ordinals.count == Self.block { endBlock() }
  }

  /// Ends the term and returns the upper bound of its factor. `firstBlock`, `termPostings` and `inText` are
  /// those of this term until `beginTerm` is called.
  mutating func endTerm() -> Float {
    if ordinals.count > 0 { endBlock() }
    return termBound
  }

  mutating func beginTerm() {
    firstBlock = lasts.count
    termPostings = 0
    inText = 0
    termBound = 0
    base = 0
  }

  @inline(never)
  private mutating func endBlock() {
    let count = ordinals.count
    let last = ordinals[count - 1]
    let at = output.count
    output.extend(by: Int(POSTINGS_LARGEST))
    let size = postings_encode(
      ordinals.base, titles.base, headings.base, bodies.base, UInt32(count), base,
      output.base + at)
    output.shorten(to: at + size)
    if packed > Int(UInt32.max) { isFull = true }
    lasts.append(last)
    starts.append(UInt32(truncatingIfNeeded: packed))
    let rounded = Self.roundedUp(bound)
    bounds.append(rounded)
    termBound = max(termBound, rounded)
    packed += size
    postings += count
    termPostings &+= UInt32(count)
    base = last &+ 1
    bound = 0
    ordinals.removeAll()
    titles.removeAll()
    headings.removeAll()
    bodies.removeAll()
  }

  private static func roundedUp(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) < value ? near.nextUp : near
  }
}
