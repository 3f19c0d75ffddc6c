internal import Foundation
internal import LinearAlgebra

/// The layers' products as the kernels read them, kept in the user's cache, so that they are rounded and packed
/// once for each model and mapped from then on: the matrices in the order of the layers.
struct WeightsCache<Packed: PackedWeights> {
  private let cache: CachedFile

  /// - Parameters:
  ///   - fingerprint: Hex digits that tell the weights of one model from those of another.
  ///   - magic: Eight characters that tell one order of the numbers from another.
  ///   - ending: The end of the file's name.
  init(fingerprint: String, magic: String, ending: String, environment: [String: String]) {
    cache = CachedFile(
      magic: magic, fingerprint: fingerprint, kind: ending, environment: environment)
  }

  /// The matrices of `products`, from the file where there is a sound one, else made from the floats.
  func matrices(for products: [LayerProduct]) -> [Packed] {
    if let file = cache.read(), let found = matrices(in: file, products) { return found }
    let made = products.map { Packed(stacking: $0.weights) }
    // Who cannot keep them makes them again next time: 30 ms, and nothing else is lost.
    cache.write(made.reduce(into: Data()) { $0 += $1.bytes })
    return made
  }

  private func matrices(in file: MappedFile, _ products: [LayerProduct]) -> [Packed]? {
    var offset = CachedFile.headerLength
    var result: [Packed] = []
    for product in products {
      guard
        let matrix = Packed(
          file: file, offset: offset, rows: product.rows, columns: product.columns)
      else { return nil }
      result.append(matrix)
      offset += Packed.byteCount(rows: product.rows, columns: product.columns)
    }
    return offset == file.count ? result : nil
  }
}
