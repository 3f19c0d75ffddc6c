import Corpus

/// A post of an archive, its text ready to be written.
struct Post {
  let identifier: String
  let time: PostTime
  var text: String
  let language: String?
  /// The post that it answers.
  let replyTo: String?
  let replyToUser: String?
  let replyToName: String?
  let isRetweet: Bool

  /// `nil` where the time cannot be read.
  init?(_ archived: ArchivedPost) {
    guard let time = PostTime(archived.createdAt) else { return nil }
    identifier = archived.identifier
    self.time = time
    language = archived.language
    replyTo = archived.replyTo
    replyToUser = archived.replyToUser
    replyToName = archived.replyToName
    isRetweet = archived.fullText.hasPrefix("RT @")
    text = PostText.text(of: archived)
  }
}
