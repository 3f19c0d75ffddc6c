/// All files that pages need, by name.
enum AssetTable {
  static let assets: [String: PageAsset] = [
    "footnote.css": style(PackageResources.footnote_css),
    "footnote.js": script(PackageResources.footnote_js),
    "page.js": script(PackageResources.page_js),
    "keyboard.js": script(PackageResources.keyboard_js),
    "search.js": script(PackageResources.search_js),
    "document.js": script(PackageResources.document_js),
    "graph.js": script(PackageResources.graph_js),
    "graph-input.js": script(PackageResources.graph_input_js),
    "graph-painter.js": script(PackageResources.graph_painter_js),
    "graph-panel.js": script(PackageResources.graph_panel_js),
    "force.js": script(PackageResources.force_js),
    "icons.svg": picture(PackageResources.icons_svg),
    "favicon.svg": picture(PackageResources.favicon_svg),
  ]

  private static func style(_ bytes: [UInt8]) -> PageAsset {
    PageAsset(bytes, contentType: "text/css; charset=utf-8")
  }

  private static func script(_ bytes: [UInt8]) -> PageAsset {
    PageAsset(bytes, contentType: "text/javascript; charset=utf-8")
  }

  private static func picture(_ bytes: [UInt8]) -> PageAsset {
    PageAsset(bytes, contentType: "image/svg+xml")
  }
}
