import Digest
import Testing

/// Examples of FIPS 180-4.
struct SHA256DigestTests {
  @Test func digestsThePublishedExamples() {
    #expect(
      SHA256Digest(of: "abc").hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest(of: "").hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256Digest(of: "abc").prefix == "ba7816bf")
  }

  @Test func digestsPiecewise() {
    var hasher = SHA256Hasher()
    for piece in ["a", "", "bc"] { hasher.update(Array(piece.utf8).span) }
    #expect(hasher.finalize() == SHA256Digest(of: "abc"))
  }
}
