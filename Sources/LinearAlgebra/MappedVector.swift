/// A read-only list of integers that lie in a mapped file, in the byte order of this machine's files
/// (little-endian). Copies share the file and keep it alive.
public struct MappedVector<Element: FixedWidthInteger & BitwiseCopyable & Sendable>:
  @unchecked Sendable
{
  // Unchecked: the memory is mapped read-only, and `file` keeps it alive.

  /// Number of integers.
  public let count: Int
  private let file: MappedFile
  private let base: UnsafePointer<Element>?

  /// Looks at `count` integers that begin `offset` bytes into `file`.
  ///
  /// - Returns: `nil` where they do not lie within the file, or `offset` does not fit their alignment.
  public init?(file: MappedFile, offset: Int, count: Int) {
    let width = MemoryLayout<Element>.size
    guard offset >= 0, count >= 0, offset % width == 0, offset <= file.count,
      count <= (file.count - offset) / width, Int(littleEndian: 1) == 1
    else { return nil }
    self.file = file
    self.count = count
    base = file.address(of: offset..<(offset + count * width))?
      .assumingMemoryBound(to: Element.self)
  }

  /// - Precondition: `index` lies in `0 ..< count`.
  public subscript(index: Int) -> Element {
    withSpan { $0[index] }
  }

  /// Gives `body` all integers, without copying them.
  @inline(__always)
  public func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
    withExtendedLifetime(file) {
      body(UnsafeBufferPointer(start: base, count: base == nil ? 0 : count).span)
    }
  }
}
