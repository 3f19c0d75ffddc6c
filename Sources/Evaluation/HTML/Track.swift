/// Points on a line from 0 to 1, drawn with plain elements so that their labels keep their size.
enum Track {
  /// The scale under tracks.
  static let scale: Markup = """
    <div class="scale" aria-hidden="true"><span>0</span><span>0.5</span><span>1</span></div>
    """

  /// - Parameter top: Where the point lies in the height of the track, in per cent.
  static func point(_ value: Double, top: Double, style: String, label: String) -> Markup {
    """
    <b class="\(style)" style="left:\(percent(value))%;top:\(top)%" title="\(label)"></b>
    """
  }

  static func whisker(_ interval: BootstrapInterval, top: Double, style: String) -> Markup {
    let (lower, upper) = (percent(interval.lower), percent(interval.upper))
    return """
      <i class="\(style)" style="left:\(lower)%;width:\(upper - lower)%;top:\(top)%"></i>
      """
  }

  private static func percent(_ value: Double) -> Double {
    min(1, max(0, value)) * 100
  }
}
