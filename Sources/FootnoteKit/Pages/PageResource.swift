/// The scripts and styles of pages. They are files of their own, in `Pages/Resources`, and become part of the
/// program when it is compiled.
enum PageResource {
  private static var baseStyle: String { text(PackageResources.base_css) + Marker.style }

  static var graphStyle: String { baseStyle + text(PackageResources.graph_css) }
  static var graphScript: String {
    text(PackageResources.graph_layout_js) + text(PackageResources.graph_data_js)
      + text(PackageResources.graph_plot_js) + text(PackageResources.graph_input_js)
      + text(PackageResources.graph_panel_js) + text(PackageResources.graph_js)
  }

  static var timelineStyle: String { baseStyle + text(PackageResources.timeline_css) }
  static var timelineScript: String { text(PackageResources.timeline_js) }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
