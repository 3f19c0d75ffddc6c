/// How a user gets a model that is missing or damaged.
public enum ModelAdvice {
  /// What installs the models that come with the project.
  private static let targets = [
    ModelDirectory.defaultName: "make model",
    ModelDirectory.multilingualName: "make model-multilingual",
  ]

  /// What to do where the model `name` is not installed.
  public static func installation(of name: String) -> String {
    targets[name].map { "\($0) installs it" } ?? "name the folder of a model with --model"
  }

  /// What to do where a file of a model, or its folder, is not as it should be.
  static func repair(of path: String) -> String {
    let target = path.split(separator: "/").compactMap { targets[String($0)] }.first
    return target.map { "install the model again with \($0), or choose one with --model" }
      ?? "install the model again, or choose one with --model"
  }
}
