#!/usr/bin/env python3
"""Makes a large knowledge base out of real sentences, with real judged documents inside it.

    FOOTNOTE_COLLECTIONS=FOLDER generate.py OUT --passages 100000 [--seed 1]

OUT becomes a knowledge base of N passages: generated ones, 3 to 6 sentences each under a heading of its own, 50 to a
file, and the documents of the judged collections as files of their own. Sentences are drawn from the collections
(without them, from the raw/ and wiki/ of this repository), so that words are as frequent as in real text; the
vocabulary does not grow with N as that of a real collection would. The same arguments give the same bytes.

Beside it, in OUT.data:
    queries.jsonl      the judged questions, {"id", "text"}: input of `footnote ask --batch`
    qrels.txt          TREC judgements, a document being the path of its file
    passages.terms     (--terms) a passage a line, lowercased words; queries.*.terms the questions in the same form
    composition.i32    (--composition) for each generated passage six numbers of sentences, -1 where there are fewer:
                       lines, from 0, of the file that was given, else of sentences.txt, which is written then
    manifest.json      what was made

Only the standard library is needed.
"""

import argparse
import array
import datetime
import json
import pathlib
import random
import re
import sys
import time
import urllib.parse

import sources

PROJECT = pathlib.Path(__file__).resolve().parents[2]
MOST_SENTENCES = 6
# Some 200 word pieces, below what the tool takes for one passage.
LONGEST_PASSAGE = 900
TYPES = ("note", "article", "meeting", "post", "report")
TAGS = ("draft", "reading", "project", "idea", "review", "method", "history", "question", "figures", "people",
        "weekly", "archive", "research", "travel", "design", "planning", "health", "work", "follow-up", "reference")
FUNCTION_WORDS = frozenset(
    "a about above after again against all also am an and any are as at be because been before being below between "
    "both but by can cannot could did do does doing down during each either few for from further had has have having "
    "he her here hers him his how however i if in into is it its itself just may me might more most must my no nor "
    "not of off on once only or other our ours out over own same shall she should so some such than that the their "
    "theirs them then there these they this those through thus to too under until up upon us very was we were what "
    "when where whether which while who whom whose why will with within without would you your yours".split())


def safe_paragraph(text):
    """One line that markdown reads as a paragraph, whatever it begins with."""
    line = " ".join(text.split())
    if re.match(r"(?:[#>|+*=~`<-]|\d+[.)])", line):
        digits = re.match(r"\d+", line)
        line = line[:digits.end()] + "\\" + line[digits.end():] if digits else "\\" + line
    return line


def yaml_text(text):
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


class Generator:
    def __init__(self, pool, seed):
        self.numbers = [number for number, _ in pool]
        self.sentences = [sentence for _, sentence in pool]
        self.random = random.Random(seed)
        self._words = {}

    def words_of(self, place):
        found = self._words.get(place)
        if found is None:
            found = self._words[place] = " ".join(sources.words(self.sentences[place]))
        return found

    def passage(self):
        """Places of three to six sentences, fewer where they are long."""
        draw, length, places = self.random.random, 0, []
        wanted = 3 + int(draw() * (MOST_SENTENCES - 2))
        for _ in range(wanted):
            place = int(draw() * len(self.sentences))
            length += len(self.sentences[place]) + 1
            if length > LONGEST_PASSAGE and len(places) > 1:
                break
            places.append(place)
        return places

    def heading(self, place):
        content = [w for w in self.words_of(place).split() if len(w) > 3 and w not in FUNCTION_WORDS]
        return " ".join(content[:4]) or "untitled"

    def front_matter(self, title):
        day = datetime.date(2012, 1, 1) + datetime.timedelta(days=int(self.random.random() * 5000))
        tags = ", ".join(sorted(self.random.sample(TAGS, 3)))
        return f"---\ntitle: {yaml_text(title)}\ndate: {day}\ntype: {self.random.choice(TYPES)}\ntags: [{tags}]\n---\n"

    def file(self, number, count):
        """The text of one file and the places of the sentences of its passages."""
        passages = [self.passage() for _ in range(count)]
        title = f"{self.heading(passages[0][0])} {number}"
        parts = [self.front_matter(title), f"\n# {title}\n"]
        for places in passages:
            body = safe_paragraph(" ".join(self.sentences[p] for p in places))
            parts.append(f"\n## {self.heading(places[-1])}\n\n{body}\n")
        return "".join(parts), passages


def write_judged(out, data, judged, generator, terms):
    """The documents of the collections, a file each; returns how many, and the questions."""
    count, questions = 0, [] if judged else list(sources.own_questions(PROJECT))
    with open(data / "qrels.txt", "w", encoding="utf-8") as qrels:
        for collection in judged:
            folder = out / "raw" / collection.name
            folder.mkdir(parents=True, exist_ok=True)
            path_of = {}
            for identifier, title, text in collection.documents():
                path = f"raw/{collection.name}/{urllib.parse.quote(identifier, safe='')}.md"
                path_of[identifier] = path
                name = title or f"{collection.name} {identifier}"
                body = safe_paragraph(text) or "(empty)"
                (out / path).write_text(
                    f"{generator.front_matter(name)}\n# {' '.join(name.split())}\n\n{body}\n", encoding="utf-8")
                if terms:
                    terms.write(" ".join(sources.words(title + " " + text)) + "\n")
                count += 1
            judgements = collection.judgements()
            for identifier, text in collection.questions():
                name = f"{collection.name}-{identifier}"
                questions.append((name, text))
                for document, grade in sorted(judgements[identifier].items()):
                    qrels.write(f"{name} 0 {path_of[document]} {grade}\n")
    with open(data / "queries.jsonl", "w", encoding="utf-8") as file:
        for name, text in questions:
            file.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
    return count, questions


def write_question_terms(data, questions, seed, most=300):
    """The same questions three times: whole, without function words, and three of their words."""
    chosen = random.Random(seed)
    questions = sorted(questions)
    chosen.shuffle(questions)
    kinds = {"natural": [], "content": [], "keywords": []}
    for _, text in questions:
        natural = list(dict.fromkeys(sources.words(text)))
        content = [w for w in natural if w not in FUNCTION_WORDS]
        if len(content) < 3 or len(natural) > 40:
            continue
        keywords = sorted(chosen.sample(range(len(content)), 3))
        kinds["natural"].append(natural)
        kinds["content"].append(content)
        kinds["keywords"].append([content[i] for i in keywords])
    for kind, lines in kinds.items():
        text = "".join(" ".join(line) + "\n" for line in lines[:most])
        (data / f"queries.{kind}.terms").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--passages", type=int, required=True)
    parser.add_argument("--per-file", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sentences", type=pathlib.Path, help="draw only from this file, a sentence a line")
    parser.add_argument("--judged", nargs="*", default=sources.JUDGED, help="collections to keep, with judgements")
    parser.add_argument("--terms", action="store_true", help="write passages.terms and queries.*.terms")
    parser.add_argument("--composition", action="store_true", help="write composition.i32")
    parser.add_argument("--no-files", action="store_true", help="only what goes to OUT.data")
    options = parser.parse_args()
    started = time.monotonic()

    data = options.out.with_name(options.out.name + ".data")
    for folder in (options.out, data):
        if folder.exists() and any(folder.iterdir()):
            sys.exit(f"generate: {folder} is not empty")
        folder.mkdir(parents=True, exist_ok=True)
    judged = sources.collections(options.judged)
    everything, pool = sources.pool(options.sentences, judged, PROJECT)
    if len(pool) < 100:
        sys.exit("generate: fewer than 100 sentences to draw from")
    generator = Generator(pool, options.seed)

    terms = open(data / "passages.terms", "w", encoding="utf-8") if options.terms else None
    composition = open(data / "composition.i32", "wb") if options.composition else None
    if composition and not options.sentences:
        (data / "sentences.txt").write_text("".join(s + "\n" for s in everything), encoding="utf-8")
    (options.out / "footnote.yml").write_text(f"name: {options.out.name}\n", encoding="utf-8")
    for layer in ("raw", "wiki"):
        (options.out / layer).mkdir(exist_ok=True)
    kept, questions = write_judged(options.out, data, judged, generator, terms)
    if options.terms:
        write_question_terms(data, questions, options.seed)

    if kept > options.passages:
        sys.exit(f"generate: the judged collections alone have {kept} documents; choose among them with --judged")
    wanted, made, files, size = options.passages - kept, 0, 0, 0
    while made < wanted:
        text, passages = generator.file(files, min(options.per_file, wanted - made))
        if not options.no_files:
            folder = options.out / "raw" / "notes" / f"{files // 500:03}"
            if files % 500 == 0:
                folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{files:06}.md").write_text(text, encoding="utf-8")
        size += len(text.encode())
        if terms:
            terms.writelines(" ".join(map(generator.words_of, places)) + "\n" for places in passages)
        if composition:
            rows = array.array("i")
            for places in passages:
                rows.extend([generator.numbers[p] for p in places] + [-1] * (MOST_SENTENCES - len(places)))
            if sys.byteorder == "big":
                rows.byteswap()
            composition.write(rows.tobytes())
        made += len(passages)
        files += 1
    for file in (terms, composition):
        if file:
            file.close()

    manifest = {
        "passages": made + kept, "generated": made, "judged_documents": kept, "files": files + kept,
        "generated_bytes": size, "sentences": len(pool), "questions": len(questions), "seed": options.seed,
        "judged": [c.name for c in judged],
    }
    (data / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({**manifest, "seconds": round(time.monotonic() - started, 1)}))


if __name__ == "__main__":
    main()
