/// A model of SentencePiece, as far as it is used: a `ModelProto` of its `sentencepiece_model.proto`.
struct SentencePieceFile {
  /// `ModelProto.SentencePiece.Type`
  enum Kind: UInt64 {
    case normal = 1
    case unknown, control, userDefined, unused, byte
  }

  struct Piece {
    var text: ArraySlice<UInt8> = []
    var score: Float = 0
    var kind: Kind? = .normal
  }

  private(set) var pieces: [Piece] = []
  /// `ModelProto.TrainerSpec.ModelType`: 1 is a unigram vocabulary.
  private(set) var modelType: UInt64 = 1
  private(set) var endsWithSpaces = false
  private(set) var charsmap: ArraySlice<UInt8> = []
  private(set) var beginsWithSpace = true
  private(set) var removesSpaces = true
  private(set) var escapesSpaces = true

  /// Reads the fields of a file's bytes. Fields that are not named here are passed over.
  init(_ bytes: [UInt8]) throws(ProtobufReader.Damaged) {
    var reader = ProtobufReader(bytes[...])
    while let (field, value) = try reader.next() {
      guard case .bytes(let message) = value else { continue }
      switch field {
      case 1: pieces.append(try Self.piece(message))
      case 2: try readTrainer(message)
      case 3: try readNormalizer(message)
      default: break
      }
    }
  }

  private static func piece(_ message: ArraySlice<UInt8>) throws(ProtobufReader.Damaged) -> Piece {
    var piece = Piece()
    var reader = ProtobufReader(message)
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (1, .bytes(let text)): piece.text = text
      case (2, .fixed32(let bits)): piece.score = Float(bitPattern: bits)
      case (3, .number(let kind)): piece.kind = Kind(rawValue: kind)
      default: break
      }
    }
    return piece
  }

  private mutating func readTrainer(
    _ message: ArraySlice<UInt8>
  ) throws(ProtobufReader.Damaged) {
    var reader = ProtobufReader(message)
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (3, .number(let type)): modelType = type
      case (24, .number(let flag)): endsWithSpaces = flag != 0
      default: break
      }
    }
  }

  private mutating func readNormalizer(
    _ message: ArraySlice<UInt8>
  ) throws(ProtobufReader.Damaged) {
    var reader = ProtobufReader(message)
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (2, .bytes(let bytes)): charsmap = bytes
      case (3, .number(let flag)): beginsWithSpace = flag != 0
      case (4, .number(let flag)): removesSpaces = flag != 0
      case (5, .number(let flag)): escapesSpaces = flag != 0
      default: break
      }
    }
  }
}
