/// A post as `tweets.js` has it. Only what is used is read; what is optional may be of any form.
struct ArchivedPost: Decodable {
  struct Link: Decodable {
    let url: String?
    let expandedURL: String?

    enum CodingKeys: String, CodingKey {
      case url
      case expandedURL = "expanded_url"
    }
  }

  struct Medium: Decodable {
    struct Video: Decodable {
      struct Variant: Decodable {
        let bitrate: Lenient<Int>?
        let url: String?
      }

      let variants: [Variant]?
    }

    let url: String?
    let mediaURL: String?
    let type: String?
    let altText: String?
    let video: Video?

    enum CodingKeys: String, CodingKey {
      case url, type
      case mediaURL = "media_url_https"
      case altText = "ext_alt_text"
      case video = "video_info"
    }
  }

  struct Entities: Decodable {
    let urls: [Link]?
    let media: [Medium]?
  }

  let identifier: String
  /// Empty where it has none.
  let createdAt: String
  let fullText: String
  let language: String?
  let replyTo: String?
  let replyToUser: String?
  let replyToName: String?
  let entities: Entities?
  let extendedEntities: Entities?

  enum CodingKeys: String, CodingKey {
    case tweet, id, text, lang, entities
    case identifier = "id_str"
    case createdAt = "created_at"
    case fullText = "full_text"
    case replyTo = "in_reply_to_status_id_str"
    case replyToUser = "in_reply_to_user_id_str"
    case replyToName = "in_reply_to_screen_name"
    case extendedEntities = "extended_entities"
  }

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: CodingKeys.self)
    // Archives before 2020 have the posts themselves in the list.
    let container =
      outer.contains(.tweet)
      ? try outer.nestedContainer(keyedBy: CodingKeys.self, forKey: .tweet) : outer
    func text(_ key: CodingKeys) -> String? {
      try? container.decodeIfPresent(String.self, forKey: key)
    }
    identifier =
      try text(.identifier) ?? text(.id) ?? String(container.decode(Int.self, forKey: .id))
    createdAt = text(.createdAt) ?? ""
    fullText = try text(.fullText) ?? container.decode(String.self, forKey: .text)
    language = text(.lang)
    replyTo = text(.replyTo)
    replyToUser = text(.replyToUser)
    replyToName = text(.replyToName)
    entities = try? container.decodeIfPresent(Entities.self, forKey: .entities)
    extendedEntities = try? container.decodeIfPresent(Entities.self, forKey: .extendedEntities)
  }
}
