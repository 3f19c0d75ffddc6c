/// The whole text of a long post, which `tweets.js` has only the beginning of, as in `note-tweet.js`.
struct ArchivedNote: Decodable {
  struct Core: Decodable {
    struct Link: Decodable {
      let shortUrl: String?
      let expandedUrl: String?
    }

    let text: String
    let urls: [Link]?
  }

  let createdAt: String
  let core: Core

  enum CodingKeys: String, CodingKey { case noteTweet, createdAt, core }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
      .nestedContainer(keyedBy: CodingKeys.self, forKey: .noteTweet)
    createdAt = try container.decode(String.self, forKey: .createdAt)
    core = try container.decode(Core.self, forKey: .core)
  }
}
