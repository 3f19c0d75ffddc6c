internal import Foundation
internal import LinearAlgebra

/// A safetensors file, mapped into memory: 8 bytes with the header's length, a JSON header that
/// says of each tensor where its numbers lie, and the numbers
/// (https://huggingface.co/docs/safetensors, "Format").
///
/// Opening it checks the whole header, so that no later read can leave the file.
struct Safetensors: WeightFile {
  /// The mapped file.
  let file: MappedFile
  /// Where the numbers begin, in bytes from the start of the file.
  let dataStart: Int
  private let tensors: [String: Tensor]

  /// The reference implementation accepts no longer header.
  private static let longestHeader = 100_000_000

  /// Maps the file and checks its header.
  ///
  /// - Throws: `unreadable` where the file cannot be mapped; `malformed` where the header does not
  ///   describe the file: wrong length, not JSON, offsets beyond the end or with gaps or overlaps,
  ///   or a number of bytes that a shape contradicts.
  init(path: String) throws(EncoderError) {
    do {
      file = try MappedFile(path: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    dataStart = try Self.headerEnd(of: file)
    do {
      let header = try JSONDecoder().decode(
        SafetensorsHeader.self, from: Data(file.bytes(in: 8..<dataStart)))
      tensors = try Self.tensors(header, dataStart: dataStart, file: file)
    } catch let error as EncoderError {
      throw error
    } catch {
      throw .malformed(path: path, reason: "its header: \(JSONFailure.text(error))")
    }
    try checkCoverage()
  }

  /// The tensor of this name.
  ///
  /// - Throws: `malformed` where there is none.
  func tensor(_ name: String) throws(EncoderError) -> Tensor {
    guard let tensor = tensors[name] else { throw malformed("it has no tensor \(name)") }
    return tensor
  }

  /// Whether there is a tensor of this name.
  func contains(_ name: String) -> Bool {
    tensors[name] != nil
  }

  /// The header, with its length.
  var directory: Range<Int> { 0..<dataStart }

  func rows(of name: String, columns: Int) throws(EncoderError) -> Int {
    try tensor(name).shape.first ?? 0
  }

  func stored(_ name: String, rows: Int, columns: Int) throws(EncoderError) -> StoredMatrix {
    try stored(name, shape: [rows, columns])
  }

  func vector(_ name: String, count: Int) throws(EncoderError) -> [Float] {
    let view = try stored(name, shape: [count]).view
    return view.withRow(0) { values in values.indices.map { values[$0] } }
  }

  private func stored(_ name: String, shape: [Int]) throws(EncoderError) -> StoredMatrix {
    let tensor = try tensor(name)
    guard tensor.shape == shape else {
      throw malformed("\(name) has the shape \(tensor.shape), not \(shape)")
    }
    let rows = shape.count == 1 ? 1 : shape[0]
    let columns = shape.count == 1 ? shape[0] : shape[1]
    let format: NumberFormat
    switch tensor.type {
    case .float32: format = .float32
    case .float16: format = .float16
    case .bfloat16: format = .bfloat16
    default: throw .unsupported(path: file.path, reason: "\(name) holds \(tensor.type.rawValue)")
    }
    guard
      let matrix = StoredMatrix(
        file: file, offset: tensor.bytes.lowerBound, rows: rows, columns: columns, format: format)
    else { throw malformed("\(name) lies outside") }
    return matrix
  }

  private func malformed(_ reason: String) -> EncoderError {
    .malformed(path: file.path, reason: reason)
  }
}

/// Checks of the header.
extension Safetensors {
  private static func headerEnd(of file: MappedFile) throws(EncoderError) -> Int {
    guard file.count >= 8 else {
      throw .malformed(path: file.path, reason: "it is \(file.count) bytes long")
    }
    let length = file.bytes(in: 0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= longestHeader, Int(length) <= file.count - 8 else {
      throw .malformed(
        path: file.path,
        reason: "its header should be \(length) bytes long, in a file of \(file.count) bytes")
    }
    guard length > 0, file.bytes(in: 8..<9) == [UInt8(ascii: "{")] else {
      throw .malformed(path: file.path, reason: "its header is not a JSON object")
    }
    return 8 + Int(length)
  }

  private static func tensors(
    _ header: SafetensorsHeader, dataStart: Int, file: MappedFile
  ) throws(EncoderError) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for (name, entry) in header.entries {
      guard let type = TensorType(rawValue: entry.dtype) else {
        throw .unsupported(path: file.path, reason: "\(name) holds \(entry.dtype)")
      }
      let offsets = entry.dataOffsets
      guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0],
        offsets[1] <= file.count - dataStart
      else {
        throw .malformed(
          path: file.path,
          reason: "\(name) lies at \(offsets), in \(file.count - dataStart) bytes of data")
      }
      guard bytes(of: type, entry.shape) == offsets[1] - offsets[0] else {
        throw .malformed(
          path: file.path,
          reason: "\(name) has \(offsets[1] - offsets[0]) bytes for the shape \(entry.shape)")
      }
      tensors[name] = Tensor(
        type: type, shape: entry.shape,
        bytes: (dataStart + offsets[0])..<(dataStart + offsets[1]))
    }
    return tensors
  }

  /// The bytes that a tensor of this shape takes, nil where a size is negative or the product too
  /// large.
  private static func bytes(of type: TensorType, _ shape: [Int]) -> Int? {
    shape.reduce(Optional(type.size)) { product, size in
      guard let product, size >= 0 else { return nil }
      let (value, overflow) = product.multipliedReportingOverflow(by: size)
      return overflow ? nil : value
    }
  }

  /// The format wants the tensors to cover the data without gaps: a file that was cut off or
  /// appended to is found out here.
  private func checkCoverage() throws(EncoderError) {
    var end = dataStart
    let ranges = tensors.values.map(\.bytes).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in ranges {
      guard range.lowerBound == end else {
        throw malformed("its tensors overlap or leave a gap at byte \(end)")
      }
      end = range.upperBound
    }
    guard end == file.count else {
      throw malformed("its tensors end at byte \(end), the file at \(file.count)")
    }
  }
}
