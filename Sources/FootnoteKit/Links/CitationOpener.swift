/// What opens a citation.
public enum CitationOpener: String, Sendable, CaseIterable {
  /// Whatever the system opens such files with; no address of a file names a line.
  case file
  /// Visual Studio Code, at the line.
  case vscode
  /// Obsidian; at the line where its plugin Advanced URI is switched on.
  case obsidian
}
