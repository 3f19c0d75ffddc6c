/// Memory for bytes that never moves and is freed with the object, aligned to the lines of the caches.
final class ByteStorage: @unchecked Sendable {
  // Unchecked: written only by `init`.

  let memory: UnsafeRawBufferPointer

  /// Room for `count` bytes, zeros where `fill` sets nothing.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(64, count), alignment: 64)
    room.initializeMemory(as: UInt8.self, repeating: 0)
    fill(room)
    memory = UnsafeRawBufferPointer(room)
  }

  deinit {
    memory.deallocate()
  }
}
