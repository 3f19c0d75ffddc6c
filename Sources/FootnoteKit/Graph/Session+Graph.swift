extension Session {
  /// The link graph of the knowledge base.
  ///
  /// - Returns: `nil` where there is no page that `options.around` names.
  /// - Throws: `QueryError` for a layer that the knowledge base does not have, `IndexError`.
  public func linkGraph(_ options: GraphOptions = GraphOptions()) throws -> LinkGraph? {
    var request = FilterRequest()
    request.layers = options.layers
    _ = try request.filter(in: self)
    return try index().linkGraph(options)
  }
}
