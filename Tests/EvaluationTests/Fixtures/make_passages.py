"""Makes the fixture of the rule for judged passages, with an independent implementation of it.

    python3 make_passages.py SCORE.py

SCORE.py scores answers against judged passages: `SCORE.py JUDGED ANSWERS --root FOLDER`. Its rows
(query by query, before they are rounded) become the expected values. Writes, beside this script:

  judged.jsonl    queries with judged ranges, some anchored, some meeting each other
  answers.jsonl   {"id", "hits": [{"path", "lines", "bytes", "text"}]}, some overlapping each other
  passages.json   {query: {"nDCG@10", "MRR@10", "Success@1", "Recall@100"}}

The files that are judged are made of syllables and kept nowhere: hits carry their text.
"""

import contextlib
import io
import json
import pathlib
import random
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
FILES = ["a.md", "b c.md", "文.md"]
NAMES = ["nDCG@10", "MRR@10", "Success@1", "Recall@100"]


def word(rng):
    syllables = ["ka", "Lo", "mi", "RE", "tu", "É", "ß", "知識", "ö", "Σα"]
    return "".join(rng.choice(syllables) for _ in range(rng.randint(1, 3)))


def make_file(rng):
    """Lines of a few words; the last one is long, as an unbroken transcript is."""
    lines = [[word(rng) for _ in range(rng.randint(1, 8))] for _ in range(30)]
    lines.append([word(rng) for _ in range(300)])
    return [rng.choice([" ", "  ", "\u3000"]).join(line) for line in lines]


class Text:
    def __init__(self, lines):
        self.lines = lines
        self.data = "\n".join(lines).encode("utf-8") + b"\n"
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line.encode("utf-8")) + 1)

    def hit(self, rng, path):
        if rng.random() < 0.35:
            return self.part_of_last_line(rng, path)
        first = rng.randint(1, 30)
        last = min(30, first + rng.randint(0, 4))
        return self.cited(path, [first, last], self.starts[first - 1], self.starts[last] - 1)

    def part_of_last_line(self, rng, path):
        words = self.lines[30].split()
        text = self.lines[30]
        start = text.index(words[rng.randrange(200)])
        end = min(len(text), start + rng.randint(40, 400))
        offset = self.starts[30]
        begin = offset + len(text[:start].encode("utf-8"))
        return self.cited(path, [31, 31], begin, offset + len(text[:end].encode("utf-8")))

    def cited(self, path, lines, begin, end):
        text = self.data[begin:end].decode("utf-8")
        return {"path": path, "lines": lines, "bytes": [begin, end], "text": text}


def make_range(rng, texts):
    path = rng.choice(FILES)
    grade = rng.choice([1, 1, 2, 3])
    if rng.random() < 0.4:
        words = texts[path].lines[30].split()
        at = rng.randrange(len(words) - 2)
        anchor = "\n ".join(words[at:at + 2])
        anchor = rng.choice([anchor, anchor.upper() if "ß" not in anchor else anchor])
        return {"path": path, "lines": [31, 31], "grade": grade, "anchor": anchor}
    first = rng.randint(1, 30)
    return {"path": path, "lines": [first, min(31, first + rng.randint(0, 6))], "grade": grade}


def score(program, root, query, answer):
    """The row of one query, taken from the program's variables: it prints four decimals."""
    with tempfile.TemporaryDirectory() as folder:
        judged, answers = pathlib.Path(folder, "judged"), pathlib.Path(folder, "answers")
        judged.write_text(json.dumps(query), encoding="utf-8")
        answers.write_text(json.dumps(answer) if answer else "", encoding="utf-8")
        sys.argv = [program, str(judged), str(answers), "--root", root]
        scope = {"__name__": "__main__"}
        with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(pathlib.Path(program).read_text(encoding="utf-8"), program, "exec"), scope)
        return dict(zip(NAMES, scope["kinds"]["all"][0]))


def main():
    program = sys.argv[1]
    rng = random.Random(7)
    texts = {path: Text(make_file(rng)) for path in FILES}
    queries, answers, expected = [], [], {}
    with tempfile.TemporaryDirectory() as root:
        for path, text in texts.items():
            pathlib.Path(root, path).write_bytes(text.data)
        for number in range(50):
            ranges = [make_range(rng, texts) for _ in range(rng.randint(1, 8))]
            query = {"id": f"p{number}", "kind": rng.choice(["one", "two"]), "text": word(rng),
                     "relevant": ranges}
            paths = [rng.choice(FILES) for _ in range(rng.choice([0, 5, 15, 15, 15, 15, 15, 15, 115]))]
            answer = {"id": query["id"], "hits": [texts[p].hit(rng, p) for p in paths]}
            answer = answer if number % 13 else None
            queries.append(query)
            if answer:
                answers.append(answer)
            expected[query["id"]] = score(program, root, query, answer)
    write_lines("judged.jsonl", queries)
    write_lines("answers.jsonl", answers)
    text = json.dumps(expected, sort_keys=True, indent=0) + "\n"
    (HERE / "passages.json").write_text(text, encoding="utf-8")


def write_lines(name, rows):
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (HERE / name).write_text(text, encoding="utf-8")


main()
