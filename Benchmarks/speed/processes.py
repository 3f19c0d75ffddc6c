"""Processes whose time and memory are measured, and drivers that answer one run at a time."""

import json
import os
import subprocess
import sys
import tempfile
import time


class Failed(Exception):
    """A contestant that could not be measured, with the reason in one line."""


def _memory_kb(usage):
    return usage.ru_maxrss // 1024 if sys.platform == "darwin" else usage.ru_maxrss


def run(command, *, environment=None, folder=None, accept=(0, 1), to=None):
    """Runs a command to its end. Returns (what it printed, figures): wall-clock time from before the fork to the end of
    the process, processor time, the most memory it held."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        target = open(to, "wb") if to else out
        try:
            start = time.perf_counter()
            child = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=target,
                                     stderr=errors, env=environment, cwd=folder)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        except OSError as error:
            raise Failed(f"{command[0]}: {error.strerror}") from error
        finally:
            if to:
                target.close()
        if child.returncode not in accept:
            errors.seek(0)
            last = errors.read().decode("utf-8", "replace").strip().splitlines()
            raise Failed(f"{os.path.basename(str(command[0]))} ended with {child.returncode}"
                         f"{': ' + last[-1][:300] if last else ''}")
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    figures = {"wall_s": wall, "cpu_s": usage.ru_utime + usage.ru_stime, "rss_kb": _memory_kb(usage)}
    return text, figures


def last_object(text, command):
    """The last line of what was printed that is a JSON object, or the whole as one."""
    for line in [text, *reversed(text.splitlines())]:
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    raise Failed(f"{os.path.basename(str(command[0]))} printed no JSON object")


def processor_seconds(pid):
    """Processor time that a process has used so far, its finished children included; 0 where it is not known."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0


class Worker:
    """A driver of Benchmarks/peers that stays: prepared once, it runs when it is asked to."""

    def __init__(self, command, environment=None):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*(str(part) for part in command), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.errors, text=True, env=environment)
        self.used = 0.0
        try:
            self.about = self._answer()
        except Failed:
            self.close()
            raise

    def _answer(self):
        for line in iter(self.process.stdout.readline, ""):
            if line.startswith("{"):
                return json.loads(line)
        self.process.wait()
        self.errors.seek(0)
        last = self.errors.read().decode("utf-8", "replace").strip().splitlines()
        raise Failed(last[-1][:300] if last else f"the driver ended with {self.process.returncode}")

    def __call__(self):
        before = processor_seconds(self.process.pid)
        try:
            self.process.stdin.write("run\n")
            self.process.stdin.flush()
        except OSError as error:
            raise Failed(f"the driver is gone: {error.strerror}") from error
        figures = self._answer()
        figures["cpu_s"] = processor_seconds(self.process.pid) - before
        return figures

    def close(self):
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.close()
