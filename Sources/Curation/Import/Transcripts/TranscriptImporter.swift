import Corpus

/// Subtitles as paragraphs that end with their times.
struct TranscriptImporter {
  let path: String

  /// - Throws: `ImportError.noCues`.
  func material(_ transcript: Transcript) throws(ImportError) -> Material {
    let cues = transcript.cues.filter { !$0.lines.isEmpty }
    guard !cues.isEmpty else { throw .noCues }
    let sorted = cues.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    let body = TranscriptParagraphs.markdown(sorted.map(\.element))
    var material = Material(form: .transcript, type: "transcript", body: body)
    let video = VideoInformation(subtitles: path)
    material.title = video.title
    material.url = video.url
    material.channel = video.channel
    material.date = video.date
    material.language = transcript.language ?? video.language
    if transcript.unreadable > 0 {
      material.remarks.append(.cuesWithoutTimes(count: transcript.unreadable))
    }
    return material
  }
}
