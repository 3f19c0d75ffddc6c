/// Whose posts they are, as `account.js` has it.
struct ArchivedAccount: Decodable {
  let identifier: String?
  let username: String?
  let displayName: String?

  enum CodingKeys: String, CodingKey {
    case account, username
    case identifier = "accountId"
    case displayName = "accountDisplayName"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
      .nestedContainer(keyedBy: CodingKeys.self, forKey: .account)
    identifier = try? container.decodeIfPresent(String.self, forKey: .identifier)
    username = try? container.decodeIfPresent(String.self, forKey: .username)
    displayName = try? container.decodeIfPresent(String.self, forKey: .displayName)
  }
}
