"""Requests written by hand to `/mcp` of `footnote serve`: every revision against the models of the official SDK,
and what no client of good will sends."""

import http.client
import json
import sys
import time

from checks import Checks
from http_client import KINDS, HTTPClient
from revisions import META, code, handshakes, stateless
from sample_base import SampleBase

PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
PAGE = "footnote://document/wiki/concepts/ghosts.md"
EVENTS = {"Accept": "text/event-stream"}


def sessions(checks, binary):
    with SampleBase(binary) as base, HTTPClient(base) as client:
        checks.equal(client.post(PING).status, 400, "a request without a session")
        checks.equal(client.post(PING, {"Mcp-Session-Id": "made-up"}).status, 404, "a made-up session")
        client.shake("2025-06-18")
        first = client.session
        checks.equal(client.post(PING, first).status, 200, "a request in the session")
        other = first | {"MCP-Protocol-Version": "2025-11-25"}
        checks.equal(client.post(PING, other).status, 400, "another revision than the session's")
        client.shake("2025-11-25")
        checks.expect(first["Mcp-Session-Id"] != client.session["Mcp-Session-Id"], "sessions have names")
        note = {"jsonrpc": "2.0", "method": "notifications/nothing"}
        checks.equal(client.post(note, client.session).status, 202, "what has no answer")
        checks.equal(client.send("DELETE", None, client.session).status, 204, "the end of a session")
        checks.equal(client.post(PING, client.session).status, 404, "a session that is over")
        checks.equal(client.post(PING, first).status, 200, "the other one goes on")
        for _ in range(100):
            client.shake("2025-11-25")
        checks.equal(client.post(PING, client.session).status, 200, "forgotten sessions make room")


def streams(checks, binary):
    with SampleBase(binary) as base, HTTPClient(base) as client:
        client.shake("2025-11-25")
        stream = client.send("GET", None, client.session | EVENTS)
        checks.equal((stream.status, stream.is_stream), (200, True), "the stream of a session")
        checks.equal(client.send("GET", None, client.session | EVENTS).status, 409, "a second one")
        events = stream.events()
        checks.expect("result" in client.ask("resources/subscribe", {"uri": PAGE}), "a subscription")
        base.write("wiki/concepts/ghosts.md", "# Ghosts\n\nAnother text.\n")
        message = next(event for event in events if event is not None)
        checks.equal(message["method"], "notifications/resources/updated", "a change is told")
        checks.equal(message["params"]["uri"], PAGE, "it is the document's")
        client.send("DELETE", None, client.session)
        checks.equal([event for event in events if event], [], "the stream ends with its session")

        client.shake("2025-11-25")
        stream = client.send("GET", None, client.session | EVENTS)
        stream.response.close()
        again = 409
        for _ in range(50):
            again = client.send("GET", None, client.session | EVENTS).status
            if again == 200:
                break
            time.sleep(0.1)
        checks.equal(again, 200, "who went away may come back")

        answer = client.request("tools/call", {
            "name": "ask", "arguments": {"question": "ghosts"}, "_meta": {"progressToken": "p"}})
        methods = [message.get("method") for message in answer.messages()]
        checks.expect(answer.is_stream and methods[0] == "notifications/progress", "progress is told")
        checks.equal(methods[-1], None, "the answer comes last")


def subscriptions(checks, binary):
    listen = {"_meta": META, "notifications": {"resourceSubscriptions": [PAGE]}}
    with SampleBase(binary) as base, HTTPClient(base) as client:
        # Requests without session are bounded: those of clients that went away must not count.
        for _ in range(300):
            client.request("subscriptions/listen", listen).response.close()
        time.sleep(0.5)
        checks.expect("result" in client.ask("tools/list", {"_meta": META}), "whoever leaves is forgotten")
        events = client.request("subscriptions/listen", listen).events()
        method = next(events)["method"]
        checks.equal(method, "notifications/subscriptions/acknowledged", "it is acknowledged")
        base.write("wiki/concepts/ghosts.md", "# Ghosts\n\nAnother text.\n")
        message = next(event for event in events if event is not None)
        checks.equal(message["params"]["uri"], PAGE, "a change is told")
        # The server is told to stop while the stream is open; leaving the block waits for that.


def hostile(checks, binary):
    with SampleBase(binary) as base, HTTPClient(base) as client:
        client.shake("2025-11-25")
        session = client.session
        own = f"http://127.0.0.1:{client.port}"
        for headers, host, status, what in [
            ({}, "evil.example", 403, "another host"), ({}, "", 400, "no host"),
            ({}, f"evil.example:{client.port}", 403, "another host with the port"),
            ({"Origin": "https://evil.example"}, None, 403, "another origin"),
            ({"Origin": "null"}, None, 403, "an origin without a name"),
            ({"Origin": own + ".evil.example"}, None, 403, "an origin that begins so"),
            ({"Origin": own}, None, 200, "its own origin"),
            ({}, f"localhost:{client.port}", 200, "localhost"),
        ]:
            answer = client.send("POST", json.dumps(PING).encode(), KINDS | session | headers, host)
            if status == 400:
                checks.expect(answer.status in (400, 403), what, answer.status)
            else:
                checks.equal(answer.status, status, what)
        for body, status in [
            (b"nonsense", 400), (b"", 400), (b"{", 400), (b"\xff", 400), (b"[" * 100_000, 400),
            (b'{"x":' * 70 + b"1" + b"}" * 70, 400), (b"[" + b"1," * 300_000 + b"1]", 400),
        ]:
            checks.equal(client.post(body, session).status, status, f"the body {body[:20]!r}")
        for body in [b"7", b"{}", b"[]", b'{"jsonrpc":"2.0","id":null,"method":"ping"}']:
            answer = client.post(body, session)
            checks.equal(code(answer.messages()[0]), -32600, f"the body {body!r}")
        kinds = KINDS | {"Content-Type": "text/plain"}
        checks.equal(client.post(PING, session, kinds).status, 415, "text is no message")
        kinds = KINDS | {"Accept": "text/html"}
        checks.equal(client.post(PING, session, kinds).status, 406, "a client that wants no JSON")
        for method in ["PUT", "PATCH"]:
            checks.equal(client.send(method, b"{}", KINDS | session).status, 405, method)
        batch = [PING, PING | {"id": 2}]
        checks.equal(code(client.post(batch, session).messages()[0]), -32600, "a batch where there are none")
        client.shake("2025-03-26")
        answers = client.post(batch, client.session).messages()[0]
        checks.equal(sorted(answer["id"] for answer in answers), [1, 2], "a batch")
        checks.equal(client.post(PING, session).status, 200, "the server goes on")


def oversize(checks, binary):
    with SampleBase(binary) as base, HTTPClient(base) as client:
        client.shake("2025-11-25")
        for is_chunked in [False, True]:
            connection = http.client.HTTPConnection(client.host, client.port, timeout=30)
            piece = b"x" * 65_536
            headers = KINDS | client.session
            if not is_chunked:
                headers = headers | {"Content-Length": str(len(piece) * 64)}
            try:
                connection.request(
                    "POST", client.path, (piece for _ in range(64)), headers, encode_chunked=is_chunked)
                status = connection.getresponse().status
            except OSError:
                # Closed before everything was sent: no answer was waited for.
                status = 413
            checks.equal(status, 413, "a body that is too long, in chunks" if is_chunked else "a long body")
            connection.close()
        checks.equal(client.post(PING, client.session).status, 200, "the server goes on")


checks = Checks("wire, http")
for part in [handshakes, stateless]:
    with checks.section(part.__name__):
        part(checks, sys.argv[1], HTTPClient)
for part in [sessions, streams, subscriptions, hostile, oversize]:
    with checks.section(part.__name__):
        part(checks, sys.argv[1])
checks.finish()
