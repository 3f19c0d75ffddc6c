#include <gumbo.h>

/* The options are a constant with pointers to functions, which Swift's checks of concurrency refuse. */
static inline void footnote_gumbo_free(GumboOutput *output) {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

/* `GumboNode.v` is an anonymous union; only the part that fits the node's type may be read. */
static inline const GumboElement *_Nonnull footnote_gumbo_element(const GumboNode *node) {
  return &node->v.element;
}

static inline const char *_Nonnull footnote_gumbo_text(const GumboNode *node) {
  return node->v.text.text;
}

static inline GumboOptions footnote_gumbo_options(void) {
  return kGumboDefaultOptions;
}
