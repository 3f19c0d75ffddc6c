"""The API answers what the command line does, and HTTP's own rules hold: tags, compression, HEAD, metrics.

    python answers.py BINARY BASE
"""

import gzip
import json
import sys
import zlib
from pathlib import Path
from urllib.parse import quote, urlencode

from checks import Checks
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from prometheus_client.parser import text_string_to_metric_families
from service import serving
from wire import ask, request

PAGES = ["bacterial-code", "wiki/overview.md", "ghosts vs animals", "vibe coding", "no page of this name at all"]
CONCEPTS = ["bacterial code", "cognitive core", "Andrej Karpathy", "jagged intelligence", "nothing of this kind", "wiki/index.md"]
CITATIONS = [("wiki/index.md", "1-5", 2), ("wiki/overview.md", "3", 0), ("raw/2025/7.6.md", None, 0), ("raw/README.md", None, 0)]


def questions(base):
    lines = Path(base, "Benchmarks/judged/shipped.jsonl").read_text().splitlines()
    judged = [json.loads(line)["text"] for line in lines]
    return judged[::max(1, len(judged) // 30)][:30]


def settled(answer):
    """An answer without what differs from call to call."""
    if isinstance(answer, dict):
        return {key: value for key, value in answer.items() if key not in ("took_ms", "bytes_on_disk", "bytes")}
    return answer


class Answers:
    def __init__(self, service, checks, base):
        self.service, self.checks, self.base = service, checks, base

    def same(self, endpoint, parameters, command):
        """The API and the command line agree, also on whether there is anything."""
        query = urlencode(parameters, doseq=True, quote_via=quote)
        status, _, body = self.service.get(f"/api/{endpoint}" + (f"?{query}" if query else ""))
        printed, code = self.service.command(*command)
        what = f"{endpoint} {parameters}"
        if printed is None or code == 2:
            self.checks.expect(status in (400, 404), f"{what}: an error as on the command line", (status, body[:200]))
            return
        found = json.loads(body)
        if status != 200:
            self.checks.expect(False, f"{what}: {code} on the command line", (status, body[:200]))
            return
        if settled(found) != settled(printed):
            wrong = [key for key in {*found, *printed} - {"took_ms", "bytes"} if found.get(key) != printed.get(key)]
            self.checks.expect(False, f"{what} is as on the command line; not: {wrong}",
                               [(str(found.get(key))[:150], str(printed.get(key))[:150]) for key in wrong])
        else:
            self.checks.expect(True, what)

    def commands(self):
        asked = questions(self.base)
        for number, question in enumerate(asked):
            options = [
                ({}, []), ({"n": 3, "mode": "lexical"}, ["-n", "3", "--mode", "lexical"]),
                ({"layer": "wiki", "fold": "true"}, ["--layer", "wiki", "--fold"]),
                ({"budget": 300, "per_document": 1}, ["--budget", "300", "--per-document", "1"]),
                ({"after": "2025-06", "before": "2026", "strict": "true"}, ["--after", "2025-06", "--before", "2026", "--strict"]),
                ({"mode": "semantic", "path": "raw/2025"}, ["--mode", "semantic", "--path", "raw/2025"]),
            ][number % 6]
            self.same("ask", {"q": question, **options[0]}, ["ask", "--no-refresh", *options[1], "--", question])
        for question in asked[:6]:
            self.same("timeline", {"q": question, "n": 5}, ["timeline", "--no-refresh", "-n", "5", "--", question])
            self.same("related", {"target": question}, ["related", "--no-refresh", "--", question])
        self.same("timeline", {"layer": "raw"}, ["timeline", "--no-refresh", "--layer", "raw"])
        for concept in CONCEPTS:
            self.same("sources", {"concept": concept, "passages": 1}, ["sources", "--no-refresh", "--passages", "1", "--", concept])
        for page in PAGES:
            self.same("related", {"target": page, "n": 4}, ["related", "--no-refresh", "-n", "4", "--", page])
            self.same("provenance", {"page": page}, ["provenance", "--no-refresh", "--", page])
        self.same("provenance", {"page": "bacterial-code", "unsupported": "true", "passages": 1},
                  ["provenance", "--no-refresh", "--unsupported", "-n", "1", "--", "bacterial-code"])
        self.same("status", {}, ["status"])
        self.same("graph", {}, ["graph", "--no-refresh"])
        self.same("graph", {"around": "bacterial-code", "depth": 2, "missing": "true", "lists": "true"},
                  ["graph", "--no-refresh", "--around", "bacterial-code", "--depth", "2", "--missing", "--lists"])
        for path, lines, context in CITATIONS:
            cited = path + (f":{lines}" if lines else "")
            self.same("documents/" + quote(path), {**({"lines": lines} if lines else {}), **({"context": context} if context else {})},
                      ["show", "--no-refresh", "--context", str(context), "--", cited])

    def schemas(self):
        """The description holds, and each answer fits it."""
        status, fields, body = self.service.get("/api/openapi.json")
        self.checks.equal(status, 200, "the description")
        document = json.loads(body)
        OpenAPIV31SpecValidator(document).validate()
        self.checks.expect(document["openapi"].startswith("3.1."), "OpenAPI 3.1", document["openapi"])
        for path, items in document["paths"].items():
            target = {"/api/documents/{path}": "/api/documents/wiki/index.md", "/api/ask": "/api/ask?q=ghosts", "/api/sources":
                      "/api/sources?concept=ghosts", "/api/related": "/api/related?target=wiki/index.md",
                      "/api/provenance": "/api/provenance?page=bacterial-code"}.get(path, path)
            status, fields, body = self.service.get(target)
            content = items["get"]["responses"]["200"]["content"]
            kind = fields["content-type"].split(";")[0]
            self.checks.expect(status == 200 and kind in content, f"{path}: {list(content)}", (status, kind))
            if "json" in kind:
                schema = {**content[kind]["schema"], "components": document["components"]}
                wrong = [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(body))]
                self.checks.expect(not wrong, f"{path} fits its schema", wrong[:3])

    targets = ["/api/ask?q=bacterial%20code", "/api/documents/wiki/index.md", "/api/openapi.json", "/api/status", "/api/graph",
               "/api/sources?concept=ghosts", "/api/timeline?n=20", "/", "/doc/wiki/index.md", "/help"]

    def tags(self):
        """The same tag for the same answer, 304 for who has it, another for another."""
        seen = set()
        for target in self.targets:
            status, fields, body = self.service.get(target)
            tag = fields.get("etag")
            self.checks.equal(status, 200, target)
            if not tag:
                self.checks.expect(not target.startswith("/api/"), f"{target} has a tag", fields)
                continue
            self.checks.expect(tag not in seen, f"{target} has a tag of its own", tag)
            seen.add(tag)
            self.checks.equal(self.service.get(target)[1]["etag"], tag, f"{target} again")
            plain = tag.removeprefix("W/")
            for known in [tag, plain, "*", f'"x", {tag}', f'"x",{plain},"y"', f'{tag} , "z"']:
                for method in ["GET", "HEAD"]:
                    status, fields, left = self.service.get(target, method, If_None_Match=known)
                    self.checks.equal((status, left, fields.get("etag")), (304, b"", tag), f"{method} {target} If-None-Match {known}")
            for known in ['"x"', plain.strip('"'), plain[:-2] + '"', "", f"x{plain}", '"' + plain.strip('"') + 'x"']:
                self.checks.equal(self.service.get(target, If_None_Match=known)[0], 200, f"{target} If-None-Match {known}")
            self.checks.equal(self.service.get(target, Range="bytes=0-3")[0], 200, f"{target} knows no ranges")

    def compression(self):
        for target in self.targets:
            status, fields, plain = self.service.get(target)
            if "took_ms" in plain.decode(errors="replace"):
                plain = None
            for accepted in ["gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.5", "GZIP", "*"]:
                status, coded, body = self.service.get(target, Accept_Encoding=accepted)
                self.checks.expect("accept-encoding" in coded.get("vary", "").lower(), f"{target} varies", coded)
                kind = coded.get("content-encoding")
                if kind == "gzip":
                    body = gzip.decompress(body)
                elif kind == "deflate":
                    body = zlib.decompress(body)
                elif accepted == "gzip" and int(fields["content-length"]) > 2000:
                    self.checks.expect(False, f"{target} is compressed for {accepted}", coded)
                if plain is not None:
                    self.checks.expect(body == plain, f"{target} is the same compressed for {accepted}", len(body))
                else:
                    json.loads(body)
            for refused in ["identity", "gzip;q=0", "", "br", "gzip;q=0.000"]:
                coded = self.service.get(target, Accept_Encoding=refused)[1]
                self.checks.expect("content-encoding" not in coded, f"{target} is not compressed for {refused!r}", coded)
            for accepted in [None, "gzip"]:
                more = {"Accept_Encoding": accepted} if accepted else {}
                head = ask(self.service.port, request(self.service, target, "HEAD", fields=[
                    ("Accept-Encoding", accepted), ("Connection", "close")] if accepted else [("Connection", "close")]),
                    methods=(b"HEAD",), count=None)
                self.checks.equal([answer.status for answer in head], [200], f"HEAD {target}")
                get = self.service.get(target, **more)[1]
                own = {name: value for name, value in head[0].fields}
                for name in ["content-type", "etag", "vary", "cache-control"]:
                    self.checks.equal(own.get(name), get.get(name), f"HEAD {target} for {accepted}: {name}")
                if not accepted and "took_ms" not in self.service.get(target)[2].decode(errors="replace"):
                    self.checks.equal(own.get("content-length"), get.get("content-length"), f"HEAD {target}: length")

    def metrics(self):
        def read():
            status, fields, body = self.service.get("/metrics")
            self.checks.expect(fields["content-type"].startswith("text/plain; version=0.0.4"), "kind of the metrics", fields)
            return {(sample.name, tuple(sorted(sample.labels.items()))): sample.value
                    for family in text_string_to_metric_families(body.decode()) for sample in family.samples}

        before = read()
        for _ in range(7):
            self.service.get("/api/status")
        self.service.get("/api/documents/nowhere.md")
        for number in range(50):
            self.service.get(f"/api/documents/unknown-{number}.md")
            self.service.get(f"/unknown-{number}/x")
        after = read()

        def grown(name, **labels):
            key = (name, tuple(sorted(labels.items())))
            return after.get(key, 0) - before.get(key, 0)

        self.checks.equal(grown("footnote_http_requests_total", route="/api/status", status="200"), 7, "requests are counted")
        self.checks.equal(grown("footnote_http_requests_total", route="/api/documents", status="404"), 51, "errors too")
        self.checks.equal(grown("footnote_http_request_duration_seconds_count", route="/api/status"), 7, "times are counted")
        self.checks.equal(grown("footnote_http_request_duration_seconds_bucket", route="/api/status", le="+Inf"), 7, "+Inf")
        self.checks.expect(len(after) - len(before) < 60, "unknown addresses make no labels", len(after) - len(before))
        buckets = [(float(dict(key[1])["le"]), value) for key, value in after.items()
                   if key[0].endswith("_bucket") and dict(key[1])["route"] == "/api/status"]
        self.checks.expect(buckets == sorted(buckets) and [v for _, v in buckets] == sorted(v for _, v in buckets), "buckets grow", buckets)
        status = self.service.json("status")
        self.checks.equal(after[("footnote_index_documents", ())], status["documents"], "documents")
        self.checks.equal(after[("footnote_up", ())], 1, "up")


def main():
    binary, base = sys.argv[1:3]
    checks = Checks("answers")
    with serving(binary, base) as service:
        service.wait()
        answers = Answers(service, checks, base)
        for part in sys.argv[3:] or ["schemas", "commands", "tags", "compression", "metrics"]:
            with checks.section(part):
                getattr(answers, part)()
        checks.equal(service.stop(), 0, "exit status")
    checks.finish()


if __name__ == "__main__":
    main()
