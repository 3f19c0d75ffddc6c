internal import CCrypto

/// A running sha256, for data that does not lie in memory at once. The one owner of a libcrypto
/// digest context.
public struct SHA256Hasher: ~Copyable {
  private let context: OpaquePointer

  /// At the end of a process libcrypto would free what threads that still digest something use.
  private static let staysToTheEnd =
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1

  /// Starts an empty digest.
  public init() {
    precondition(Self.staysToTheEnd, "libcrypto does not start")
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      // libcrypto fails here only without memory, or where a policy has switched sha256 off.
      preconditionFailure("libcrypto offers no sha256")
    }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Adds `data` to what is digested.
  public mutating func update(_ data: borrowing Span<UInt8>) {
    data.withUnsafeBufferPointer { buffer in
      let status = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
      precondition(status == 1, "libcrypto could not update a sha256")
    }
  }

  /// Ends the digest.
  public consuming func finalize() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    let status = bytes.withUnsafeMutableBufferPointer {
      EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    precondition(status == 1, "libcrypto could not end a sha256")
    return SHA256Digest(bytes: bytes)
  }
}
