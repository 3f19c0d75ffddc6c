/// A number that may be written as text.
struct Lenient<Value: Decodable & LosslessStringConvertible>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    value =
      (try? container.decode(Value.self))
      ?? (try? container.decode(String.self)).flatMap(Value.init)
  }
}
