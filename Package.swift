// swift-tools-version: 6.1
import PackageDescription

// Upcoming features are switched on for every target, so that imports stay internal unless a type is
// part of a public signature, and existentials are visible where they cost something.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let pageResources = [
  "base.css", "graph.css", "graph-layout.js", "graph-data.js", "graph-plot.js", "graph-input.js",
  "graph-panel.js", "graph.js", "timeline.css", "timeline.js",
]

let package = Package(
  name: "footnote",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FootnoteKit", targets: ["FootnoteKit"]),
    .executable(name: "footnote", targets: ["footnote"]),
    .executable(name: "footnote-speed", targets: ["footnote-speed"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),

    .target(name: "CKernels"),
    .target(name: "CTerminal"),
    .target(name: "Picker", dependencies: ["TerminalOutput"], swiftSettings: settings),
    .target(name: "Digest", dependencies: ["CCrypto"], swiftSettings: settings),
    .target(
      name: "LinearAlgebra", dependencies: ["COpenBLAS", "CKernels"], swiftSettings: settings),
    .target(
      name: "Corpus",
      dependencies: ["CMarkGFM", "Digest", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Encoder", dependencies: ["LinearAlgebra", "Digest"], swiftSettings: settings),
    .target(
      name: "Retrieval",
      dependencies: [
        "CStemmer", "Corpus", "Encoder", "InvertedIndex", "VectorIndex", "LinearAlgebra", "Digest",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .target(
      name: "InvertedIndex", dependencies: ["CKernels", "LinearAlgebra", "Digest"],
      swiftSettings: settings),
    .target(
      name: "VectorIndex", dependencies: ["LinearAlgebra", "Digest"], swiftSettings: settings),
    .target(name: "Evaluation", swiftSettings: settings),
    .target(
      name: "Curation", dependencies: ["CGumbo", "Corpus", "Digest"], swiftSettings: settings),
    .target(
      name: "FootnoteKit",
      dependencies: ["Retrieval", "Evaluation", "Curation", "Digest", "Corpus", "Encoder"],
      // The program stays one file: scripts and styles of pages are compiled into it.
      resources: pageResources.map { .embedInCode("Pages/Resources/\($0)") },
      swiftSettings: settings),
    .target(name: "AgentProtocol", dependencies: ["FootnoteKit"], swiftSettings: settings),
    .target(
      name: "WebPages",
      dependencies: [
        "FootnoteKit", "TerminalOutput", "Digest",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: settings),
    .target(
      name: "Service",
      dependencies: [
        "FootnoteKit", "AgentProtocol", "WebPages", "Digest",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    .target(name: "TerminalOutput", swiftSettings: settings),
    .executableTarget(
      name: "footnote",
      dependencies: [
        "Picker", "CTerminal",
        // What FootnoteKit exports again is named too: a build of an older state takes only these into
        // account when it decides what to compile anew.
        "FootnoteKit", "TerminalOutput", "Retrieval", "Corpus", "Encoder", "Evaluation",
        "Curation", "AgentProtocol", "Service",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "example-ask", dependencies: ["FootnoteKit"], path: "Examples/Ask",
      swiftSettings: settings),
    .executableTarget(
      name: "example-ask-json", dependencies: ["FootnoteKit"], path: "Examples/AskJSON",
      swiftSettings: settings),
    .executableTarget(
      name: "in-process", dependencies: ["FootnoteKit"], path: "Benchmarks/InProcess",
      swiftSettings: settings),
    .executableTarget(
      name: "footnote-speed",
      dependencies: [
        "FootnoteKit", "Corpus", "Encoder", "InvertedIndex", "VectorIndex", "LinearAlgebra",
        "CKernels",
      ],
      path: "Benchmarks/FootnoteSpeed", swiftSettings: settings),

    .testTarget(
      name: "ServiceTests", dependencies: ["Service", "FootnoteKit"], swiftSettings: settings),
    .testTarget(
      name: "TerminalOutputTests", dependencies: ["TerminalOutput"], swiftSettings: settings),
    .testTarget(
      name: "AgentProtocolTests", dependencies: ["AgentProtocol", "FootnoteKit"],
      swiftSettings: settings),
    .testTarget(
      name: "FootnoteKitTests",
      dependencies: ["FootnoteKit", "Digest", "example-ask", "example-ask-json"],
      swiftSettings: settings),
    .testTarget(
      name: "WebPagesTests", dependencies: ["WebPages", "FootnoteKit", "TerminalOutput"],
      swiftSettings: settings),
    .testTarget(
      name: "footnoteTests",
      dependencies: ["footnote", "FootnoteKit", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"], swiftSettings: settings),
    .testTarget(
      name: "VectorIndexTests", dependencies: ["VectorIndex", "LinearAlgebra"],
      swiftSettings: settings),
    .testTarget(
      name: "InvertedIndexTests", dependencies: ["InvertedIndex", "CKernels"],
      swiftSettings: settings),
    .testTarget(
      name: "EncoderTests", dependencies: ["Encoder", "LinearAlgebra"],
      resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "CurationTests", dependencies: ["Curation", "Corpus"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus", "Digest"], swiftSettings: settings),
    .testTarget(
      name: "PickerTests", dependencies: ["Picker", "TerminalOutput"], swiftSettings: settings),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),
    .testTarget(
      name: "RetrievalTests",
      dependencies: [
        "Retrieval", "Corpus", "Encoder", "LinearAlgebra",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
  ]
)
