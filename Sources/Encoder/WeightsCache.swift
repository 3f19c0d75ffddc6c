internal import Foundation
internal import LinearAlgebra

/// The layers' products as the kernels read them, kept as a file in the user's cache, so that they are rounded
/// and packed once for each model and mapped from then on.
///
/// A file is 64 bytes of header (magic, length, check sum, fingerprint of the model), then the matrices
/// in the order of the layers. It is written under another name and renamed, and a file that is not
/// exactly what is expected is made anew: it can be deleted at any time.
struct WeightsCache<Packed: PackedWeights> {
  /// Where the file is, `nil` where there is no place for one.
  let path: String?
  /// Tells the weights of one model from those of another.
  let fingerprint: [UInt8]

  private let magic: [UInt8]
  private let headerLength = 64

  /// - Parameters:
  ///   - fingerprint: Hex digits.
  ///   - magic: Eight characters that tell one order of the numbers from another.
  ///   - ending: The end of the file's name.
  init(fingerprint: String, magic: String, ending: String, environment: [String: String]) {
    self.magic = Array(magic.utf8.prefix(8))
    self.fingerprint = Array(fingerprint.utf8.prefix(32))
    let caches = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    path = (caches ?? home).map { "\($0)/footnote/weights/\(fingerprint.prefix(32)).\(ending)" }
  }

  /// The matrices of `products`, from the file where there is a sound one, else made from the floats.
  func matrices(for products: [LayerProduct]) -> [Packed] {
    if let path, let found = read(path, products) { return found }
    let made = products.map { Packed(stacking: $0.weights) }
    // Who cannot keep them makes them again next time: 30 ms, and nothing else is lost.
    if let path { try? write(made, to: path) }
    return made
  }

  private func read(_ path: String, _ products: [LayerProduct]) -> [Packed]? {
    guard let file = try? MappedFile(path: path), file.count > headerLength else { return nil }
    let length = products.reduce(headerLength) {
      $0 + Packed.byteCount(rows: $1.rows, columns: $1.columns)
    }
    guard file.count == length else { return nil }
    let sum = file.withBytes(in: headerLength..<length) { CheckSum.of($0) }
    guard file.bytes(in: 0..<headerLength) == header(length: length, sum: sum) else {
      return nil
    }
    var offset = headerLength
    var result: [Packed] = []
    for product in products {
      guard
        let matrix = Packed(
          file: file, offset: offset, rows: product.rows, columns: product.columns)
      else { return nil }
      result.append(matrix)
      offset += Packed.byteCount(rows: product.rows, columns: product.columns)
    }
    return result
  }

  private func write(_ matrices: [Packed], to path: String) throws {
    let body = matrices.reduce(into: Data()) { $0 += $1.bytes }
    let sum = CheckSum.of(body.span)
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let data = Data(header(length: headerLength + body.count, sum: sum)) + body
    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private func header(length: Int, sum: UInt64) -> [UInt8] {
    var bytes = magic
    for number in [UInt64(length), sum] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
    }
    bytes += fingerprint
    return bytes + [UInt8](repeating: 0, count: headerLength - bytes.count)
  }
}
