/// All templates by the names under which others include them.
enum TemplateTable {
  static let templates: [String: [UInt8]] = [
    "coverage": PackageResources.coverage_mustache,
    "document": PackageResources.document_mustache,
    "error": PackageResources.error_mustache,
    "facets": PackageResources.facets_mustache,
    "graph": PackageResources.graph_mustache,
    "help": PackageResources.help_mustache,
    "help-text": PackageResources.help_text_mustache,
    "hit": PackageResources.hit_mustache,
    "layout-foot": PackageResources.layout_foot_mustache,
    "layout-head": PackageResources.layout_head_mustache,
    "passage": PackageResources.passage_mustache,
    "quality": PackageResources.quality_mustache,
    "results": PackageResources.results_mustache,
    "search": PackageResources.search_mustache,
    "sources": PackageResources.sources_mustache,
    "start": PackageResources.start_mustache,
    "why": PackageResources.why_mustache,
  ]
}
