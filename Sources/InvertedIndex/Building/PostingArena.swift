/// Byte strings that grow side by side in one piece of memory: each is a chain of slices, every one twice as
/// long as the one before it, that ends with the place of the next.
struct PostingArena: ~Copyable {
  /// One string.
  struct Chain: BitwiseCopyable {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var limit: UInt32 = 0
    var level: UInt32 = 0
  }

  private static let smallest: UInt32 = 16
  private static let levels: UInt32 = 8
  private static let linkLength: UInt32 = 4
  private var memory = Buffer<UInt8>(capacity: 1 << 16)

  var byteCount: Int { memory.byteCount }
  var count: Int { memory.count }
  /// Whether bytes were lost, as places are 32 bits wide.
  private(set) var isOverfull = false

  mutating func begin() -> Chain {
    guard memory.count <= Int(UInt32.max) - Int(Self.smallest) else {
      isOverfull = true
      return Chain(start: 0, end: 0, limit: Self.smallest - Self.linkLength)
    }
    let start = UInt32(truncatingIfNeeded: memory.count)
    memory.extend(by: Int(Self.smallest))
    return Chain(start: start, end: start, limit: start + Self.smallest - Self.linkLength)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8, to chain: inout Chain) {
    if chain.end == chain.limit { extend(&chain) }
    memory[Int(chain.end)] = byte
    chain.end &+= 1
  }

  @inline(__always)
  mutating func append(number: UInt32, to chain: inout Chain) {
    var rest = number
    while rest > 127 {
      append(UInt8(truncatingIfNeeded: rest | 128), to: &chain)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest), to: &chain)
  }

  @inline(never)
  private mutating func extend(_ chain: inout Chain) {
    guard memory.count <= Int(UInt32.max) - Int(Self.smallest << Self.levels) else {
      isOverfull = true
      chain.end -= 1
      return
    }
    let next = UInt32(truncatingIfNeeded: memory.count)
    chain.level = min(chain.level + 1, Self.levels)
    let length = Self.smallest << chain.level
    memory.extend(by: Int(length))
    UnsafeMutableRawPointer(memory.base + Int(chain.limit)).storeBytes(of: next, as: UInt32.self)
    chain.end = next
    chain.limit = next + length - Self.linkLength
  }

  /// Reads a chain from its start.
  struct Reader {
    private let memory: UnsafePointer<UInt8>
    private let end: UInt32
    private var at: UInt32
    private var limit: UInt32
    private var level: UInt32 = 0

    fileprivate init(_ memory: UnsafePointer<UInt8>, _ chain: Chain) {
      self.memory = memory
      end = chain.end
      at = chain.start
      limit = chain.start + PostingArena.smallest - PostingArena.linkLength
    }

    var isAtEnd: Bool { at == end }

    @inline(__always)
    mutating func byte() -> UInt8 {
      if at == limit {
        at = UnsafeRawPointer(memory + Int(limit)).loadUnaligned(as: UInt32.self)
        level = min(level + 1, PostingArena.levels)
        limit = at + PostingArena.smallest << level - PostingArena.linkLength
      }
      at &+= 1
      return memory[Int(at) - 1]
    }

    @inline(__always)
    mutating func number() -> UInt32 {
      var result: UInt32 = 0
      var shift: UInt32 = 0
      while true {
        let byte = byte()
        result |= UInt32(byte & 127) &<< shift
        if byte < 128 { return result }
        shift &+= 7
      }
    }
  }

  /// Must not outlive the arena, nor be used after it has grown.
  func reader(_ chain: Chain) -> Reader { Reader(memory.base, chain) }
}
