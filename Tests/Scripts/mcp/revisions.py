"""Every revision of the protocol, message by message, against the models of the official SDK."""

from mcp_types import methods
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS

from sample_base import SampleBase

META = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "wire", "version": "1"},
}
CALLS = [
    ("tools/list", {}), ("tools/call", {"name": "ask", "arguments": {"question": "ghosts"}}),
    ("tools/call", {"name": "status"}), ("resources/list", {}), ("resources/templates/list", {}),
    ("resources/read", {"uri": "footnote://document/raw/2025/7.6.md"}), ("prompts/list", {}),
    ("prompts/get", {"name": "answer-with-citations", "arguments": {"question": "ghosts"}}),
    ("completion/complete", {
        "ref": {"type": "ref/prompt", "name": "lint"}, "argument": {"name": "page", "value": "g"}}),
]


def code(answer):
    return answer.get("error", {}).get("code")


def handshakes(checks, binary, connect):
    """Every revision that has a handshake."""
    for version in HANDSHAKE_PROTOCOL_VERSIONS[1:]:
        with SampleBase(binary) as base, connect(base) as server:
            result = server.shake(version)
            checks.equal(result["protocolVersion"], version, "the agreed revision")
            methods.validate_server_result("initialize", version, result)
            for method, params in [*CALLS, ("ping", {}), ("logging/setLevel", {"level": "error"}),
                                   ("resources/subscribe", CALLS[5][1]),
                                   ("resources/unsubscribe", CALLS[5][1])]:
                answer = server.ask(method, params)
                checks.expect("result" in answer, f"{method} in {version}", answer)
                methods.validate_server_result(method, version, answer["result"])
                checks.expect("resultType" not in answer["result"], "no key of later revisions")
            call = server.ask(*CALLS[1])["result"]
            checks.equal("structuredContent" in call, version > "2025-03-26", "structured content")
            for method in ["server/discover", "subscriptions/listen", "nonsense", "tools/nonsense"]:
                checks.equal(code(server.ask(method)), -32601, f"{method} in {version}")
            checks.equal(code(server.ask("initialize", {
                "protocolVersion": version, "capabilities": {}, "clientInfo": {}})), -32600,
                "a second handshake")
            checks.equal(
                code(server.ask("tools/list", {"_meta": META})), server.other_era, "another era")
            wrong = server.ask("tools/call", {"name": "ask", "arguments": {}})
            if version < "2025-11-25":
                checks.equal(code(wrong), -32602, "a missing argument")
            else:
                checks.expect(wrong["result"]["isError"], "a missing argument")

    with SampleBase(binary) as base, connect(base) as server:
        checks.equal(server.shake("1999-01-01")["protocolVersion"], "2025-11-25", "an unknown revision")


def stateless(checks, binary, connect):
    """The revision that has none."""
    with SampleBase(binary) as base, connect(base) as server:
        for method, params in [("server/discover", {}), *CALLS]:
            answer = server.ask(method, params | {"_meta": META})
            checks.expect("result" in answer, f"{method} without handshake", answer)
            methods.validate_server_result(method, "2026-07-28", answer["result"])
        for method in ["ping", "logging/setLevel", "resources/subscribe", "nonsense"]:
            checks.equal(code(server.ask(method, {"_meta": META})), -32601, f"{method} is gone")
        checks.equal(code(server.ask("tools/list")), -32602, "no envelope")
        lacking = {key: value for key, value in META.items() if "Capabilities" not in key}
        checks.equal(code(server.ask("tools/list", {"_meta": lacking})), -32602, "half an envelope")
        later = META | {"io.modelcontextprotocol/protocolVersion": "2030-01-01"}
        refusal = server.ask("tools/list", {"_meta": later})
        checks.equal(code(refusal), -32022, "a revision that is not spoken")
        checks.equal(refusal["error"]["data"], {
            "requested": "2030-01-01", "supported": ["2026-07-28"]}, "what is spoken")
