/// Words that carry a question but not its subject. They are stored like any other word, since phrases
/// need them, but a question is only looked up by them when it has nothing else.
enum FunctionWords {
  /// Folded, not stemmed.
  static let english: Set<String> = [
    "a", "about", "above", "after", "again", "all", "also", "am", "an", "and", "any", "are",
    "arent",
    "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by",
    "can", "cant", "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing", "dont",
    "down", "during", "each", "ever", "few", "for", "from", "further", "get", "gets", "had", "has",
    "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "i",
    "if", "im", "in", "into", "is", "isnt", "it", "its", "itself", "ive", "just", "me", "more",
    "most", "much", "my", "myself", "no", "nor", "not", "of", "off", "on", "once", "only", "or",
    "other", "our", "ours", "ourselves", "out", "over", "own", "same", "she", "should", "so",
    "some", "such", "than", "that", "thats", "the", "their", "theirs", "them", "themselves", "then",
    "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up",
    "very", "was", "wasnt", "we", "were", "what", "whats", "when", "where", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "wont", "would", "wouldnt", "you", "your", "yours",
    "yourself", "yourselves", "many", "tell", "say", "says", "said", "does", "may", "might", "must",
    "shall", "one",
  ]

  static func contains(_ word: String) -> Bool {
    english.contains(word)
  }
}
