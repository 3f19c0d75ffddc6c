/// What the files of the table `segment` hold.
enum SegmentKind: Sendable, Hashable {
  /// Terms and the passages that have them.
  case postings
  /// The vectors of a model, by its fingerprint.
  case vectors(String)

  /// As the table has it.
  var name: String {
    switch self {
    case .postings: "postings"
    case .vectors(let fingerprint): "vectors " + fingerprint
    }
  }

  /// What the names of the files begin with: `postings.12`.
  var file: String {
    switch self {
    case .postings: "postings"
    case .vectors: "vectors"
    }
  }

  /// The names of further files of a segment, with the same number.
  var companions: [String] {
    switch self {
    case .postings: []
    case .vectors: ["tokens", "cells"]
    }
  }

  /// What names of files begin with, of whatever kind, and with what the files themselves do.
  static let magics = [
    "postings": "FNPOST", "vectors": "FNVECT", "tokens": "FNTOKE", "cells": "FNCELL",
  ]
}
