/* Blocks of postings: ascending ordinals of passages, and how often each one's title, headings and text have a
   term. Functions that read take a block that `postings_open` has found to lie within its bytes, and write no
   further than said whatever the bytes are.

   A block: one byte for the form of the ordinals (the width of a difference in bits, 0 ... 32, or
   POSTINGS_BITMAP), one for the counts of the text (width, and in the topmost bit whether 1 has been taken
   from each), one for those of the titles (low half, width) and headings (high half); then the ordinals, and
   the counts of text, titles and headings. Numbers are packed in 4 lanes of 32 bits where the block is full
   (number i in lane i % 4), otherwise one after another. */
#ifndef FOOTNOTE_POSTINGS_H
#define FOOTNOTE_POSTINGS_H

#include <stddef.h>
#include <stdint.h>

/* Postings of a full block. */
#define POSTINGS_BLOCK 128
/* Bytes that must be readable behind the last block. */
#define POSTINGS_PADDING 16
/* A block has this many bytes at most. */
#define POSTINGS_LARGEST 1024

typedef struct {
  uint32_t base, last, count;
  uint8_t ordinal_bits, body_bits, title_bits, heading_bits, body_least;
  const uint8_t *ordinals, *bodies, *titles, *headings;
} postings_block;

/* What turns counts into a score: weight * o / (o + constant + slope * length), where o is the sum of the
   counts, each times the weight of its column. */
typedef struct {
  float title, heading, body, constant, slope, weight;
} postings_formula;

/* Packs `count` postings, whose ordinals ascend from `base`, and returns how many bytes that took. */
size_t postings_encode(
    const uint32_t *ordinals, const uint8_t *titles, const uint8_t *headings, const uint8_t *bodies,
    uint32_t count, uint32_t base, uint8_t *out);

/* Whether `available` bytes hold a block of `count` postings between `base` and `last`. */
int postings_open(
    postings_block *block, const uint8_t *data, size_t available, uint32_t base, uint32_t last,
    uint32_t count);

/* Whether single ordinals are found without `postings_ordinals`. */
int postings_is_bitmap(const postings_block *block);

/* Writes POSTINGS_BLOCK ordinals, none above `last`; those from `count` on mean nothing. */
void postings_ordinals(kernels_level level, const postings_block *block, uint32_t *ordinals);

/* Where the block has an ordinal, or -1. `ordinals` are those of the block; not read
   where it is a bitmap. */
int postings_find(const postings_block *block, const uint32_t *ordinals, uint32_t wanted);

/* The counts of one posting: text in the lowest byte, then heading, then title. */
uint32_t postings_counts(const postings_block *block, uint32_t index);

/* The counts of all, as `postings_counts` has them. Writes POSTINGS_BLOCK numbers. */
void postings_all_counts(kernels_level level, const postings_block *block, uint32_t *counts);

/* The score of each posting. Writes POSTINGS_BLOCK numbers. `lengths` has one for each ordinal up to `last`. */
void postings_scores(
    kernels_level level, const postings_block *block, const uint32_t *ordinals,
    const uint32_t *lengths, const postings_formula *formula, float *scores);

/* Adds the scores of the postings from `from` on to sums[ordinal - start], as far as that is below `size`.
   Returns where it stopped. */
size_t postings_accumulate(
    const uint32_t *ordinals, const float *scores, size_t from, size_t count, uint32_t start,
    uint32_t size, float *sums);

/* The places of sums that are `least` or more. `size` is a multiple of 8; `places` has room for 8 more. */
size_t postings_collect(
    kernels_level level, const float *sums, size_t size, float least, uint32_t *places);

/* Adds what the block scores for each of `count` ascending places that it has, the ordinal of a place being
   start + place, to the place's sum. */
void postings_add(
    const postings_block *block, const uint32_t *ordinals, const uint32_t *lengths,
    const postings_formula *formula, uint32_t start, const uint32_t *places, size_t count, float *sums);

/* Keeps those places whose sum and `rest` reach `least`; returns how many. */
size_t postings_keep(uint32_t *places, size_t count, const float *sums, float rest, float least);

#endif
