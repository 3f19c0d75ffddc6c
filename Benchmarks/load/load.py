#!/usr/bin/env python3
"""Load on `footnote serve`: wrk asks /api/ask, beside the same questions answered in one process without a server.

    load.py --footnote BINARY --in-process BINARY --root KNOWLEDGE_BASE --questions FILE... [--out FILE]

Rounds alternate between both, so that whatever else the machine does meets both. Questions are JSON lines with
`text` or `concept`, each asked once in turn. Prints a table, and writes JSON with --out. Needs wrk (Debian: wrk).
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent


def questions(files, count):
    found = []
    for name in files:
        for line in open(name, encoding="utf-8"):
            item = json.loads(line)
            text = item.get("text") or item.get("concept")
            if text and text not in found:
                found.append(text)
    return found[:count]


def resident(pid):
    """Kilobytes of memory that a process holds."""
    for line in open(f"/proc/{pid}/status", encoding="utf-8"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def wait_until_ready(address):
    for _ in range(1200):
        try:
            with urllib.request.urlopen(address + "api/status", timeout=10) as reply:
                if json.load(reply)["embedded"] == 1:
                    return
        except OSError:
            pass
        time.sleep(0.25)
    sys.exit("load: the index is not complete after five minutes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--footnote", required=True)
    parser.add_argument("--in-process", required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--index")
    parser.add_argument("--questions", nargs="+", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out")
    options = parser.parse_args()

    asked = questions(options.questions, options.count)
    folder = tempfile.TemporaryDirectory()
    plain = pathlib.Path(folder.name, "questions.txt")
    plain.write_text("\n".join(q.replace("\n", " ") for q in asked) + "\n", encoding="utf-8")
    encoded = pathlib.Path(folder.name, "questions.encoded")
    encoded.write_text("\n".join(urllib.parse.quote(q) for q in asked) + "\n", encoding="utf-8")

    place = ["--index", options.index] if options.index else []
    server = subprocess.Popen(
        [options.footnote, "serve", "--root", options.root, "--port", "0", *place],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = server.stdout.readline().strip()
        wait_until_ready(address)
        environment = dict(os.environ, QUESTIONS=str(encoded))

        def load(seconds):
            run = subprocess.run(
                ["wrk", "-t2", f"-c{options.connections}", f"-d{seconds}s", "--timeout", "10s",
                 "-s", str(HERE / "questions.lua"), address],
                capture_output=True, text=True, env=environment, check=True)
            return json.loads(run.stdout.strip().splitlines()[-1])

        def alone(seconds):
            run = subprocess.run(
                [options.in_process, options.root, str(plain), str(seconds),
                 *([options.index] if options.index else [])],
                capture_output=True, text=True, check=True)
            return json.loads(run.stdout.strip().splitlines()[-1])["per_second"]

        load(3)
        rounds = []
        for _ in range(options.rounds):
            before = resident(server.pid)
            served = load(options.seconds)
            after = resident(server.pid)
            rate = served["requests"] / served["seconds"]
            inside = alone(options.seconds)
            rounds.append({
                "served_per_second": rate, "in_process_per_second": inside, "ratio": rate / inside,
                "p50_ms": served["p50_ms"], "p99_ms": served["p99_ms"],
                "p99_over_p50": served["p99_ms"] / served["p50_ms"],
                "errors": sum(served["errors"].values()), "requests": served["requests"],
                "rss_before_kb": before, "rss_after_kb": after,
            })
            print(json.dumps(rounds[-1]), flush=True)
    finally:
        server.terminate()
        server.wait()

    report = {
        "questions": len(asked), "connections": options.connections, "seconds": options.seconds,
        "cores": os.cpu_count(), "rounds": rounds,
        "median": {key: statistics.median(r[key] for r in rounds) for key in rounds[0]},
    }
    print(json.dumps(report["median"], indent=1))
    if options.out:
        pathlib.Path(options.out).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    if any(r["errors"] for r in rounds):
        sys.exit("load: there were errors")


if __name__ == "__main__":
    main()
