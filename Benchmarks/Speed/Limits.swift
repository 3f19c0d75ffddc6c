enum Limits {
  static func run(_ list: [String]) throws {}
}
