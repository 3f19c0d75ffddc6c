"""Footnote's side: the tool, and `footnote-speed`, which measures its parts."""

import json
import os

import processes
from processes import Failed

# Other names under which figures may come.
ALIASES = {
    "tokens_per_s": ("tokens_per_second", "tokens_s", "bulk_tokens_per_s"),
    "p50_ms": ("query_p50_ms", "top10_p50_ms"),
    "p99_ms": ("query_p99_ms", "top10_p99_ms"),
}


def figure(found, name):
    """A figure by its name or one of its other names; None where it is not there."""
    for key in (name, *ALIASES.get(name, ())):
        if isinstance(found.get(key), (int, float)):
            return found[key]
    return None


class Ours:
    def __init__(self, tool, speed_tool, model):
        self.tool, self.speed_tool, self.model = tool, speed_tool, model
        self.environment = dict(os.environ, NO_COLOR="1")

    def without_model(self, empty):
        """An environment in which no encoder is installed, so that only words are indexed."""
        kept = {name: value for name, value in self.environment.items() if name != "FOOTNOTE_MODEL"}
        return {**kept, "HOME": str(empty), "XDG_DATA_HOME": str(empty)}

    def measure(self, *arguments):
        """What `footnote-speed` prints, with time and memory of its process."""
        if not self.speed_tool:
            raise Failed("there is no footnote-speed")
        command = [self.speed_tool, *arguments]
        text, about = processes.run(command, environment=self.environment, accept=(0,))
        return {**about, **processes.last_object(text, command)}

    def encoder(self, texts, precision, threads):
        found = self.measure("encoder", "--model", self.model, "--texts", texts, "--precision", precision,
                             "--threads", threads, "--repeats", "1")
        rate = figure(found, "tokens_per_s")
        if rate is None and found.get("seconds"):
            rate = found["tokens"] / found["seconds"]
        return {**found, "tokens_per_s": rate, "p50_ms": figure(found, "p50_ms"), "p99_ms": figure(found, "p99_ms")}

    def limits(self, threads):
        """What `footnote-speed limits` found for that many threads, by the clock: {gemm_gflops, read_gb_per_s, …}."""
        found = self.measure("limits")
        known = {"cpu_s": found["cpu_s"]}
        for name, key in (("gemm_gflops", "sgemm_gflops"), ("read_gb_per_s", "memory_gb_per_second"),
                          ("fma_gflops", "fma_gflops"), ("int8_gops", "int8_gops")):
            value = found.get(f"{key}_{threads}")
            value = value.get("clock") if isinstance(value, dict) else value
            if isinstance(value, (int, float)) and value > 0:
                known[name] = value
        return known

    def encoder_cold(self, precision):
        """A process that opens the encoder and encodes one question."""
        return self.measure("cold-start", "--model", self.model, "--precision", precision)

    def vectors(self, rows, queries, folder, wanted):
        """Exact and approximate search: {exact: {…}, cells: {…}}. Of the runs with cells it is the fastest that
        reaches the recall wanted, else the one with the highest recall."""
        found = self.measure("vectors", rows, queries, "--folder", folder, "--queries", "200")
        exact = {**found["exact"]["k10"], "batch_ms": found["exact"]["batch_32_ms"] / 32}
        answer = {"exact": exact, "limits": found.get("limits"), "rss_kb": found["rss_kb"],
                  "cpu_s": found["cpu_s"]}
        runs = [run for run in found.get("cells", {}).get("runs", []) if run["k"] == 10]
        if runs:
            good = [run for run in runs if run["recall"] >= wanted]
            best = min(good, key=lambda run: run["p50_ms"]) if good else max(runs, key=lambda run: run["recall"])
            answer["cells"] = {**best, "build_ms": found["cells"].get("building_ms")}
        return answer

    def lexical(self, passages, queries, index):
        """Questions of each kind: {kind: {p50_ms, …}}, and what is known of the index."""
        answer = {"cpu_s": 0.0}
        for kind, path in queries.items():
            found = self.measure("lexical", passages, path, "--index", index, "--rounds", "1")
            answer[kind] = {"p50_ms": figure(found, "p50_ms"), "p99_ms": figure(found, "p99_ms")}
            answer["rss_kb"], answer["index_bytes"] = found["rss_kb"], found.get("bytes")
            answer["cpu_s"] += found["cpu_s"]
        return answer

    def lexical_build(self, passages, queries, index):
        if os.path.exists(index):
            os.remove(index)
        found = self.measure("lexical", passages, queries, "--index", index, "--rounds", "1")
        seconds = found.get("build_s")
        size = os.path.getsize(passages)
        return {**found, "index_bytes": found.get("bytes"), "mb_per_s": size / 1e6 / seconds if seconds else None}

    def index(self, root, index, environment=None, *more):
        _, figures = processes.run(
            [self.tool, "index", "--quiet", "--root", root, "--index", index, *more],
            environment=environment or self.environment, accept=(0,))
        return {**figures, "seconds": figures["wall_s"]}

    def compose_index(self, root, index, sentences):
        """An index with vectors that are composed from those of sentences: see `footnote-speed compose-index`."""
        return self.measure("compose-index", "--root", root, "--index", index, "--sentences", sentences,
                            "--model", self.model)

    def batch(self, root, index, queries, *more, environment=None):
        """Answers to a file of questions: (objects in order, figures of the process)."""
        text, figures = processes.run(
            [self.tool, "ask", "--root", root, "--index", index, "--no-refresh", "--batch", queries,
             "--format", "json", *more], environment=environment or self.environment)
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")], figures

    def ask(self, root, index, question, *more, environment=None):
        """One question in a process of its own."""
        _, figures = processes.run(
            [self.tool, "ask", "--root", root, "--index", index, "--format", "json", *more, "--", question],
            environment=environment or self.environment)
        return figures

    def status(self, root, index):
        """What the index holds, without where it lies."""
        text, _ = processes.run([self.tool, "status", "--format", "json", "--root", root, "--index", index],
                                environment=self.environment)
        found = json.loads(text)
        return {key: found.get(key) for key in ("documents", "passages", "model", "embedded", "bytes")}
