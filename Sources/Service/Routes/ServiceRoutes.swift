internal import HTTPTypes
internal import HummingbirdCore

/// The addresses of the server.
enum ServiceRoutes {
  static let agents = "/mcp"
  static let health = "/healthz"
  static let metrics = "/metrics"
  static let openAPI = "/api/openapi.json"
  static let programs = "/api/"
  static let assets = "/assets/"

  /// The path of an address, as it came.
  static func path(of target: String) -> String {
    String(target.prefix { $0 != "?" && $0 != "#" })
  }

  /// Whether an error is answered with a page.
  static func isForPeople(_ request: Request) -> Bool {
    let path = path(of: request.head.path ?? "/")
    return !path.hasPrefix(programs) && ![agents, health, metrics].contains(path)
  }

  /// The kind of an address, for counting: as few as there are routes, whatever is asked.
  static func label(of request: Request) -> String {
    let path = path(of: request.head.path ?? "")
    if path == "/" { return path }
    let parts = path.split(separator: "/", maxSplits: 2)
    guard let first = parts.first else { return "other" }
    switch first {
    case "api":
      let name = parts.count > 1 ? String(parts[1]) : ""
      let known = APIRoutes.names + ["openapi.json"]
      return known.contains(name) ? "/api/\(name)" : "other"
    case "assets", "doc", "fragment": return "/\(first)/"
    case "mcp", "healthz", "metrics", "sources", "graph", "coverage", "quality", "help":
      return parts.count == 1 ? "/\(first)" : "other"
    default: return "other"
    }
  }
}
