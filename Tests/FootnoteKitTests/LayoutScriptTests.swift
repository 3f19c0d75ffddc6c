import Foundation
import Testing

/// The layout of the graph's page, run with Node.js where there is one.
struct LayoutScriptTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../Sources/FootnoteKit/Pages/Resources/graph-layout.js")
    .standardizedFileURL.path

  /// What a program that has `Layout` and `QuadTree` prints; `nil` where there is no Node.js, which is said.
  private func run(_ program: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let load = "const { Layout, QuadTree } = require('\(Self.script)');\n"
    process.arguments = ["node", "-e", load + program]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: there is no node")
      return nil
    }
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }

  private static let ring = """
    const links = [];
    for (let i = 0; i < 300; i++) links.push([i, (i + 1) % 300], [i, (i * 7) % 300]);
    const real = links.filter(([a, b]) => a !== b);

    """

  @Test func itEndsAndIsTheSameEachTime() throws {
    let program =
      Self.ring + """
        const run = () => {
          const layout = new Layout(300, real, null);
          let ticks = 0;
          while (!layout.isDone) { layout.tick(); ticks++; }
          return [ticks, ...layout.x, ...layout.y].join();
        };
        const first = run();
        console.log(first === run(), first.split(",").map(Number).every(Number.isFinite), first.split(",")[0]);
        """
    guard let output = try run(program) else { return }
    #expect(output == "true true 300\n")
  }

  @Test func linkedNodesComeNearer() throws {
    let program = """
      const layout = new Layout(40, Array.from({ length: 19 }, (_, i) => [i, i + 1]), null);
      while (!layout.isDone) layout.tick();
      const far = (a, b) => Math.hypot(layout.x[a] - layout.x[b], layout.y[a] - layout.y[b]);
      let linked = 0, others = 0;
      for (let i = 0; i < 19; i++) { linked += far(i, i + 1); others += far(i, 39 - i); }
      console.log(linked < others / 2);
      """
    guard let output = try run(program) else { return }
    #expect(output == "true\n")
  }

  /// The tree's sums are those over all pairs, within a few per cent.
  @Test func repulsionIsRight() throws {
    let program = """
      const n = 400, x = new Float64Array(n), y = new Float64Array(n);
      for (let i = 0; i < n; i++) { x[i] = (i * 7919) % 1000; y[i] = (i * 104729) % 997; }
      x[1] = x[0]; y[1] = y[0]; x[2] = x[0]; y[2] = y[0];
      const tree = new QuadTree(n);
      tree.build(x, y);
      let error = 0, all = 0;
      for (let i = 3; i < n; i++) {
        tree.force(i, x, y);
        let fx = 0, fy = 0;
        for (let j = 0; j < n; j++) {
          if (i === j) continue;
          const dx = x[j] - x[i], dy = y[j] - y[i], w = 1 / Math.max(dx * dx + dy * dy, 25);
          fx += dx * w; fy += dy * w;
        }
        error += Math.hypot(fx - tree.fx, fy - tree.fy);
        all += Math.hypot(fx, fy);
      }
      console.log(error / all < 0.05);
      """
    guard let output = try run(program) else { return }
    #expect(output == "true\n")
  }

  @Test func nodesOnOnePlacePart() throws {
    let program = """
      const zero = { x: new Float64Array(60), y: new Float64Array(60) };
      const layout = new Layout(60, [], zero);
      for (let i = 0; i < 100; i++) layout.tick();
      console.log(new Set([...layout.x].map((x) => x.toFixed(2))).size > 50, new Layout(0, [], null).count);
      new Layout(0, [], null).tick();
      """
    guard let output = try run(program) else { return }
    #expect(output == "true 0\n")
  }
}
