internal import CCrypto

/// Comparing secrets so that the time it takes says nothing about them.
public enum ConstantTime {
  /// Whether both texts have the same bytes. What is compared are their digests, so that not even their
  /// lengths show.
  public static func areEqual(_ left: String, _ right: String) -> Bool {
    let first = SHA256Digest(of: left).bytes
    let second = SHA256Digest(of: right).bytes
    return CRYPTO_memcmp(first, second, first.count) == 0
  }
}
