internal import Corpus

/// The texts of a new knowledge base, the protocol aside.
enum ScaffoldText {
  /// What is built is no content.
  static let ignored = """
    # What Footnote builds; it can be built again at any time.
    \(Configuration.defaultIndex)/*
    !\(Configuration.defaultIndex)/.gitkeep

    """

  static func configuration(name: String, isNotes: Bool) -> String {
    let layers = isNotes ? "layers: [{name: notes, path: .}]\n" : ""
    return """
      name: \(quoted(name))
      \(layers)# ignore: ["drafts/**"]          # .gitignore is honoured too
      # lint: {single-source: off}     # rules: footnote lint --rules

      """
  }

  /// A text as YAML, whatever it holds.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func overview(_ today: CalendarDate) -> String {
    """
    ---
    title: Overview
    type: overview
    created: \(today)
    updated: \(today)
    sources: []
    tags: [overview]
    ---

    # Overview

    **The whole in its shortest form.** Nothing has been taken in yet.

    """
  }
}
