/// Memory that grows, of plain values. Indices are not checked: only the types that build an index use it.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var byteCount: Int { capacity * MemoryLayout<Element>.stride }

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    set { base[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = element
    count += 1
  }

  /// Adds room for `more` elements whose values mean nothing yet.
  @inline(__always)
  mutating func extend(by more: Int) {
    if count + more > capacity { grow(to: count + more) }
    count += more
  }

  mutating func removeAll() { count = 0 }

  /// - Precondition: `count` is not above what it was.
  mutating func shorten(to count: Int) { self.count = count }

  @inline(never)
  private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let next = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    next.update(from: base, count: count)
    base.deallocate()
    base = next
    capacity = larger
  }
}
