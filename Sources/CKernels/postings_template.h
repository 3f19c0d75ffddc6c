/* The parts of postings.c that gain from wider registers; included once for each level, with NAME and TARGET
   set. Vectors of 4 are the compiler's, so that every processor has a form of them. */

typedef uint32_t NAME(four) __attribute__((vector_size(16)));
typedef uint32_t NAME(eight) __attribute__((vector_size(32)));
#define FOUR NAME(four)
#define EIGHT NAME(eight)

/* `bits` is a constant in each place that it is called from, so that all shifts are. */
static inline __attribute__((always_inline)) TARGET void NAME(unpack)(
    const uint8_t *in, uint32_t *out, const unsigned bits) {
  const uint32_t mask = bits == 32 ? 0xFFFFFFFFu : (1u << (bits & 31)) - 1;
#pragma clang loop unroll(full)
  for (unsigned row = 0; row < 32; row++) {
    const unsigned bit = row * bits, word = bit / 32, shift = bit % 32;
    FOUR value;
    memcpy(&value, in + 16 * word, 16);
    value >>= shift;
    if (shift + bits > 32) {
      FOUR next;
      memcpy(&next, in + 16 * (word + 1), 16);
      value |= next << (32 - shift);
    }
    value &= mask;
    memcpy(out + 4 * row, &value, 16);
  }
}

#define CASE(bits) case bits: NAME(unpack)(in, out, bits); return;
static TARGET void NAME(unpack_full)(const uint8_t *in, uint32_t *out, unsigned bits) {
  switch (bits) {
    CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7) CASE(8) CASE(9) CASE(10) CASE(11)
    CASE(12) CASE(13) CASE(14) CASE(15) CASE(16) CASE(17) CASE(18) CASE(19) CASE(20) CASE(21)
    CASE(22) CASE(23) CASE(24) CASE(25) CASE(26) CASE(27) CASE(28) CASE(29) CASE(30) CASE(31)
    CASE(32)
  default: memset(out, 0, 4 * POSTINGS_BLOCK);
  }
}
#undef CASE

static TARGET void NAME(numbers)(const uint8_t *in, unsigned bits, uint32_t count, uint32_t *out) {
  if (count == POSTINGS_BLOCK || bits == 0) {
    NAME(unpack_full)(in, out, bits);
    return;
  }
  const uint64_t mask = ((uint64_t)1 << bits) - 1;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t word;
    memcpy(&word, in + ((i * bits) >> 3), 8);
    out[i] = (uint32_t)(word >> ((i * bits) & 7) & mask);
  }
  memset(out + count, 0, 4 * (POSTINGS_BLOCK - count));
}

/* Adds up differences: out[i] is base + i + the sum of all up to it, `last` at most. */
static TARGET void NAME(add_up)(uint32_t *out, uint32_t count, uint32_t base, uint32_t last) {
  FOUR carry = {base, base, base, base};
  FOUR places = {0, 1, 2, 3};
  const FOUR zero = {0, 0, 0, 0};
  for (unsigned row = 0; row < (count + 3) / 4; row++) {
    FOUR value;
    memcpy(&value, out + 4 * row, 16);
    value += __builtin_shufflevector(zero, value, 0, 4, 5, 6);
    value += __builtin_shufflevector(zero, value, 0, 1, 4, 5);
    FOUR sum = value + carry;
    carry += __builtin_shufflevector(value, value, 3, 3, 3, 3);
    sum += places;
    places += 4;
    FOUR over = sum > last;
    sum = (sum & ~over) | (over & last);
    memcpy(out + 4 * row, &sum, 16);
  }
}

static TARGET void NAME(bitmap)(const postings_block *block, uint32_t *out) {
  const uint32_t bytes = (block->last - block->base) / 8 + 1;
  uint32_t found = 0;
  for (uint32_t at = 0; at < bytes && found < POSTINGS_BLOCK - 8; at++) {
    const uint8_t byte = block->ordinals[at];
    typedef uint8_t small __attribute__((vector_size(8)));
    small places;
    memcpy(&places, bitmap_places[byte], 8);
    EIGHT wide = __builtin_convertvector(places, EIGHT) + (block->base + 8 * at);
    memcpy(out + found, &wide, 32);
    found += (uint32_t)__builtin_popcount(byte);
    if (found >= POSTINGS_BLOCK - 8) {
      /* What is left may not fit eight at a time. */
      for (at++; at < bytes; at++)
        for (unsigned bits = block->ordinals[at]; bits && found < POSTINGS_BLOCK; bits &= bits - 1)
          out[found++] = block->base + 8 * at + (uint32_t)__builtin_ctz(bits);
    }
  }
  for (; found < POSTINGS_BLOCK; found++) out[found] = block->last;
  for (uint32_t i = 0; i < POSTINGS_BLOCK; i++) out[i] = out[i] < block->last ? out[i] : block->last;
}

TARGET void NAME(postings_ordinals)(const postings_block *block, uint32_t *out) {
  if (block->ordinal_bits == POSTINGS_BITMAP) {
    NAME(bitmap)(block, out);
    return;
  }
  NAME(numbers)(block->ordinals, block->ordinal_bits, block->count, out);
  NAME(add_up)(out, block->count, block->base, block->last);
  for (uint32_t i = block->count; i < POSTINGS_BLOCK; i++) out[i] = block->last;
}

TARGET void NAME(postings_all_counts)(const postings_block *block, uint32_t *counts) {
  uint32_t other[POSTINGS_BLOCK];
  NAME(numbers)(block->bodies, block->body_bits, block->count, counts);
  for (unsigned i = 0; i < POSTINGS_BLOCK; i++) counts[i] = (counts[i] + block->body_least) & 255;
  if (block->heading_bits) {
    NAME(numbers)(block->headings, block->heading_bits, block->count, other);
    for (unsigned i = 0; i < POSTINGS_BLOCK; i++) counts[i] |= other[i] << 8;
  }
  if (block->title_bits) {
    NAME(numbers)(block->titles, block->title_bits, block->count, other);
    for (unsigned i = 0; i < POSTINGS_BLOCK; i++) counts[i] |= other[i] << 16;
  }
}

TARGET void NAME(postings_scores)(
    const postings_block *block, const uint32_t *ordinals, const uint32_t *lengths,
    const postings_formula *formula, float *scores) {
  uint32_t counts[POSTINGS_BLOCK];
  float norms[POSTINGS_BLOCK];
  const float constant = formula->constant, slope = formula->slope, weight = formula->weight;
  const float body = formula->body;
  NAME(numbers)(block->bodies, block->body_bits, block->count, counts);
  for (unsigned i = 0; i < POSTINGS_BLOCK; i++) norms[i] = (float)(int32_t)lengths[ordinals[i]];
  const int32_t least = block->body_least;
  for (unsigned i = 0; i < POSTINGS_BLOCK; i++) scores[i] = body * (float)((int32_t)counts[i] + least);
  if (block->heading_bits) {
    NAME(numbers)(block->headings, block->heading_bits, block->count, counts);
    for (unsigned i = 0; i < POSTINGS_BLOCK; i++) scores[i] += formula->heading * (float)(int32_t)counts[i];
  }
  if (block->title_bits) {
    NAME(numbers)(block->titles, block->title_bits, block->count, counts);
    for (unsigned i = 0; i < POSTINGS_BLOCK; i++) scores[i] += formula->title * (float)(int32_t)counts[i];
  }
  for (unsigned i = 0; i < POSTINGS_BLOCK; i++)
    scores[i] = weight * scores[i] / (scores[i] + (constant + slope * norms[i]));
}

#undef FOUR
#undef EIGHT
