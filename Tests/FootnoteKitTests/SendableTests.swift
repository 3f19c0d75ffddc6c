import FootnoteKit
import Testing

/// What a program gets from `Knowledge` may go to another task: this does not compile otherwise.
@Suite struct SendableTests {
  private func sendable<T: Sendable>(_: T.Type) -> Bool { true }

  @Test func results() {
    #expect(sendable(Knowledge.self) && sendable(LiveGroup.self) && sendable(Session.self))
    #expect(sendable(SessionGroup.self) && sendable(GroupSearcher.self))
    #expect(sendable(SearchResponse.self) && sendable(Hit.self) && sendable(Citation.self))
    #expect(sendable(ConceptSources.self) && sendable(RelatedDocuments.self))
    #expect(sendable(Provenance.self) && sendable(Timeline.self) && sendable(CitedText.self))
    #expect(sendable(DocumentPage.self) && sendable(IndexStatus.self) && sendable(Preparation.self))
    #expect(sendable(IndexProgress.self) && sendable(BenchOutcome.self) && sendable(LinkGraph.self))
    #expect(sendable(FilterRequest.self) && sendable(SearchOptions.self))
    #expect(sendable(BenchInput.self) && sendable(BenchSettings.self))
    #expect(sendable(BenchProgress.self))
    #expect(sendable(Snapshot.self) && sendable(LintFinding.self) && sendable(KnowledgeBase.self))
  }
}
