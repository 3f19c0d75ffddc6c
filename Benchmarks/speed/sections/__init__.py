"""What can be measured, by name, in the order in which it is."""

from . import encoder, index, lexical, parsing, query, scale, search, vectors

SECTIONS = {
    "encoder": encoder.measure,
    "query": query.measure,
    "search": search.measure,
    "index": index.measure,
    "parsing": parsing.measure,
    "vectors": vectors.measure,
    "lexical": lexical.measure,
    "scale": scale.measure,
}
