internal import CKernels

/// What is kept of rows less a centre, in the order in which files have it.
package struct RoundedResiduals: Sendable {
  private let columns: Int
  /// Signs and factors, as `SignBlocks` looks at them.
  package private(set) var blocks: [UInt8]
  /// Four bits a number, as `HalfByteRows` looks at them.
  package private(set) var halfBytes: [UInt8]
  /// The scales of `halfBytes`.
  package private(set) var scales: [Float]

  /// Empty places.
  ///
  /// - Precondition: They make whole blocks.
  init(places: Int, columns: Int) {
    let length = SignBlocks.rowsPerBlock
    self.columns = columns
    blocks = [UInt8](repeating: 0, count: places / length * SignBlocks.byteCount(columns: columns))
    halfBytes = [UInt8](repeating: 0, count: places * HalfByteRows.byteCount(columns: columns))
    scales = [Float](repeating: 0, count: places)
  }

  mutating func withAddresses(_ body: (Addresses) -> Void) {
    let columns = columns
    blocks.withUnsafeMutableBufferPointer { blocks in
      halfBytes.withUnsafeMutableBufferPointer { halfBytes in
        scales.withUnsafeMutableBufferPointer { scales in
          guard let blocks = blocks.baseAddress, let halfBytes = halfBytes.baseAddress,
            let scales = scales.baseAddress
          else { return }
          body(
            Addresses(columns: columns, blocks: blocks, halfBytes: halfBytes, scales: scales))
        }
      }
    }
  }

  /// Where the results go: only as long as `withAddresses` runs.
  struct Addresses {
    fileprivate let columns: Int
    fileprivate let blocks: UnsafeMutablePointer<UInt8>
    fileprivate let halfBytes: UnsafeMutablePointer<UInt8>
    fileprivate let scales: UnsafeMutablePointer<Float>

    func put(_ row: UnsafePointer<Float>, less centre: UnsafePointer<Float>, at place: Int) {
      let length = SignBlocks.rowsPerBlock
      let block = blocks + place / length * SignBlocks.byteCount(columns: columns)
      let factor = kernels_sign_residual(row, centre, columns, block + place % length)
      let factors = length * SignBlocks.width(columns: columns)
      UnsafeMutableRawPointer(block).storeBytes(
        of: factor, toByteOffset: factors + place % length * 4, as: Float.self)
      scales[place] = kernels_half_byte_residual(
        row, centre, columns, CodeRows.width(columns: columns),
        halfBytes + place * HalfByteRows.byteCount(columns: columns))
    }
  }
}
