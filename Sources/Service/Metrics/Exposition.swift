/// Text in Prometheus' exposition format, version 0.0.4.
struct Exposition {
  private(set) var text = ""

  mutating func family(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  mutating func sample(_ name: String, _ labels: [String: String], _ value: Double) {
    text += name
    if !labels.isEmpty {
      let pairs = labels.sorted { $0.key < $1.key }
        .map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
      text += "{\(pairs.joined(separator: ","))}"
    }
    text += " \(Self.number(value))\n"
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Double) {
    family(name, "gauge", help)
    sample(name, [:], value)
  }

  mutating func histogram(_ name: String, _ labels: [String: String], _ histogram: Histogram) {
    var sum = 0
    for (bound, count) in zip(Histogram.bounds, histogram.counts) {
      sum += count
      sample(name + "_bucket", labels.merging(["le": Self.number(bound)]) { $1 }, Double(sum))
    }
    sample(name + "_bucket", labels.merging(["le": "+Inf"]) { $1 }, Double(histogram.count))
    sample(name + "_sum", labels, histogram.sum)
    sample(name + "_count", labels, Double(histogram.count))
  }

  mutating func add(_ index: IndexMetrics) {
    gauge("footnote_index_documents", "Documents of the index.", Double(index.documents))
    gauge("footnote_index_passages", "Passages of the index.", Double(index.passages))
    gauge(
      "footnote_index_embedded_ratio", "Share of the passages that have a vector.", index.embedded)
    gauge("footnote_index_bytes", "Size of what is built.", Double(index.bytes))
    gauge(
      "footnote_index_stale_files", "Files that have changed since they were indexed.",
      Double(index.stale))
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
