internal import Digest
internal import LinearAlgebra

/// What a file of postings says of itself. All numbers are little-endian.
struct SegmentHeader: Sendable, Hashable {
  /// Where a part lies, and the first 16 bytes of its sha256.
  struct Extent: Sendable, Hashable {
    var offset = 0
    var count = 0
    var digest = [UInt8](repeating: 0, count: 16)
  }

  static let magic = Array("FNPOST02".utf8)
  static let length = 1024
  /// Readable bytes behind the postings.
  static let padding = 64

  var generation = 0
  var content = 0
  var passages = 0
  var terms = 0
  var blocks = 0
  var postings = 0
  /// Sum of the passages' numbers of terms.
  var lengthSum = 0
  /// What the bounds were computed with.
  var parameters = BM25Parameters()
  var average = 1.0
  var parts = [Extent](repeating: Extent(), count: SegmentPart.allCases.count)

  subscript(part: SegmentPart) -> Extent {
    get { parts[part.rawValue] }
    set { parts[part.rawValue] = newValue }
  }

  private var numbers: [UInt64] {
    [generation, content, passages, terms, blocks, postings, lengthSum].map(UInt64.init)
      + [
        parameters.k1, parameters.b, parameters.title, parameters.heading, parameters.body, average,
      ].map(\.bitPattern)
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    func append(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for number in numbers { append(number) }
    for part in parts {
      append(UInt64(part.offset))
      append(UInt64(part.count))
      bytes += part.digest
    }
    // A sum suffices, and takes no library that has to be started first.
    append(CheckSum.of(bytes.span))
    return bytes + [UInt8](repeating: 0, count: Self.length - bytes.count)
  }

  init() {}

  /// Reads a header; `nil` where it is none, or a damaged one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length, bytes.starts(with: Self.magic) else { return nil }
    func number(_ at: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }
    let counts = (0..<7).map { number(8 + 8 * $0) }
    guard counts.allSatisfy({ $0 < 1 << 48 }) else { return nil }
    (generation, content, passages, terms) = (
      Int(counts[0]), Int(counts[1]), Int(counts[2]), Int(counts[3])
    )
    (blocks, postings, lengthSum) = (Int(counts[4]), Int(counts[5]), Int(counts[6]))
    let reals = (7..<13).map { Double(bitPattern: number(8 + 8 * $0)) }
    parameters = BM25Parameters(
      k1: reals[0], b: reals[1], title: reals[2], heading: reals[3], body: reals[4])
    average = reals[5]
    for part in parts.indices {
      let at = 112 + 32 * part
      let (offset, count) = (number(at), number(at + 8))
      guard offset < 1 << 48, count < 1 << 48 else { return nil }
      parts[part] = Extent(
        offset: Int(offset), count: Int(count), digest: Array(bytes[(at + 16)..<(at + 32)]))
    }
    guard self.bytes == bytes, average >= 1, average.isFinite else { return nil }
  }

  /// What `Extent.digest` is of some bytes.
  static func digest(of bytes: borrowing Span<UInt8>) -> [UInt8] {
    Array(SHA256Digest(of: bytes).bytes.prefix(16))
  }

  /// Whether all parts have the lengths that the counts ask for and lie within a file of `fileLength` bytes.
  func fits(_ fileLength: Int) -> Bool {
    let widths: [(SegmentPart, Int, Int)] = [
      (.ids, passages, 8), (.documents, passages, 8), (.places, passages, 4),
      (.lengths, passages, 4), (.lists, passages, 1), (.termEnds, terms, 4), (.terms, terms, 16),
      (.blockLasts, blocks, 4), (.blockStarts, blocks, 4), (.blockBounds, blocks, 4),
    ]
    return passages <= UInt32.max && terms <= UInt32.max && blocks <= UInt32.max
      && widths.allSatisfy { self[$0].count == $1 * $2 }
      && parts.allSatisfy {
        $0.offset % 64 == 0 && $0.offset + $0.count + Self.padding <= fileLength
      }
  }
}
