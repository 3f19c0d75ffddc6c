import ArgumentParser
import FootnoteKit
import TerminalOutput

/// What opens citations, where the user says so.
struct LinkOptions: ParsableArguments {
  /// As `CitationOpener`, or nothing at all.
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case file
    case vscode
    case obsidian
    case none

    var opener: CitationOpener? { CitationOpener(rawValue: rawValue) }
  }

  @Option(
    name: .customLong("link"),
    help: ArgumentHelp(
      "What citations open in. A terminal that knows hyperlinks shows them as such (file, where nothing is said); elsewhere their addresses are printed.",
      valueName: "what"))
  var choice: Choice?

  /// Addresses for formats that others read: only where they were asked for.
  func explicit(for group: SessionGroup) -> CitationLinks? {
    choice?.opener.map { CitationLinks(group, opener: $0) }
  }

  /// How citations look in text for people.
  ///
  /// - Parameter isFile: Whether the text goes to a file and not to standard output.
  func mark(for group: SessionGroup, in console: Console, isFile: Bool = false) -> CitationMark {
    let showsHyperlinks = !isFile && console.showsHyperlinks
    let palette = isFile ? console.palette.disabled : console.palette
    guard choice != nil || showsHyperlinks, choice != LinkOptions.Choice.none else {
      return CitationMark(palette: palette)
    }
    let opener = choice?.opener ?? .file
    let host = showsHyperlinks ? console.remoteHost : nil
    let links = CitationLinks(group, opener: opener, host: host ?? "")
    return CitationMark(palette: palette, links: links, isHyperlink: showsHyperlinks)
  }
}
