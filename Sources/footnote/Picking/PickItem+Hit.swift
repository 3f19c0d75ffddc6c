import FootnoteKit
import Picker
import TerminalOutput

extension PickItem {
  init(_ hit: Hit) {
    var facts: [String] = []
    if let date = hit.document.date { facts.append(date.description) }
    facts += [hit.document.type.plainLine, NumberText.decimal(hit.score, places: 2)]
    self.init(
      title: hit.document.title, headings: hit.headings, citation: hit.citation.description,
      facts: facts, text: StyledText(hit.text, marking: hit.highlights),
      line: hit.lines.lowerBound)
  }
}

extension PickAnswer {
  init(_ response: SearchResponse, notice: String?) {
    self.init(
      items: response.hits.map { PickItem($0) }, summary: AnswerFooter(response).text,
      notice: notice)
  }
}
