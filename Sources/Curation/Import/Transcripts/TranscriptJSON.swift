import Foundation

/// Reads transcripts in JSON: of youtube-transcript-api, of Whisper and its relatives, and YouTube's own
/// `json3`.
enum TranscriptJSON {
  /// - Throws: `ImportError.json`, `.unknownJSON`, `.videoInformation`.
  static func read(_ text: String) throws(ImportError) -> Transcript {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
    } catch {
      throw .json(reason: JSONReason.text(of: error))
    }
    var transcript = try transcript(of: value)
    transcript.cues = RollingCaptions.removed(from: transcript.cues)
    return transcript
  }

  private static func transcript(of value: Any) throws(ImportError) -> Transcript {
    switch value {
    case let list as [[String: Any]] where list.first?["text"] != nil:
      return snippets(list)
    // One transcript in a list of them.
    case let lists as [[[String: Any]]] where lists.count == 1:
      return snippets(lists[0])
    case let object as [String: Any]:
      if let segments = object["segments"] as? [[String: Any]] { return whisper(object, segments) }
      if let events = object["events"] as? [[String: Any]] { return json3(events) }
      if let parts = object["transcription"] as? [[String: Any]] {
        return whisperCpp(object, parts)
      }
      if let snippets = object["snippets"] as? [[String: Any]] {
        var transcript = Self.snippets(snippets)
        transcript.language = object["language_code"] as? String
        return transcript
      }
      if object["webpage_url"] is String, object["extractor"] != nil { throw .videoInformation }
      throw .unknownJSON
    default: throw .unknownJSON
    }
  }

  /// `[{"text": "…", "start": 0.5, "duration": 2.1}]`
  private static func snippets(_ list: [[String: Any]]) -> Transcript {
    make(list) { item in
      guard let start = number(item["start"]) else { return nil }
      let end = number(item["end"]) ?? start + (number(item["duration"]) ?? 0)
      return (start, end, item["text"] as? String ?? "", item["speaker"] as? String)
    }
  }

  /// `{"language": "en", "segments": [{"start": 0.5, "end": 2.6, "text": "…"}]}`
  private static func whisper(_ object: [String: Any], _ segments: [[String: Any]]) -> Transcript {
    var transcript = snippets(segments)
    transcript.language = object["language"] as? String
    return transcript
  }

  /// `{"transcription": [{"offsets": {"from": 500, "to": 2600}, "text": "…"}]}`, in milliseconds.
  private static func whisperCpp(_ object: [String: Any], _ parts: [[String: Any]]) -> Transcript {
    var transcript = make(parts) { item in
      let offsets = item["offsets"] as? [String: Any]
      guard let start = number(offsets?["from"]), let end = number(offsets?["to"]) else {
        return nil
      }
      return (start / 1000, end / 1000, item["text"] as? String ?? "", nil)
    }
    transcript.language = (object["result"] as? [String: Any])?["language"] as? String
    return transcript
  }

  /// `{"events": [{"tStartMs": 500, "dDurationMs": 2100, "segs": [{"utf8": "…"}]}]}`
  private static func json3(_ events: [[String: Any]]) -> Transcript {
    // Events without text place windows, or only break the line.
    make(events.filter { $0["segs"] is [[String: Any]] }) { event in
      guard let start = number(event["tStartMs"]) else { return nil }
      let parts = event["segs"] as? [[String: Any]] ?? []
      let text = parts.map { $0["utf8"] as? String ?? "" }.joined()
      return (start / 1000, (start + (number(event["dDurationMs"]) ?? 0)) / 1000, text, nil)
    }
  }

  private typealias Item = (start: Double, end: Double, text: String, speaker: String?)

  private static func make(_ items: [[String: Any]], _ read: ([String: Any]) -> Item?) -> Transcript
  {
    var transcript = Transcript()
    for item in items {
      guard let (start, end, text, speaker) = read(item) else {
        transcript.unreadable += 1
        continue
      }
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      for voice in CueText.voices(lines) {
        let cue = Cue(start: start, end: end, lines: voice.lines, speaker: voice.speaker ?? speaker)
        transcript.cues.append(cue)
      }
    }
    return withoutOverlaps(transcript)
  }

  /// Durations of captions last until the line leaves the screen, when the next ones have begun.
  private static func withoutOverlaps(_ transcript: Transcript) -> Transcript {
    var result = transcript
    for index in result.cues.indices.dropLast() {
      let next = result.cues[index + 1].start
      if next > result.cues[index].start {
        result.cues[index].end = min(result.cues[index].end, next)
      }
    }
    return result
  }

  private static func number(_ value: Any?) -> Double? {
    let number = (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap { Double($0) }
    guard let number, number.isFinite, number >= 0, number < 3.6e9 else { return nil }
    return number
  }
}
