/* Blocks of postings: packing, opening, single postings, and the form of the rest for any processor. */
#include "CKernels.h"

#include <string.h>

#include "postings_levels.h"

#define NAME(name) name##_portable
#define TARGET
#include "postings_template.h"
#undef NAME
#undef TARGET

static unsigned width(uint32_t number) { return number ? 32 - (unsigned)__builtin_clz(number) : 0; }

static size_t packed_size(uint32_t count, unsigned bits) {
  return count == POSTINGS_BLOCK ? 16 * (size_t)bits : ((size_t)count * bits + 7) / 8;
}

/* `out` holds zeros. */
static size_t pack(const uint32_t *numbers, uint32_t count, unsigned bits, uint8_t *out) {
  for (uint32_t i = 0; i < count && bits; i++) {
    size_t bit = count == POSTINGS_BLOCK ? (size_t)(i / 4) * bits : (size_t)i * bits;
    if (count == POSTINGS_BLOCK) {
      uint64_t value = (uint64_t)numbers[i] << (bit % 32);
      for (unsigned part = 0; part < 2 && value; part++, value >>= 32) {
        uint8_t *at = out + 16 * (bit / 32 + part) + 4 * (i % 4);
        uint32_t word;
        memcpy(&word, at, 4);
        word |= (uint32_t)value;
        memcpy(at, &word, 4);
      }
    } else {
      uint64_t value = (uint64_t)numbers[i] << (bit % 8);
      for (uint8_t *at = out + bit / 8; value; value >>= 8) *at++ |= (uint8_t)value;
    }
  }
  return packed_size(count, bits);
}

size_t postings_encode(
    const uint32_t *ordinals, const uint8_t *titles, const uint8_t *headings, const uint8_t *bodies,
    uint32_t count, uint32_t base, uint8_t *out) {
  uint32_t gaps[POSTINGS_BLOCK], texts[POSTINGS_BLOCK], names[POSTINGS_BLOCK], heads[POSTINGS_BLOCK];
  uint32_t any_gap = 0, any_text = 0, any_name = 0, any_head = 0, least = 1, next = base;
  if (count > POSTINGS_BLOCK) count = POSTINGS_BLOCK;
  if (count == 0) return 0;
  for (uint32_t i = 0; i < count; i++) least &= bodies[i] > 0;
  uint64_t sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    any_gap |= gaps[i] = ordinals[i] - next;
    sum += (uint64_t)gaps[i] + 1;
    next = ordinals[i] + 1;
    any_text |= texts[i] = bodies[i] - least;
    any_name |= names[i] = titles[i];
    any_head |= heads[i] = headings[i];
  }
  memset(out, 0, POSTINGS_LARGEST);
  size_t bits = width(any_gap), at = 3, span = (size_t)(ordinals[count - 1] - base) / 8 + 1;
  /* Ordinals that do not ascend make the sum larger than what they span; they are packed without harm. */
  if (bits && span <= packed_size(count, (unsigned)bits) && sum == (uint64_t)(ordinals[count - 1] - base) + 1) {
    out[0] = POSTINGS_BITMAP;
    for (uint32_t i = 0; i < count; i++) out[3 + (ordinals[i] - base) / 8] |= 1 << (ordinals[i] - base) % 8;
    at += span;
  } else {
    out[0] = (uint8_t)bits;
    at += pack(gaps, count, (unsigned)bits, out + at);
  }
  out[1] = (uint8_t)(width(any_text) | least << 7);
  out[2] = (uint8_t)(width(any_name) | width(any_head) << 4);
  at += pack(texts, count, width(any_text), out + at);
  at += pack(names, count, width(any_name), out + at);
  return at + pack(heads, count, width(any_head), out + at);
}

int postings_open(
    postings_block *block, const uint8_t *data, size_t available, uint32_t base, uint32_t last,
    uint32_t count) {
  if (available < 3 || count == 0 || count > POSTINGS_BLOCK || last < base || last - base < count - 1)
    return 0;
  block->base = base;
  block->last = last;
  block->count = count;
  block->ordinal_bits = data[0];
  block->body_bits = data[1] & 127;
  block->body_least = data[1] >> 7;
  block->title_bits = data[2] & 15;
  block->heading_bits = data[2] >> 4;
  if (block->body_bits > 8 || block->title_bits > 8 || block->heading_bits > 8) return 0;
  size_t size;
  if (block->ordinal_bits == POSTINGS_BITMAP) size = (size_t)(last - base) / 8 + 1;
  else if (block->ordinal_bits <= 32) size = packed_size(count, block->ordinal_bits);
  else return 0;
  block->ordinals = data + 3;
  block->bodies = block->ordinals + size;
  block->titles = block->bodies + packed_size(count, block->body_bits);
  block->headings = block->titles + packed_size(count, block->title_bits);
  size += packed_size(count, block->body_bits) + packed_size(count, block->title_bits)
      + packed_size(count, block->heading_bits);
  return size <= available - 3;
}

int postings_is_bitmap(const postings_block *block) { return block->ordinal_bits == POSTINGS_BITMAP; }

void postings_ordinals(kernels_level level, const postings_block *block, uint32_t *ordinals) {
#if defined(__x86_64__)
  if (level != KERNELS_PORTABLE) {
    postings_ordinals_avx2(block, ordinals);
    return;
  }
#endif
  (void)level;
  postings_ordinals_portable(block, ordinals);
}

void postings_all_counts(kernels_level level, const postings_block *block, uint32_t *counts) {
#if defined(__x86_64__)
  if (level != KERNELS_PORTABLE) {
    postings_all_counts_avx2(block, counts);
    return;
  }
#endif
  (void)level;
  postings_all_counts_portable(block, counts);
}

void postings_scores(
    kernels_level level, const postings_block *block, const uint32_t *ordinals,
    const uint32_t *lengths, const postings_formula *formula, float *scores) {
#if defined(__x86_64__)
  if (level != KERNELS_PORTABLE) {
    postings_scores_avx2(block, ordinals, lengths, formula, scores);
    return;
  }
#endif
  (void)level;
  postings_scores_portable(block, ordinals, lengths, formula, scores);
}

static uint32_t number(const uint8_t *in, unsigned bits, uint32_t count, uint32_t index) {
  if (bits == 0) return 0;
  uint64_t value;
  if (count == POSTINGS_BLOCK) {
    uint32_t low, high = 0;
    const uint32_t bit = index / 4 * bits, shift = bit % 32;
    const uint8_t *at = in + 16 * (bit / 32) + 4 * (index % 4);
    memcpy(&low, at, 4);
    if (shift + bits > 32) memcpy(&high, at + 16, 4);
    value = ((uint64_t)high << 32 | low) >> shift;
  } else {
    memcpy(&value, in + ((index * bits) >> 3), 8);
    value >>= (index * bits) & 7;
  }
  return (uint32_t)(value & (((uint64_t)1 << bits) - 1));
}

uint32_t postings_counts(const postings_block *block, uint32_t index) {
  if (index >= block->count) return 0;
  uint32_t counts = (number(block->bodies, block->body_bits, block->count, index) + block->body_least) & 255;
  if (block->heading_bits)
    counts |= number(block->headings, block->heading_bits, block->count, index) << 8;
  if (block->title_bits)
    counts |= number(block->titles, block->title_bits, block->count, index) << 16;
  return counts;
}

/* How many bits are set before `bit`, or -1 where it is not itself. */
static int rank(const postings_block *block, uint32_t bit) {
  const uint8_t *bytes = block->ordinals;
  if (!(bytes[bit / 8] >> (bit % 8) & 1)) return -1;
  uint32_t found = 0, at = 0;
  for (; at + 64 <= bit; at += 64) {
    uint64_t word;
    memcpy(&word, bytes + at / 8, 8);
    found += (uint32_t)__builtin_popcountll(word);
  }
  for (; at + 8 <= bit; at += 8) found += (uint32_t)__builtin_popcount(bytes[at / 8]);
  found += (uint32_t)__builtin_popcount(bytes[bit / 8] & ((1u << (bit % 8)) - 1));
  return found < block->count ? (int)found : -1;
}

int postings_find(const postings_block *block, const uint32_t *ordinals, uint32_t wanted) {
  if (wanted < block->base || wanted > block->last) return -1;
  if (block->ordinal_bits == POSTINGS_BITMAP) return rank(block, wanted - block->base);
  /* A full block is searched in 7 steps that need no guess; behind the last posting stands `last` again. */
  uint32_t low = 0;
  for (uint32_t step = POSTINGS_BLOCK / 2; step; step /= 2) low += ordinals[low + step - 1] < wanted ? step : 0;
  return low < block->count && ordinals[low] == wanted ? (int)low : -1;
}

size_t postings_accumulate(
    const uint32_t *ordinals, const float *scores, size_t from, size_t count, uint32_t start,
    uint32_t size, float *sums) {
  size_t at = from;
  while (at < count && ordinals[at] < start) at++;
  if (at < count && ordinals[count - 1] - start < size) {
    for (; at < count; at++) {
      uint32_t place = ordinals[at] - start;
      if (place < size) sums[place] += scores[at];
    }
    return at;
  }
  for (; at < count; at++) {
    uint32_t place = ordinals[at] - start;
    if (place >= size) break;
    sums[place] += scores[at];
  }
  return at;
}

size_t postings_collect(
    kernels_level level, const float *sums, size_t size, float least, uint32_t *places) {
#if defined(__x86_64__)
  if (level != KERNELS_PORTABLE) return postings_collect_avx2(sums, size, least, places);
#endif
  (void)level;
  size_t found = 0;
  for (size_t i = 0; i < size; i++) {
    places[found] = (uint32_t)i;
    found += sums[i] >= least;
  }
  return found;
}

void postings_add(
    const postings_block *block, const uint32_t *ordinals, const uint32_t *lengths,
    const postings_formula *formula, uint32_t start, const uint32_t *places, size_t count, float *sums) {
  for (size_t i = 0; i < count; i++) {
    const uint32_t wanted = start + places[i];
    const int index = postings_find(block, ordinals, wanted);
    if (index < 0) continue;
    const uint32_t counts = postings_counts(block, (uint32_t)index);
    float o = formula->body * (float)(counts & 255);
    if (counts >> 8)
      o += formula->heading * (float)(counts >> 8 & 255) + formula->title * (float)(counts >> 16);
    const float norm = formula->constant + formula->slope * (float)(int32_t)lengths[wanted];
    sums[places[i]] += formula->weight * o / (o + norm);
  }
}

size_t postings_keep(uint32_t *places, size_t count, const float *sums, float rest, float least) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    const uint32_t place = places[i];
    places[kept] = place;
    kept += sums[place] + rest >= least;
  }
  return kept;
}
