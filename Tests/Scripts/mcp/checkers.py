"""Conformance checkers that others have written, over both transports."""

import json
import os
import subprocess
import sys
from pathlib import Path

from checks import Checks
from sample_base import SampleBase

TOOLS = Path(sys.executable).parent


def start(base, *command):
    """What a checker leaves behind goes away with the knowledge base."""
    return subprocess.run(
        command, cwd=base.root.parent, env=os.environ | base.environment, capture_output=True, text=True,
        timeout=120, check=False)


def run(checks, base, what, *command):
    """Runs a checker; it is content if its exit status is 0."""
    result = start(base, *command)
    checks.expect(result.returncode == 0, what)
    if result.returncode != 0:
        print(result.stdout + result.stderr)


def fuzz(checks, base, what, examples, *target):
    """Calls every tool with arguments that are made from its schema, right and wrong ones."""
    report = base.root.parent / "report.json"
    result = start(
        base, TOOLS / "toolproof", "fuzz", "--examples", str(examples), "--seed", "1", "--json", report,
        *target)
    if not report.exists():
        print(result.stdout + result.stderr)
    tools = json.loads(report.read_text())["fuzz"]["tools"]
    checks.equal(len(tools), 7, f"{what}: every tool is called")
    for tool in tools:
        # An optional argument that is null counts as left out: models write it so.
        findings = [
            finding for finding in tool["findings"]
            if finding["kind"] != "accepted-invalid" or None not in finding["input"].values()]
        checks.expect(not findings, f"{what}: {tool['tool']}", findings)


def revision(checks, base, address):
    """The rules of revision 2026-07-28 over HTTP."""
    report = base.root.parent / "mcpcheck.json"
    run(checks, base, "mcpcheck", TOOLS / "mcpcheck", "--legacy-probes", "--output", report, address)
    findings = [
        finding["code"] for check in json.loads(report.read_text())["checks"]
        for finding in check["failures"] + check["warnings"]]
    # That revision advises new servers against logging; those before have it, and whoever asks is served.
    checks.equal(findings, ["discover.logging_deprecated"], "mcpcheck's findings")


def stdio(checks, base):
    command = " ".join(f"'{part}'" for part in base.command)
    run(checks, base, "mcp-conform", sys.executable, "-m", "mcp_probe", "server",
        "--transport", "stdio", "--command", command)
    run(checks, base, "mcp-lighthouse", TOOLS / "mcp-lighthouse", "scan", "--fail-under", "100",
        "--verbose", "--stdio", command)
    fuzz(checks, base, "toolproof", 60, "--", *base.command)


def http(checks, base):
    with base.serve() as address:
        revision(checks, base, address)
        run(checks, base, "mcp-lighthouse", TOOLS / "mcp-lighthouse", "scan", "--fail-under", "100",
            "--verbose", "--http", address)
        for lifecycle in ["stateful", "stateless"]:
            run(checks, base, f"mcp-ssrf-check, {lifecycle}", TOOLS / "mcp-ssrf-check",
                "--lifecycle", lifecycle, "--url", address)
        fuzz(checks, base, "toolproof", 20, "--url", address)


checks = Checks("checkers, " + sys.argv[2])
with SampleBase(sys.argv[1]) as base, checks.section(sys.argv[2]):
    {"stdio": stdio, "http": http}[sys.argv[2]](checks, base)
checks.finish()
