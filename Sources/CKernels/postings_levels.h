/* What the files of postings share. */
#ifndef FOOTNOTE_POSTINGS_LEVELS_H
#define FOOTNOTE_POSTINGS_LEVELS_H

#include "CKernels.h"

/* In place of a width: the ordinals are a bitmap from the block's first possible to its last one. */
#define POSTINGS_BITMAP 255

/* The numbers of the bits that are set in each byte, ascending. */
extern const uint8_t bitmap_places[256][8];

#if defined(__x86_64__)
void postings_ordinals_avx2(const postings_block *block, uint32_t *ordinals);
void postings_all_counts_avx2(const postings_block *block, uint32_t *counts);
void postings_scores_avx2(
    const postings_block *block, const uint32_t *ordinals, const uint32_t *lengths,
    const postings_formula *formula, float *scores);
size_t postings_collect_avx2(const float *sums, size_t size, float least, uint32_t *places);
#endif

#endif
