/// Reads the fields of a message in the format of Protocol Buffers, one after another.
struct ProtobufReader {
  /// What a field holds.
  enum Value {
    case number(UInt64)
    /// A 32-bit number or float.
    case fixed32(UInt32)
    case fixed64(UInt64)
    /// A string, some bytes or a message.
    case bytes(ArraySlice<UInt8>)
  }

  /// Why a message cannot be read.
  struct Damaged: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ message: ArraySlice<UInt8>) {
    rest = message
  }

  /// The next field's number and value, nil at the end of the message.
  mutating func next() throws(Damaged) -> (field: Int, value: Value)? {
    guard !rest.isEmpty else { return nil }
    let key = try number()
    guard key >> 3 > 0, key >> 3 < 1 << 29 else { throw Damaged() }
    let field = Int(key >> 3)
    switch key & 7 {
    case 0: return (field, .number(try number()))
    case 1: return (field, .fixed64(Self.number(try take(8))))
    case 2:
      let length = try number()
      guard length <= UInt64(rest.count) else { throw Damaged() }
      return (field, .bytes(try take(Int(length))))
    case 5: return (field, .fixed32(UInt32(truncatingIfNeeded: Self.number(try take(4)))))
    default: throw Damaged()
    }
  }

  private mutating func number() throws(Damaged) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw Damaged() }
      result |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return result }
    }
    throw Damaged()
  }

  private mutating func take(_ count: Int) throws(Damaged) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw Damaged() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
