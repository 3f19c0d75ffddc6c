internal import Digest
internal import LinearAlgebra

/// Telling one model from another.
extension ModelDirectory {
  /// Compares the sha256 of the whole of the file of weights with the published one. Takes about
  /// 100 ms, and longer where the file must come from the disk.
  ///
  /// - Returns: Whether a sha256 is published for a model of this name; without one nothing is
  ///   read.
  /// - Throws: `checksum` where the file differs.
  @discardableResult
  public func verifyChecksum() throws(EncoderError) -> Bool {
    guard let expected = PublishedModel.named(name)?.checksums[weightsFile] else { return false }
    let file = try map(weightsFile)
    let found = file.withBytes(in: 0..<file.count) { SHA256Digest(of: $0).hex }
    guard found == expected else {
      throw .checksum(path: filePath(weightsFile), expected: expected, found: found)
    }
    return true
  }

  /// Hex digits that differ between models whose vectors must not be mixed: a sha256 over the
  /// configuration files, the vocabulary, the settings that follow from them and a sample of the
  /// weights.
  ///
  /// The weights' header and length and 64 pages spread over the tensors stand for the whole file,
  /// as reading all of it would take longer than answering a question.
  ///
  /// - Parameters:
  ///   - weights: The opened file of weights.
  ///   - vocabulary: The bytes of `vocab.txt`, or a digest of another vocabulary.
  ///   - settings: Everything else that changes a vector, as text.
  func fingerprint(
    weights: any WeightFile, vocabulary: [UInt8], settings: String
  ) throws(EncoderError) -> String {
    var hasher = SHA256Hasher()
    for file in [Self.configurationFile, Self.poolingFile] {
      hasher.add(try contents(file) ?? [])
    }
    hasher.add(vocabulary)
    hasher.add(Array(settings.utf8))
    hasher.add(Array("\(weights.file.count)".utf8))
    for range in Self.sample(of: weights.dataStart..<weights.file.count) {
      weights.file.withBytes(in: range) { hasher.update($0) }
    }
    weights.file.withBytes(in: weights.directory) { hasher.update($0) }
    return hasher.finalize().hex
  }

  /// Up to 64 ranges of up to 4 KiB, spread evenly from the start to the end of `data`.
  private static func sample(of data: Range<Int>) -> [Range<Int>] {
    let (blocks, length) = (64, 4096)
    guard data.count > blocks * length else { return [data] }
    return (0..<blocks).map { block in
      let start = data.lowerBound + (data.count - length) / (blocks - 1) * block
      return start..<(start + length)
    }
  }
}

extension SHA256Hasher {
  /// Adds bytes after their number, so that the border between two files counts.
  fileprivate mutating func add(_ bytes: [UInt8]) {
    update(Array("\(bytes.count):".utf8).span)
    update(bytes.span)
  }
}
