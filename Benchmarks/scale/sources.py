"""Where the text of a generated knowledge base comes from: test collections in the layout of BEIR, folders of markdown,
or a file of sentences."""

import glob
import json
import os
import pathlib
import re

# Collections whose documents and judgements are kept, where they are there. Fixed, so that a ranking can be
# compared between sizes.
JUDGED = ("cranfield", "cisi", "scifact")
# Written without spaces between words; their sentences would be one long word each.
UNSPACED = ("xquad-zh",)

SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[^\W_])")
WORD = re.compile(r"[^\W_]+")
FRONT_MATTER = re.compile(r"\A\ufeff?---\r?\n.*?\r?\n---\r?\n", re.S)
NOT_PROSE = re.compile(r"^\s*(#|\||```|~~~|<|---|\[\[)")
LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)")
SHINGLE = 8


def words(text):
    """The lowercased words of a text: runs of letters and digits."""
    return WORD.findall(text.lower())


def sentences(text, shortest=20, longest=300):
    """Sentences of a length that a passage can hold several of, their white space made single spaces."""
    for piece in SENTENCE_END.split(" ".join(text.split())):
        piece = piece.strip()
        if shortest <= len(piece) <= longest:
            yield piece


class Collection:
    """A test collection: documents, questions and which document answers which question, how well."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.name = self.folder.name

    def documents(self):
        """(id, title, text) in the order of the file."""
        with open(self.folder / "corpus.jsonl", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                yield str(document["_id"]), (document.get("title") or "").strip(), document.get("text") or ""

    def judgements(self):
        """{question: {document: grade}}, only of grades above 0."""
        found = {}
        with open(self.folder / "qrels" / "test.tsv", encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                grade = fields[-1].strip()
                if grade.lstrip("-").isdigit() and int(grade) > 0:
                    found.setdefault(fields[0], {})[fields[-2]] = int(grade)
        return found

    def questions(self):
        judged = self.judgements()
        with open(self.folder / "queries.jsonl", encoding="utf-8") as lines:
            for line in lines:
                question = json.loads(line)
                if str(question["_id"]) in judged:
                    yield str(question["_id"]), " ".join(question["text"].split())


def collections(names=None):
    """The collections below FOOTNOTE_COLLECTIONS, all or those that are named, in the order of their names."""
    home = os.environ.get("FOOTNOTE_COLLECTIONS")
    if not home:
        return []
    found = [Collection(os.path.dirname(path)) for path in sorted(glob.glob(os.path.join(home, "*", "corpus.jsonl")))]
    return [c for c in found if names is None or c.name in names]


class Answers:
    """Recognises sentences of documents that were judged relevant. Repeating these in generated passages would make
    right answers that nobody has judged, and a ranking would look worse than it is."""

    def __init__(self, judged):
        self.shingles, self.whole = set(), set()
        for collection in judged:
            relevant = {document for grades in collection.judgements().values() for document in grades}
            for identifier, title, text in collection.documents():
                if identifier in relevant:
                    found = words(title + " " + text)
                    self.shingles.update(hash(tuple(found[i:i + SHINGLE])) for i in range(len(found) - SHINGLE + 1))
                    self.whole.update(hash(tuple(words(s))) for s in sentences(title + ". " + text))

    def hold(self, sentence):
        found = words(sentence)
        if hash(tuple(found)) in self.whole:
            return True
        return any(hash(tuple(found[i:i + SHINGLE])) in self.shingles for i in range(len(found) - SHINGLE + 1))


def markdown_texts(folders):
    """The prose of markdown files, a paragraph each."""
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*.md")):
            text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8", errors="replace"))
            for paragraph in re.split(r"\n\s*\n", text):
                if not NOT_PROSE.match(paragraph):
                    yield LINK.sub(lambda link: link[1] or link[2], paragraph)


def own_questions(project):
    """The judged questions of this repository, for want of a collection: they are asked, but judge nothing here."""
    with open(project / "Benchmarks" / "judged" / "shipped.jsonl", encoding="utf-8") as lines:
        for line in lines:
            question = json.loads(line)
            yield question["id"], " ".join(question["text"].split())


def pool(sentence_file, judged, project):
    """All sentences, and of these [(number, sentence)] that may be drawn: those that give no answer away. Numbers count
    lines of the sentence file, from 0, so that the vectors of its lines can be found again."""
    if sentence_file:
        with open(sentence_file, encoding="utf-8") as lines:
            found = [" ".join(line.split()) for line in lines]
    else:
        spaced = [c for c in collections() if c.name not in UNSPACED]
        if spaced:
            texts = (text for c in spaced for _, _, text in c.documents())
        else:
            texts = markdown_texts([project / "raw", project / "wiki"])
        found = list(dict.fromkeys(s for text in texts for s in sentences(text)))
    answers = Answers(judged)
    return found, [(i, s) for i, s in enumerate(found) if s and not answers.hold(s)]
