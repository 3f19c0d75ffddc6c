"""A client of the HTTP transport that writes what it is told to."""

import http.client
import json
from urllib.parse import urlsplit

VERSION = "io.modelcontextprotocol/protocolVersion"
NAMED = {"tools/call": "name", "prompts/get": "name", "resources/read": "uri"}
KINDS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


class Answer:
    def __init__(self, response):
        self.response = response
        self.status = response.status
        self.headers = response.headers
        self.is_stream = response.headers.get("Content-Type", "").startswith("text/event-stream")

    def events(self):
        """Messages of the stream, as they come; `None` for a sign of life."""
        data = []
        while line := self.response.readline():
            line = line.decode().rstrip("\r\n")
            if line.startswith("data:"):
                data.append(line[5:].strip())
            elif not line:
                yield json.loads("\n".join(data)) if data else None
                data = []

    def messages(self):
        if self.is_stream:
            return [message for message in self.events() if message is not None]
        text = self.response.read()
        return [json.loads(text)] if text else []


class HTTPClient:
    """A web server over a knowledge base, and its client."""

    # A request of another era needs no session, and is answered.
    other_era = None

    def __init__(self, base):
        self.serving = base.serve()
        self.session = {}
        self.number = 0

    def __enter__(self):
        parts = urlsplit(self.serving.__enter__())
        self.host, self.port, self.path = parts.hostname, parts.port, parts.path
        return self

    def __exit__(self, *failure):
        return self.serving.__exit__(*failure)

    def send(self, method, body=None, headers=None, host=None):
        """A request on a connection of its own, which the answer keeps open."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        connection.putrequest(method, self.path, skip_host=host is not None, skip_accept_encoding=True)
        if host is not None:
            connection.putheader("Host", host)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        return Answer(connection.getresponse())

    def post(self, message, headers=None, kinds=KINDS):
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        return self.send("POST", body, kinds | (headers or {}))

    def headers(self, method, params):
        """What a client of good will says of a request."""
        version = params.get("_meta", {}).get(VERSION)
        if self.session and version is None:
            return self.session
        version = version or "2026-07-28"
        headers = {"MCP-Protocol-Version": version, "Mcp-Method": method}
        if method in NAMED and NAMED[method] in params:
            headers["Mcp-Name"] = params[NAMED[method]]
        return self.session | headers

    def request(self, method, params=None):
        params = params or {}
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        return self.post(message, self.headers(method, params))

    def ask(self, method, params=None):
        """The answer to a request."""
        for message in self.request(method, params).messages():
            if message.get("id") == self.number:
                return message
        return None

    def shake(self, version):
        self.session = {}
        answer = self.post({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
            "protocolVersion": version, "capabilities": {},
            "clientInfo": {"name": "wire", "version": "1"}}})
        result = answer.messages()[0]["result"]
        self.session = {
            "Mcp-Session-Id": answer.headers["Mcp-Session-Id"],
            "MCP-Protocol-Version": result["protocolVersion"]}
        self.post({"jsonrpc": "2.0", "method": "notifications/initialized"}, self.session)
        return result
