internal import HTTPTypes

/// Header fields of every answer: they keep a browser from doing more with it than showing it.
enum SafetyFields {
  /// Nothing from elsewhere, nothing inline, no frame around it.
  static let contentPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  static let all = [
    ("Content-Security-Policy", contentPolicy),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
  ]

  static let fields = all.compactMap { name, value in
    HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
  }
}
