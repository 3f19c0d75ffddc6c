/// What is known about well-known models beyond what their files say: checksums that were
/// published, and the instructions that their authors ask to be put before a text but left out of
/// the configuration.
struct PublishedModel: Sendable {
  /// How the names of the folders of such models begin, in lower case.
  let namePrefix: String
  /// sha256 of the files of weights, where they are known.
  var checksums: [String: String] = [:]
  /// What goes before a question and before a passage.
  let prefixes: TextPrefixes

  private static let bgeEnglish = TextPrefixes(
    query: "Represent this sentence for searching relevant passages: ", passage: "")

  private static let e5 = TextPrefixes(query: "query: ", passage: "passage: ")

  private static let all = [
    PublishedModel(
      namePrefix: "all-minilm-l6-v2",
      checksums: [
        ModelDirectory.safetensorsFile:
          "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
      ],
      prefixes: TextPrefixes()),
    PublishedModel(
      namePrefix: "multilingual-e5-small",
      checksums: [
        ModelDirectory.blockFile:
          "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
      ],
      prefixes: e5),
    PublishedModel(namePrefix: "multilingual-e5-", prefixes: e5),
    PublishedModel(namePrefix: "e5-", prefixes: e5),
    PublishedModel(namePrefix: "bge-small-en", prefixes: bgeEnglish),
    PublishedModel(namePrefix: "bge-base-en", prefixes: bgeEnglish),
    PublishedModel(namePrefix: "bge-large-en", prefixes: bgeEnglish),
  ]

  /// The entry for a model of this name.
  static func named(_ name: String) -> PublishedModel? {
    let name = name.lowercased()
    return all.first { name.hasPrefix($0.namePrefix) }
  }
}
