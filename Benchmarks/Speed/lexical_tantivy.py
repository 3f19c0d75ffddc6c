"""The inverted index and tantivy in turns, over the same text and the same words.

  lexical_tantivy.py <lexical-speed binary> <passages.txt> <index file> <tantivy folder> <queries.txt>... [--rounds 3]

Both get the distinct words of a query, repeated ones by weight. tantivy: one segment, no positions, words split by
spaces, the hits not fetched. Prints one JSON object a file of queries and number of passages.
"""
import argparse, json, os, subprocess, sys, time
import tantivy


def percentile(values, share):
    return sorted(values)[int((len(values) - 1) * share)]


def open_index(folder, passages):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    if os.path.exists(os.path.join(folder, "meta.json")):
        index = tantivy.Index(schema, path=folder)
        index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        return schema, index, None
    os.makedirs(folder, exist_ok=True)
    index = tantivy.Index(schema, path=folder)
    index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    start = time.perf_counter()
    writer = index.writer(heap_size=2_000_000_000, num_threads=1)
    with open(passages, encoding="utf-8") as lines:
        for line in lines:
            document = tantivy.Document()
            document.add_text("body", line.rstrip("\n"))
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return schema, index, time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary"); parser.add_argument("passages"); parser.add_argument("index")
    parser.add_argument("folder"); parser.add_argument("queries", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kinds", nargs="+", default=["10", "1000"])
    a = parser.parse_args()
    schema, index, built = open_index(a.folder, a.passages)
    index.reload()
    searcher = index.searcher()
    if built is not None:
        size = sum(os.path.getsize(os.path.join(a.folder, f)) for f in os.listdir(a.folder))
        print(json.dumps({"tantivy_build_s": round(built, 2), "tantivy_bytes": size, "segments": searcher.num_segments}))
    empty = os.path.join(os.path.dirname(a.index) or ".", "none.txt")
    open(empty, "w").close()
    ours = subprocess.Popen([a.binary, a.passages, empty, "--index", a.index, "--answer"],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    print(ours.stdout.readline().strip())
    Q, should = tantivy.Query, tantivy.Occur.Should

    def query(text):
        words = {}
        for word in text.split():
            words[word] = words.get(word, 0) + 1
        parts = [Q.term_query(schema, "body", w, index_option="freq") for w in words]
        return Q.boolean_query([(should, p if c == 1 else Q.boost_query(p, float(c))) for p, c in zip(parts, words.values())])

    for path in a.queries:
        texts = [t for t in open(path, encoding="utf-8").read().split("\n") if t]
        for kind in a.kinds:
            times = {"ours": [], "tantivy": []}
            for turn in range(a.rounds + 1):
                for text in texts:
                    ours.stdin.write(f"{kind}\t{text}\n"); ours.stdin.flush()
                    mine = int(ours.stdout.readline()) / 1e6
                    q = query(text)
                    start = time.perf_counter()
                    searcher.search(q, int(kind), count=False)
                    other = (time.perf_counter() - start) * 1e3
                    if turn:
                        times["ours"].append(mine); times["tantivy"].append(other)
            row = {"queries": os.path.basename(path), "k": int(kind), "passages": searcher.num_docs}
            for name, values in times.items():
                row.update({f"{name}_p{p}": round(percentile(values, p / 100), 3) for p in (50, 95, 99)})
                row[f"{name}_mean"] = round(sum(values) / len(values), 3)
            row["ratio_p50"] = round(row["ours_p50"] / row["tantivy_p50"], 2)
            row["load"] = os.getloadavg()[0]
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
