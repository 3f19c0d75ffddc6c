"""Messages written by hand to `footnote mcp`: every revision against the models of the official SDK, and what
no client of good will sends."""

import json
import signal
import sys
import time

from mcp_types import methods

from checks import Checks
from revisions import META, code, handshakes, stateless
from sample_base import SampleBase


class Server:
    """A client's end of standard input and output."""

    # A request of another era on a connection that has agreed on one.
    other_era = -32600

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
            (b"[" * 100_000, -32700), (b'{"x":' * 70 + b"1" + b"}" * 70, -32700), 
            (b"[" + b"1," * 300_000 + b"1]", -32700), (b"1", -32600),
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
    # Again and again, since it is a matter of when it comes: the index is being made meanwhile.
    for number in [signal.SIGINT, signal.SIGTERM] * 10:
        with SampleBase(binary, extra=50) as base, Server(base) as server:
            server.shake("2025-11-25")
            begin = time.monotonic()
            server.process.send_signal(number)
            checks.equal(server.process.wait(10), 0, f"{number.name} ends the server")
            checks.expect(time.monotonic() - begin < 3, "at once")
    with SampleBase(binary) as base, Server(base) as server:
        server.process.stdout.close()
        server.write({"jsonrpc": "2.0", "id": 1, "method": "ping"})
        checks.equal(server.process.wait(10), 0, "nobody reads any more")


def late_handshake(checks, binary):
    with SampleBase(binary) as base, Server(base) as server:
        server.ask("tools/list", {"_meta": META})
        checks.equal(code(server.ask("initialize", {
            "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {}})), -32022,
            "a handshake after a request without")


def cancelling(checks, binary):
    """The index is not made yet: the first question waits for it, and is cancelled while it does."""
    with SampleBase(binary, extra=3000) as base, Server(base) as server:
        server.write({"jsonrpc": "2.0", "id": "slow", "method": "tools/call", "params": {
            "name": "ask", "arguments": {"question": "ghosts"},
            "_meta": META | {"progressToken": "p"}}})
        first = server.read()
        checks.equal(first["method"], "notifications/progress", "progress of the index")
        checks.equal(first["params"]["progressToken"], "p", "it is named")
        checks.expect(first["params"]["total"] >= first["params"]["progress"], "it has a total", first)
        server.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {
            "requestId": "slow", "reason": "test"}})
        server.write({"jsonrpc": "2.0", "id": "next", "method": "tools/call", "params": {
            "name": "ask", "arguments": {"question": "ghosts"}, "_meta": META}})
        checks.equal(server.reply()["id"], "next", "a cancelled question is not answered")
        checks.expect("result" in server.ask("tools/list", {"_meta": META}), "the server goes on")


checks = Checks("wire, stdio")
for part in [handshakes, stateless]:
    with checks.section(part.__name__):
        part(checks, sys.argv[1], Server)
for part in [late_handshake, cancelling, batches, malformed, subscriptions, ending]:
    with checks.section(part.__name__):
        part(checks, sys.argv[1])
checks.finish()
