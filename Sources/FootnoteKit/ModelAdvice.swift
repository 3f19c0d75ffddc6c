/// How a user gets a model that is missing or damaged. `make model` installs only the standard one.
public enum ModelAdvice {
  /// What to do where the model `name` is not installed.
  public static func installation(of name: String) -> String {
    name == ModelDirectory.defaultName
      ? "make model installs it" : "name the folder of a model with --model"
  }

  /// What to do where a file of a model, or its folder, is not as it should be.
  static func repair(of path: String) -> String {
    path.split(separator: "/").contains { $0 == ModelDirectory.defaultName }
      ? "install the model again with make model, or choose one with --model"
      : "install the model again, or choose one with --model"
  }
}
