#!/usr/bin/env python3
"""The least that reading a folder of markdown can cost, and what other programs take for the same.

    files.py --task stat|read|hash|parse|git|words --root FOLDER

`stat` asks for size and time of every markdown file; `read` also reads it, `hash` also computes its sha256, `parse`
parses it with cmark-gfm (the library that Footnote parses with) to a page of HTML. `git` is `git status` in a
repository of the same files, whose index knows them all. `words` reads, cuts into passages at blank lines and builds a
full-text index (SQLite FTS5) of them.
"""

import hashlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time

import driver


def markdown(root):
    folders = [root]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(".md"):
                    yield entry


def contents(root):
    for entry in markdown(root):
        with open(entry.path, "rb") as file:
            yield file.read()


def stat(root):
    for entry in markdown(root):
        entry.stat()


def read(root):
    return sum(len(text) for text in contents(root))


def hashed(root):
    for text in contents(root):
        hashlib.sha256(text).digest()


def parse(root):
    import cmarkgfm

    for text in contents(root):
        cmarkgfm.github_flavored_markdown_to_html(text.decode("utf-8", "replace"))


def words(root):
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(os.path.join(folder, "words.sqlite"))
        database.execute("pragma synchronous=off")
        database.execute("create virtual table t using fts5(body, content='', tokenize='porter unicode61')")
        for text in contents(root):
            passages = text.decode("utf-8", "replace").split("\n\n")
            database.executemany("insert into t(body) values (?)", ((p,) for p in passages if p.strip()))
        database.commit()
        database.close()


class Git:
    """A repository elsewhere whose work tree is the folder, so that nothing is written there."""

    def __init__(self, root):
        self.home = tempfile.mkdtemp(prefix="peer-git-")
        self.call = ["git", "--git-dir", os.path.join(self.home, "git"), "--work-tree", str(root)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*self.call, "init", "-q"], check=True, **quiet)
        subprocess.run([*self.call, "add", "-f", "."], check=True, cwd=root, **quiet)

    def __call__(self, root):
        subprocess.run([*self.call, "status", "--porcelain"], check=True, cwd=root, stdout=subprocess.DEVNULL)

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)


TASKS = {"stat": stat, "read": read, "hash": hashed, "parse": parse, "words": words, "git": None}


def main():
    parser = driver.arguments(__doc__)
    parser.add_argument("--task", choices=TASKS, required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    options = parser.parse_args()
    size = read(options.root)
    about = {"task": options.task, "files": sum(1 for _ in markdown(options.root)), "bytes": size}
    task = Git(options.root) if options.task == "git" else TASKS[options.task]

    def run():
        start = time.perf_counter()
        task(options.root)
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "mb_per_s": size / 1e6 / seconds}

    try:
        driver.drive(options, about, run)
    finally:
        if options.task == "git":
            task.close()


if __name__ == "__main__":
    main()
