internal import CKernels
package import Foundation

/// Weights as floats in the order that the kernels read them in: groups of 16 rows, whose numbers of one column
/// lie side by side. A library for products of any matrices, such as OpenBLAS, has to bring them into an order
/// like it before each product.
package struct PackedMatrix: PackedWeights, @unchecked Sendable {
  // Unchecked: nothing writes to the memory after `init`, and `owner` keeps it alive.

  /// Number of rows, the outputs of a layer, and of columns, its inputs.
  package let rows: Int
  package let columns: Int
  private let owner: AnyObject
  private let base: UnsafePointer<Float>

  private static let group = Int(KERNELS_GROUP)
  private var groups: Int { (rows + Self.group - 1) / Self.group }

  package init(stacking parts: [MatrixView]) {
    let columns = parts.first?.columns ?? 0
    precondition(parts.allSatisfy { $0.columns == columns }, "columns differ")
    let rows = parts.reduce(0) { $0 + $1.rows }
    let storage = ByteStorage(count: Self.byteCount(rows: rows, columns: columns)) { room in
      let room = room.bindMemory(to: Float.self)
      var row = 0
      for part in parts {
        for index in 0..<part.rows {
          let start = row / Self.group * Self.group * columns + row % Self.group
          part.withRow(index) { values in
            for column in values.indices { room[start + column * Self.group] = values[column] }
          }
          row += 1
        }
      }
    }
    self.init(rows: rows, columns: columns, owner: storage, base: storage.memory.baseAddress)
  }

  package init?(file: MappedFile, offset: Int, rows: Int, columns: Int) {
    let count = Self.byteCount(rows: rows, columns: columns)
    guard offset >= 0, offset % 64 == 0, count <= file.count - offset else { return nil }
    self.init(
      rows: rows, columns: columns, owner: file, base: file.address(of: offset..<(offset + count)))
  }

  private init(rows: Int, columns: Int, owner: AnyObject, base: UnsafeRawPointer?) {
    guard let base else { fatalError("memory without an address") }
    self.rows = rows
    self.columns = columns
    self.owner = owner
    self.base = base.assumingMemoryBound(to: Float.self)
  }

  package static func byteCount(rows: Int, columns: Int) -> Int {
    (rows + group - 1) / group * group * columns * MemoryLayout<Float>.size
  }

  package var bytes: Data {
    withExtendedLifetime(owner) {
      Data(bytes: base, count: Self.byteCount(rows: rows, columns: columns))
    }
  }

  /// C ← ending(A · Mᵀ), for A of m x `columns` and C of m x `rows`.
  ///
  /// - Parameters:
  ///   - bias: One value a row of M, or none where the ending adds nothing.
  ///   - crew: Who shares the rows of M.
  /// - Precondition: The shapes agree, and the blocks lie within their buffers.
  /// - Complexity: O(m · rows · columns).
  package func multiply(
    _ a: borrowing Span<Float>, _ aBlock: Block, bias: [Float] = [],
    ending: ProductEnding = .none, into c: inout MutableSpan<Float>, _ cBlock: Block,
    level: KernelLevel = .best, crew: Crew = .alone
  ) {
    precondition(
      aBlock.rows == cBlock.rows && aBlock.columns == columns && cBlock.columns == rows
        && (bias.isEmpty || bias.count == rows), "\(aBlock) · \(rows) x \(columns)ᵀ → \(cBlock)")
    aBlock.check(within: a.count)
    cBlock.check(within: c.count)
    a.withUnsafeBufferPointer { a in
      bias.withUnsafeBufferPointer { bias in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let c = c.baseAddress else { return }
          let (start, target) = (a + aBlock.offset, c + cBlock.offset)
          let bias = bias.isEmpty ? nil : bias.baseAddress
          // The parts write to disjoint columns of C, and all have ended when this returns.
          crew.share(groups, multipleOf: 4) { part in
            kernels_multiply_floats(
              level.level, start, aBlock.stride, aBlock.rows, columns, base, ending.added(bias),
              target, cBlock.stride, rows, part.lowerBound, part.upperBound)
            let outputs = (part.lowerBound * Self.group)..<min(rows, part.upperBound * Self.group)
            ending.finish(level, target, cBlock, columns: outputs, bias: bias)
          }
        }
      }
    }
    withExtendedLifetime(owner) {}
  }
}
