"""Runs a program on a pseudo-terminal as a shell runs a job, and follows what the terminal shows.

    pty-session.py REQUEST.json

The request names `arguments`, `stdout` (a file), `stderr` (a file), `columns`, `rows`, and `steps`:

    ["wait", TEXT]       until the screen shows the text          ["gone", TEXT]      until it does not
    ["send", TEXT]       keys                                     ["resize", C, R]
    ["signal", NAME]     to the program, as in ["signal", "TERM"] ["pause", SECONDS]
    ["stopped"]          until the job is stopped                 ["continue"]        as `fg` does
    ["screen"]           keeps what the terminal looks like       ["exit"]            until the job ends
    ["hangup"]           closes the terminal
    ["editor", N]        until the file `editor.log` beside stdout has N lines

The result is printed as JSON: `screens`, `status` (negative for a signal), `before` and `after` (the state
of the terminal), `failed` (the step that did not come true).
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import unicodedata

PATIENCE = 20.0


class Screen:
    """As much of a terminal as a full-screen program needs."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.modes = {25: True, 7: True, 1049: False, 2004: False}
        self.titles = []
        self.pending = b""
        self.clear()

    def clear(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.row = self.column = 0

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.clear()

    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]

    def feed(self, data):
        data = self.pending + data
        self.pending = b""
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            if error.end < len(data) and error.start < len(data) - 4:
                raise
            self.pending = data[error.start:]
            text = data[: error.start].decode()
        index = 0
        while index < len(text):
            if text[index] == "\x1b":
                length = self.sequence(text[index:])
                if length == 0:
                    self.pending = text[index:].encode() + self.pending
                    return
                index += length
            else:
                self.put(text[index])
                index += 1

    def sequence(self, text):
        if len(text) < 2:
            return 0
        if text[1] == "]":
            for end in ("\x07", "\x1b\\"):
                place = text.find(end)
                if place > 0:
                    self.titles.append(text[2:place])
                    return place + len(end)
            return 0
        if text[1] != "[":
            return 2
        for place in range(2, len(text)):
            if "@" <= text[place] <= "~":
                self.control(text[2:place], text[place])
                return place + 1
        return 0

    def control(self, parameters, final):
        if parameters.startswith("?"):
            if final in "hl":
                mode = int(parameters[1:])
                self.modes[mode] = final == "h"
                if mode == 1049:
                    self.clear()
            return
        numbers = [int(p or 0) for p in parameters.split(";")] if parameters else []
        if final == "H":
            numbers += [1, 1][len(numbers):]
            self.row = min(max(numbers[0], 1), self.rows) - 1
            self.column = min(max(numbers[1], 1), self.columns) - 1
        elif final == "K":
            self.cells[self.row][self.column:] = [" "] * (self.columns - self.column)
        elif final == "J":
            self.cells = [[" "] * self.columns for _ in range(self.rows)]

    def put(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.row = min(self.row + 1, self.rows - 1)
        elif character >= " ":
            if unicodedata.category(character) in ("Mn", "Me", "Cf"):
                return
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            # Without wrapping, what is too long overwrites the last column.
            column = min(self.column, self.columns - width)
            if column < 0:
                return
            self.cells[self.row][column] = character
            if width == 2:
                self.cells[self.row][column + 1] = ""
            self.column = min(column + width, self.columns)


def shell(request, slave, orders, reports):
    """The parent of the job: gives it the terminal, and takes it back."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    gate, key = os.pipe()
    job = os.fork()
    if job == 0:
        if request.get("own_group", True):
            os.setpgid(0, 0)
        os.read(gate, 1)
        # Whoever runs the tests may have blocked or ignored anything.
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        os.dup2(slave, 0)
        os.dup2(os.open(request["stdout"], flags, 0o600), 1)
        os.dup2(os.open(request["stderr"], flags, 0o600), 2)
        os.closerange(3, 64)
        os.execv(request["arguments"][0], request["arguments"])
    if request.get("own_group", True):
        os.setpgid(job, job)
        os.tcsetpgrp(slave, job)
    os.write(reports, f"job {job}\n".encode())
    os.write(key, b"x")
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            os.tcsetpgrp(slave, os.getpid())
            os.write(reports, b"stopped\n")
            os.read(orders, 1)
            os.tcsetpgrp(slave, job)
            os.kill(-job, signal.SIGCONT)
        else:
            code = os.waitstatus_to_exitcode(status)
            os.write(reports, f"ended {code}\n".encode())
            os._exit(0)


class Session:
    def __init__(self, request):
        self.master, slave = pty.openpty()
        self.screen = Screen(request["columns"], request["rows"])
        self.set_size(request["columns"], request["rows"])
        self.before = self.state()
        self.output_folder = os.path.dirname(request["stdout"])
        orders, self.orders = os.pipe()
        self.reports, reports = os.pipe()
        if os.fork() == 0:
            os.close(self.master)
            try:
                shell(request, slave, orders, reports)
            finally:
                os._exit(1)
        self.slave = slave
        os.close(reports)
        self.log = ""
        self.status = None
        self.job = None
        self.screens = []

    def set_size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def state(self):
        settings = termios.tcgetattr(self.master)
        return json.loads(json.dumps(settings, default=lambda value: value.hex()))

    def pump(self, seconds):
        readable = [fd for fd in (self.master, self.reports) if fd is not None]
        ready, _, _ = select.select(readable, [], [], seconds)
        if self.master in ready:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                data = b""
            self.screen.feed(data)
        if self.reports in ready:
            data = os.read(self.reports, 4096).decode()
            if not data:
                self.reports = None
            self.log += data
        for line in self.log.splitlines():
            if line.startswith("job "):
                self.job = int(line[4:])
            if line.startswith("ended "):
                self.status = int(line[6:])

    def until(self, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                return False
            self.pump(0.02)
        return True

    def text(self):
        return "\n".join(self.screen.lines())

    def editor_lines(self):
        try:
            with open(os.path.join(self.output_folder, "editor.log")) as file:
                return len(file.readlines())
        except OSError:
            return 0

    def step(self, name, *values):
        if name == "wait":
            return self.until(lambda: values[0] in self.text())
        if name == "gone":
            return self.until(lambda: values[0] not in self.text())
        if name == "send":
            os.write(self.master, values[0].encode())
        elif name == "resize":
            self.screen.resize(*values)
            self.set_size(*values)
        elif name == "signal":
            if not self.until(lambda: self.job):
                return False
            os.kill(self.job, getattr(signal, "SIG" + values[0]))
        elif name == "pause":
            end = time.monotonic() + values[0]
            while time.monotonic() < end:
                self.pump(0.02)
        elif name == "stopped":
            found = self.until(lambda: "stopped\n" in self.log)
            self.log = self.log.replace("stopped\n", "", 1)
            return found
        elif name == "continue":
            os.write(self.orders, b"x")
        elif name == "editor":
            return self.until(lambda: self.editor_lines() >= values[0])
        elif name == "screen":
            self.screens.append(
                {
                    "lines": self.screen.lines(),
                    "cursor": [self.screen.row, self.screen.column],
                    "modes": {str(k): v for k, v in self.screen.modes.items()},
                    "titles": self.screen.titles,
                    "state": self.state(),
                }
            )
        elif name == "exit":
            if not self.until(lambda: self.status is not None):
                return False
            self.pump(0.05)
        elif name == "hangup":
            os.close(self.slave)
            os.close(self.master)
            self.master = self.slave = None
        else:
            raise ValueError(name)
        return True


def main():
    with open(sys.argv[1]) as file:
        request = json.load(file)
    session = Session(request)
    failed = None
    for index, step in enumerate(request["steps"]):
        if not session.step(*step):
            failed = f"step {index}: {step}"
            break
    result = {
        "failed": failed,
        "status": session.status,
        "screens": session.screens,
        "before": session.before,
        "after": session.state() if session.master is not None else None,
        "modes": {str(k): v for k, v in session.screen.modes.items()},
        "last": session.screen.lines(),
    }
    if session.status is None and session.job:
        try:
            os.kill(session.job, signal.SIGKILL)
        except ProcessLookupError:
            pass
    print(json.dumps(result))


main()
