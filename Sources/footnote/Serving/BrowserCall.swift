import Foundation

/// Opens an address in the user's browser.
enum BrowserCall {
  #if os(macOS)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// - Parameter complain: Called with a line for people where there is no browser to open.
  static func open(_ address: String, complain: @escaping @Sendable (String) -> Void) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      if process.terminationStatus != 0 {
        complain("no browser was opened (\(program)); open \(address) yourself")
      }
    }
    do {
      try process.run()
    } catch {
      complain("no browser was opened: \(error.localizedDescription)")
    }
  }
}
