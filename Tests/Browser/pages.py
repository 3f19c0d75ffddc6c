"""One address for each page and state, of the knowledge base that comes with the project."""

PAGES = {
    "start": "/",
    "results": "/?q=why+are+language+models+called+ghosts+rather+than+animals%3F",
    "filtered": "/?q=coding+agents&layer=raw&year=2025&year=2026",
    "nothing": "/?q=zxqvkkwj&mode=lexical&type=concept",
    "long": "/?q=language+models&n=50",
    "document": "/doc/wiki/concepts/animals-vs-ghosts.md?lines=21-22&q=why+ghosts#L21",
    "raw": "/doc/raw/2025/10.2.md",
    "transcript": "/doc/raw/youtube-transcript/y-combinator/andrej-karpathy-software-is-changing-again/"
                  "transcript.md?lines=54#L54",
    "concepts": "/sources",
    "concept": "/sources?concept=animals+vs+ghosts",
    "graph": "/graph?focus=wiki/concepts/animals-vs-ghosts.md",
    "coverage": "/coverage",
    "quality": "/quality",
    "help": "/help",
    "error": "/doc/raw/2025/nothing-here.md",
}
