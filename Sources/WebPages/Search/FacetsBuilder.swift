internal import FootnoteKit
internal import TerminalOutput

/// Makes the filters that stand beside an answer.
struct FacetsBuilder {
  let form: SearchForm
  /// Documents of the passages that a filter is counted over, one for each passage.
  let documents: (Facet) -> [DocumentSummary]

  /// A value with the number of passages that have it.
  private struct Value {
    var text: String
    var count: Int
    var isChosen: Bool
  }

  var context: FacetsContext {
    FacetsContext(
      open: false, setCount: form.filterCount > 0 ? String(form.filterCount) : nil,
      groups: Facet.allCases.compactMap(group), after: form.after, before: form.before,
      options: [modes, orders])
  }

  // MARK: Groups

  private func group(_ facet: Facet) -> FacetsContext.Group? {
    let values = values(of: facet)
    if values.isEmpty { return nil }
    let choices = values.enumerated().map { choice($1, of: facet, number: $0) }
    let rest = choices.dropFirst(facet.openValues)
    return FacetsContext.Group(
      label: facet.label, choices: Array(choices.prefix(facet.openValues)),
      further: rest.isEmpty
        ? nil
        : FacetsContext.Further(
          id: "\(facet.rawValue)-further", count: String(rest.count), choices: Array(rest)))
  }

  private func choice(_ value: Value, of facet: Facet, number: Int) -> FacetsContext.Choice {
    FacetsContext.Choice(
      id: "\(facet.rawValue)-\(Self.identifier(value.text))", name: facet.rawValue,
      value: value.text, text: value.text.plainLine, count: NumberText.grouped(value.count),
      checked: value.isChosen)
  }

  /// What is found, and what is chosen even where nothing has it.
  private func values(of facet: Facet) -> [Value] {
    var values: [String: Value] = [:]
    let documents = documents(facet)
    for document in documents {
      // A document that names a tag twice has it once.
      for text in Set(facet.values(of: document).map { $0.lowercased() }) {
        values[text, default: Value(text: text, count: 0, isChosen: false)].count += 1
      }
      for text in facet.values(of: document) { values[text.lowercased()]?.text = text }
    }
    for text in form.values(of: facet) {
      let count = documents.count { facet.fits(text, $0) }
      let spelling = values[text.lowercased()]?.text ?? text
      values[text.lowercased()] = Value(text: spelling, count: count, isChosen: true)
    }
    return sorted(Array(values.values), for: facet)
  }

  private func sorted(_ values: [Value], for facet: Facet) -> [Value] {
    switch facet {
    case .layer, .type: values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    case .year: values.sorted { $0.text < $1.text }
    case .tag:
      values.sorted { left, right in
        if left.isChosen != right.isChosen { return left.isChosen }
        return (right.count, left.text) < (left.count, right.text)
      }
    }
  }

  /// Letters, digits and `-`, the rest as numbers, so that no two values share one.
  static func identifier(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": result.unicodeScalars.append(scalar)
      default: result += "-" + String(scalar.value, radix: 16) + "-"
      }
    }
    return result
  }

  // MARK: Options

  private var modes: FacetsContext.Options {
    let texts: [(SearchMode, String)] = [
      (.hybrid, "words and meaning"), (.lexical, "words"), (.semantic, "meaning"),
    ]
    return FacetsContext.Options(
      label: "Find by",
      choices: texts.map { mode, text in
        option("mode", mode.rawValue, text, isChosen: mode == form.mode)
      })
  }

  private var orders: FacetsContext.Options {
    FacetsContext.Options(
      label: "Order",
      choices: PassageOrder.allCases.map { order in
        option("sort", order.rawValue, order.text, isChosen: order == form.order)
      })
  }

  private func option(
    _ name: String, _ value: String, _ text: String, isChosen: Bool
  ) -> FacetsContext.Choice {
    FacetsContext.Choice(
      id: "\(name)-\(value)", name: name, value: value, text: text, count: nil, checked: isChosen)
  }
}
