"""Messages written by hand: every revision against the models of the official SDK, and what no client of
good will sends."""

import json
import signal
import sys
import time

from mcp_types import methods
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS

from checks import Checks
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


class Server:
    def __init__(self, base):
        self.process = base.start()
        self.number = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def write(self, message):
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def read(self):
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def reply(self):
        """The next message that is no notification."""
        while (message := self.read()) is not None:
            if not isinstance(message, dict) or "method" not in message:
                return message

    def ask(self, method, params=None):
        """The answer to a request."""
        self.number += 1
        self.write({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params or {}})
        while (message := self.reply()) is not None:
            if isinstance(message, dict) and message.get("id") == self.number:
                return message

    def shake(self, version):
        answer = self.ask("initialize", {
            "protocolVersion": version, "capabilities": {},
            "clientInfo": {"name": "wire", "version": "1"}})
        self.write({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return answer["result"]


def code(answer):
    return answer.get("error", {}).get("code")


def revisions(checks, binary):
    for version in HANDSHAKE_PROTOCOL_VERSIONS[1:]:
        with SampleBase(binary) as base, Server(base) as server:
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
            checks.equal(code(server.ask("tools/list", {"_meta": META})), -32600, "another era")
            wrong = server.ask("tools/call", {"name": "ask", "arguments": {}})
            if version < "2025-11-25":
                checks.equal(code(wrong), -32602, "a missing argument")
            else:
                checks.expect(wrong["result"]["isError"], "a missing argument")

    with SampleBase(binary) as base, Server(base) as server:
        checks.equal(server.shake("1999-01-01")["protocolVersion"], "2025-11-25", "an unknown revision")

    with SampleBase(binary) as base, Server(base) as server:
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
        checks.equal(code(server.ask("initialize", {
            "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {}})), -32022,
            "a handshake after that")


def batches(checks, binary):
    batch = [
        {"jsonrpc": "2.0", "id": "a", "method": "ping"},
        {"jsonrpc": "2.0", "method": "notifications/nothing"},
        {"jsonrpc": "2.0", "id": "b", "method": "nonsense"}, 7,
    ]
    with SampleBase(binary) as base, Server(base) as server:
        server.shake("2025-03-26")
        server.write(batch)
        answer = server.reply()
        found = {item["id"]: code(item) for item in answer}
        checks.equal(found, {"a": None, "b": -32601, None: -32600}, "a batch")
        server.write([])
        checks.equal(code(server.reply()), -32600, "an empty batch")
        server.write([batch[1]])
        checks.expect("result" in server.ask("ping"), "a batch that asks for nothing")
    with SampleBase(binary) as base, Server(base) as server:
        server.shake("2025-06-18")
        server.write(batch)
        checks.equal(code(server.reply()), -32600, "a batch where there are none")


def malformed(checks, binary):
    with SampleBase(binary) as base, Server(base) as server:
        checks.equal(code(server.ask("tools/list")), -32600, "a question before the handshake")
        server.shake("2025-11-25")
        for line, wanted in [
            (b"nonsense", -32700), (b"{", -32700), (b"\xff\xfe{}", -32700), (b'{"a":"\xc3\x28"}', -32700),
            (b"[" * 100_000, -32700), (b'{"x":' * 70 + b"1" + b"}" * 70, -32700), (b"1", -32600),
            (b'"x"', -32600), (b"null", -32600), (b"{}", -32600),
            (b'{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600),
            (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
            (b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600),
            (b'{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600),
            (b'{"jsonrpc":"2.0","id":1,"method":7}', -32600),
            (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}', -32600),
            (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":"' + b"x" * 2_000_000 + b'"}', -32600),
        ]:
            server.write(line)
            checks.equal(code(server.reply()), wanted, f"{line[:60]!r}")
        server.write(b"")
        server.write({"jsonrpc": "2.0", "id": 5, "result": {}})
        server.write({"jsonrpc": "2.0", "method": "nonsense"})
        server.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 99}})
        checks.expect("result" in server.ask("ping"), "the server goes on")
        for method, params in [
            ("tools/call", {}), ("tools/call", {"name": 7}), ("tools/call", {"name": "ask", "arguments": []}),
            ("resources/read", {}), ("resources/list", {"cursor": 7}), ("prompts/get", {"name": []}),
            ("prompts/get", {"name": "lint", "arguments": {"page": 7}}), ("tools/list", {"cursor": "x"}),
            ("logging/setLevel", {"level": "loud"}), ("completion/complete", {}),
            ("completion/complete", {"ref": {"type": "nonsense"}, "argument": {"name": "a", "value": ""}}),
        ]:
            checks.equal(code(server.ask(method, params)), -32602, f"{method} {params}")
        for question in ["\u0000", "\ud83d\ude00", '"', "NOT", "layer:", "a" * 30_000, "after:x", "  "]:
            answer = server.ask("tools/call", {"name": "ask", "arguments": {"question": question}})
            checks.expect("result" in answer, f"the question {question[:20]!r}", answer)


def subscriptions(checks, binary):
    with SampleBase(binary) as base, Server(base) as server:
        server.write({"jsonrpc": "2.0", "id": "s", "method": "subscriptions/listen", "params": {
            "_meta": META, "notifications": {"resourcesListChanged": True}}})
        first = server.read()
        checks.equal(first["method"], "notifications/subscriptions/acknowledged", "it is acknowledged")
        key = "io.modelcontextprotocol/subscriptionId"
        checks.equal(first["params"]["_meta"], {key: "s"}, "it is named")
        server.process.send_signal(signal.SIGTERM)
        last = server.reply()
        checks.equal((last["id"], last["result"]["_meta"][key]), ("s", "s"), "it ends in order")
        methods.validate_server_result("subscriptions/listen", "2026-07-28", last["result"])
        checks.equal(server.process.wait(10), 0, "SIGTERM ends the server")
    with SampleBase(binary) as base, Server(base) as server:
        server.write({"jsonrpc": "2.0", "id": "s", "method": "subscriptions/listen", "params": {
            "_meta": META, "notifications": {}}})
        server.read()
        server.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": "s"}})
        answer = server.ask("tools/list", {"_meta": META})
        checks.expect("result" in answer, "a cancelled subscription is not answered", answer)


def ending(checks, binary):
    with SampleBase(binary) as base:
        process = base.start()
        lines = [
            {"jsonrpc": "2.0", "id": n, "method": "tools/call", "params": {
                "name": "ask", "arguments": {"question": "ghosts"}, "_meta": META}} for n in range(20)]
        text = "\n".join(json.dumps(line) for line in lines)
        output, errors = process.communicate(text.encode(), timeout=60)
        found = sorted(json.loads(line)["id"] for line in output.splitlines())
        checks.equal(found, list(range(20)), "what was asked is answered after the input has ended")
        checks.equal(process.returncode, 0, "the end of input is no error")
        checks.expect(b"Traceback" not in errors and b"Fatal" not in errors, "nothing crashed", errors)
    for number in [signal.SIGINT, signal.SIGTERM]:
        with SampleBase(binary) as base, Server(base) as server:
            server.shake("2025-11-25")
            begin = time.monotonic()
            server.process.send_signal(number)
            checks.equal(server.process.wait(10), 0, f"{number.name} ends the server")
            checks.expect(time.monotonic() - begin < 3, "at once")
    with SampleBase(binary) as base, Server(base) as server:
        server.process.stdout.close()
        server.write({"jsonrpc": "2.0", "id": 1, "method": "ping"})
        checks.equal(server.process.wait(10), 0, "nobody reads any more")


checks = Checks("wire")
for part in [revisions, batches, malformed, subscriptions, ending]:
    with checks.section(part.__name__):
        part(checks, sys.argv[1])
checks.finish()
