import Foundation

/// A file of 4-bit blocks of one layer and 32 dimensions, with a vocabulary of a few letters.
struct TinyBlockFile {
  static let width = 32
  static let inner = 64
  static let pieces: [(String, Float)] = [
    ("<s>", 0), ("<pad>", 0), ("</s>", 0), ("<unk>", 0), ("▁", -2), ("a", -2), ("b", -2),
    ("▁ab", -3), ("é", -2), ("각", -2), ("fi", -2), ("<mask>", 0),
  ]
  /// What single characters become.
  static let characters: [(UInt32, [UInt32])] = [
    (0x9, [0x20]), (0xfb01, [0x66, 0x69]), (0xff45, [0x65]),
  ]

  /// The names, of how many numbers, and whether these are blocks.
  static let tensors: [(name: String, count: Int, isBlocks: Bool)] = {
    var list = [
      ("emb.word", pieces.count * width, true), ("emb.pos", 16 * width, false),
      ("emb.type", 2 * width, false), ("emb.ln.w", width, false), ("emb.ln.b", width, false),
    ]
    for part in ["q", "k", "v", "ao"] {
      list += [("l0.\(part).w", width * width, true), ("l0.\(part).b", width, false)]
    }
    list += [("l0.fi.w", inner * width, true), ("l0.fi.b", inner, false)]
    list += [("l0.fo.w", width * inner, true), ("l0.fo.b", width, false)]
    for part in ["aln", "oln"] {
      list += [("l0.\(part).w", width, false), ("l0.\(part).b", width, false)]
    }
    return list
  }()

  /// The file's bytes.
  static var bytes: Data {
    var file = Data("E5S1".utf8)
    for number in [1, width, 1, 2, inner, pieces.count, 16, 2] { file.append(UInt32(number)) }
    file.append(Float(1e-12).bitPattern)
    for number in [32, pieces.count, 0, 2, 1, 3] { file.append(UInt32(number)) }
    let names = pieces.map { Array($0.0.utf8) }
    file.append(UInt64(names.reduce(0) { $0 + $1.count }))
    for index in 0...names.count {
      file.append(UInt32(names.prefix(index).reduce(0) { $0 + $1.count }))
    }
    for piece in pieces { file.append(piece.1.bitPattern) }
    for name in names { file.append(contentsOf: name) }
    file.append(UInt32(characters.count))
    file.append(UInt32(characters.reduce(0) { $0 + 5 + 4 * $1.1.count }))
    for (key, becomes) in characters {
      file.append(key)
      file.append(UInt8(becomes.count))
      for value in becomes { file.append(value) }
    }
    return file + tensorBytes(directoryStart: file.count)
  }

  private static func tensorBytes(directoryStart: Int) -> Data {
    var directory = Data()
    var data = Data()
    let start =
      directoryStart + 4 + tensors.reduce(0) { $0 + 2 + $1.name.utf8.count + 1 + 4 + 8 + 8 }
    directory.append(UInt32(tensors.count))
    for (name, count, isBlocks) in tensors {
      let length = isBlocks ? count / 32 * 18 : count * 4
      directory.append(UInt16(name.utf8.count))
      directory.append(contentsOf: name.utf8)
      directory.append(UInt8(isBlocks ? 1 : 0))
      directory.append(UInt32(count))
      directory.append(UInt64(start + data.count))
      directory.append(UInt64(length))
      data += isBlocks ? blocks(count / 32) : floats(count)
    }
    return directory + data
  }

  private static func blocks(_ count: Int) -> Data {
    var data = Data()
    for block in 0..<count {
      data.append(UInt16(0x3000 + block % 64))  // An eighth and a bit more.
      for index in 0..<16 { data.append(UInt8(truncatingIfNeeded: block * 37 + index * 101 + 11)) }
    }
    return data
  }

  private static func floats(_ count: Int) -> Data {
    var data = Data()
    for index in 0..<count { data.append((Float(index % 13 - 6) / 8).bitPattern) }
    return data
  }
}

extension Data {
  fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
