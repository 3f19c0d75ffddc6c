/// The part of `doctor` that looks at the model.
struct ModelExamination {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func checks() -> [DoctorCheck] {
    do throws(EncoderError) {
      let directory = try session.modelDirectory()
      let isPublished = try directory.verifyChecksum()
      let encoder = try session.encoder()
      let sum = isPublished ? "sha256 as published" : "no sha256 is published for it"
      return [
        .ok("model", "\(encoder.name), \(encoder.dimensions) dimensions, \(sum): \(directory.path)")
      ]
    } catch {
      // Without a model questions are still answered by words.
      if case .modelNotFound = error { return [.failed("model", error, as: .warn)] }
      return [.failed("model", error)]
    }
  }
}
