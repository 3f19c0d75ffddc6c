internal import AgentProtocol
internal import FootnoteKit

/// The description of the API, as OpenAPI 3.1 writes it.
struct OpenAPI {
  private let endpoints: [any Endpoint]

  init(_ endpoints: [any Endpoint]) {
    self.endpoints = endpoints
  }

  var document: JSONValue {
    var paths: [String: JSONValue] = [
      ServiceRoutes.openAPI: [
        "get": plain("openapi", "This description", "application/vnd.oai.openapi+json")
      ],
      ServiceRoutes.health: [
        "get": plain("healthz", "Whether questions are answered", "text/plain")
      ],
      ServiceRoutes.metrics: [
        "get": plain("metrics", "Counts and times, as Prometheus reads them", "text/plain")
      ],
    ]
    for endpoint in endpoints {
      let path = "/api/\(endpoint.name)" + (endpoint.takesPath ? "/{path}" : "")
      paths[path] = ["get": operation(endpoint)]
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Footnote", "version": .string(FootnoteVersion.current),
        "description": """
        Passages with citations from knowledge bases of markdown, as the command line answers them. All \
        requests only read.
        """,
      ],
      "paths": .object(paths),
      "components": [
        "schemas": ["hit": shared(HitSchema.json), "problem": Self.problem],
        "responses": .object(Self.failures.mapValues { failure($0) }),
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  private static let problem = Schema.object([
    "type": Schema.text, "status": Schema.integer, "title": Schema.text,
    "detail": Schema.optional("string"),
  ])

  /// Why requests are refused, by status.
  private static let failures = [
    "400": "A parameter is missing, unknown or wrong, or the question cannot be asked.",
    "401": "A token is needed.", "403": "Another host or a page of another site.",
    "404": "There is no such document or page.", "405": "Only GET and HEAD.",
    "413": "The body or the text is too long.", "414": "The address is too long.",
    "431": "The header fields are too long.", "429": "Too many requests of one client at a time.",
    "503": "The index is being made, or the server is busy.",
  ]

  /// What can be asked next, with what an answer holds.
  private static let links: [String: [String: JSONValue]] = [
    "ask": [
      "document": link("documents", "path", "/hits/0/path"),
      "related": link("related", "target", "/hits/0/citation"),
    ],
    "sources": [
      "document": link("documents", "path", "/sources/0/path"),
      "provenance": link("provenance", "page", "/page"),
    ],
    "graph": ["document": link("documents", "path", "/nodes/0/path")],
  ]

  private static func link(_ operation: String, _ parameter: String, _ place: String) -> JSONValue {
    [
      "operationId": .string(operation),
      "parameters": .object([parameter: .string("$response.body#" + place)]),
    ]
  }

  private func failure(_ text: String) -> JSONValue {
    [
      "description": .string(text),
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]],
    ]
  }

  private var failureReferences: [String: JSONValue] {
    Self.failures.keys.reduce(into: [:]) { result, status in
      result[status] = ["$ref": .string("#/components/responses/\(status)")]
    }
  }

  private func operation(_ endpoint: any Endpoint) -> JSONValue {
    var parameters = endpoint.parameters.map(parameter)
    if endpoint.takesPath {
      parameters.insert(
        [
          "name": "path", "in": "path", "required": true,
          "description": "The path as in citations; its slashes stay as they are.",
          "schema": ["type": "string", "minLength": 1],
        ], at: 0)
    }
    var responses = failureReferences
    responses["200"] = [
      "description": "The answer.",
      "headers": ["ETag": ["schema": Schema.text]],
      "content": ["application/json": ["schema": shared(endpoint.schema)]],
      "links": .object(Self.links[endpoint.name] ?? [:]),
    ]
    responses["304"] = ["description": "The client has this answer already."]
    return [
      "operationId": .string(endpoint.name), "summary": .string(endpoint.summary),
      "description": .string(endpoint.about), "parameters": .array(parameters),
      "responses": .object(responses), "security": [["token": []], [:]],
    ]
  }

  private func plain(_ name: String, _ summary: String, _ type: String) -> JSONValue {
    var responses = failureReferences
    let schema: JSONValue = type == "text/plain" ? Schema.text : ["type": "object"]
    responses["200"] = [
      "description": "The answer.", "content": .object([type: ["schema": schema]]),
    ]
    return [
      "operationId": .string(name), "summary": .string(summary), "responses": .object(responses),
    ]
  }

  private static let notBlank = #"[^\s\u0085\u001c-\u001f]"#

  private func parameter(_ parameter: Parameter) -> JSONValue {
    var fields = parameter.schema.fields ?? [:]
    let about = fields.removeValue(forKey: "description") ?? .null
    switch parameter.kind {
    case .text:
      // Blanks alone are no text; what is optional may be there and empty, as forms send it.
      fields["minLength"] = parameter.isRequired ? 1 : nil
      fields["pattern"] = .string(parameter.isRequired ? Self.notBlank : "^$|" + Self.notBlank)
      fields["maxLength"] = .integer(QueryArguments.longestText)
    case .texts:
      fields["items"] = ["type": "string", "maxLength": .integer(QueryArguments.longestItem)]
      fields["maxItems"] = .integer(QueryArguments.longestList)
    default: break
    }
    var result: [String: JSONValue] = [
      "name": .string(parameter.name), "in": "query", "description": about,
      "required": .bool(parameter.isRequired), "schema": .object(fields),
    ]
    // A form sends fields that nobody has filled in.
    if !parameter.isRequired { result["allowEmptyValue"] = true }
    if case .texts = parameter.kind {
      result["explode"] = true
      result["style"] = "form"
    }
    return .object(result)
  }

  /// A schema whose parts stand among the components of this document.
  private func shared(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(var fields):
      fields["$defs"] = nil
      if let target = fields["$ref"]?.text {
        fields["$ref"] = .string(target.replacing("#/$defs/", with: "#/components/schemas/"))
      }
      return .object(fields.mapValues(shared))
    case .array(let items): return .array(items.map(shared))
    default: return schema
    }
  }
}
