/* What the files of this target share. */
#ifndef FOOTNOTE_LEVELS_H
#define FOOTNOTE_LEVELS_H

#include "CKernels.h"

#include <math.h>

/* The nearest integer, ties to even, of what is 127 at most but for rounding; 0 for what is no number. */
static inline int kernels_round(float value) {
  return value > -127.25f && value < 127.25f ? (int)nearbyintf(value) : 0;
}

/* Arguments of a product, so that every level takes the same ones. */
typedef struct {
  const uint8_t *q;
  size_t rows, padded;
  const float *scales;
  const int8_t *w;
  const int32_t *weight_sums;
  const float *weight_scales;
  const float *bias;
  float *y;
  size_t y_stride, outputs, first, last;
} kernels_product;

/* Writes one group of sums as floats; the last group may have fewer outputs. */
static inline void kernels_finish(
    const kernels_product *p, size_t row, size_t group, const int32_t sums[KERNELS_GROUP],
    int32_t excess) {
  size_t start = group * KERNELS_GROUP;
  size_t count = p->outputs - start < KERNELS_GROUP ? p->outputs - start : KERNELS_GROUP;
  for (size_t lane = 0; lane < count; lane++) {
    size_t output = start + lane;
    float value = (float)(sums[lane] - excess * p->weight_sums[output])
        * (p->scales[row] * p->weight_scales[output]);
    p->y[row * p->y_stride + output] = p->bias ? value + p->bias[output] : value;
  }
}

/* A product of floats: y[r][o] is the sum over k of a[r][k] * w[o][k], plus bias[o] unless that is NULL, for the
   outputs of the groups first ... last - 1. w is packed: for each group of 16 outputs, for each input, 16. */
typedef struct {
  const float *a;
  size_t a_stride, rows, depth;
  const float *w;
  const float *bias;
  float *y;
  size_t y_stride, outputs, first, last;
} kernels_float_arguments;

/* At most so many rows of scores are kept by kernels_attention. */
#define KERNELS_QUERIES 12

/* Arguments of kernels_attention. */
typedef struct {
  const float *x;
  size_t stride, tokens, heads, head_width, first, last;
  float scale;
  float *scratch;
  float *y;
} kernels_attention_input;

#define KERNELS_FLOATS(level) \
  void kernels_gelu_##level(float *x, size_t stride, size_t rows, size_t columns, const float *bias); \
  void kernels_layer_norm_##level( \
      float *x, size_t stride, size_t rows, size_t columns, const float *bias, const float *residual, \
      const float *scale, const float *shift, float epsilon); \
  void kernels_softmax_##level(float *x, size_t stride, size_t rows, size_t columns); \
  void kernels_mix_##level(const float *x, size_t columns, float *y); \
  void kernels_float_product_##level(const kernels_float_arguments *p); \
  void kernels_attention_##level(const kernels_attention_input *p);

KERNELS_FLOATS(portable)
KERNELS_FLOATS(avx2)
KERNELS_FLOATS(avx512)
#undef KERNELS_FLOATS

void kernels_multiply_avx2(const kernels_product *p);
void kernels_multiply_avx_vnni(const kernels_product *p);
void kernels_multiply_avx512_vnni(const kernels_product *p);
void kernels_multiply_neon(const kernels_product *p);

void kernels_quantize_avx2(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip);

void kernels_quantize_avx512(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip);

void kernels_quantize_wide_avx2(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded,
    float *scales);

/* Any width. */
void kernels_sums_avx2(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);

/* These take widths that are multiples of 16. */
void kernels_wide_sums_avx2(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);
void kernels_wide_sums_avx512(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);
void kernels_wide_sums_neon(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);

/* Arguments of dot products. */
typedef struct {
  const float *rows;
  size_t stride, count, columns;
  const float *query;
  float *out;
} kernels_dot_products;

void kernels_dots_avx2(const kernels_dot_products *p);
void kernels_dots_avx512(const kernels_dot_products *p);
void kernels_dots_neon(const kernels_dot_products *p);

/* Arguments of products with codes. */
typedef struct {
  const int8_t *codes;
  const float *scales;
  size_t count, width;
  const int8_t *query;
  float base, scale;
  float *out;
} kernels_code_products;

void kernels_codes_avx2(const kernels_code_products *p);
void kernels_codes_avx512(const kernels_code_products *p);
void kernels_codes_neon(const kernels_code_products *p);

static inline void kernels_finish_code(const kernels_code_products *p, size_t row, int32_t sum) {
  float factor = p->scales[row] * p->scale;
  float product = (float)sum * factor;
  p->out[row] = p->base + product;
}

/* Arguments of products with codes of four bits. */
typedef struct {
  const uint8_t *codes;
  const float *scales;
  const uint32_t *places;
  size_t count, width;
  const int8_t *query;
  float scale;
  float *scores;
} kernels_half_byte_products;

void kernels_half_bytes_avx2(const kernels_half_byte_products *p);
void kernels_half_bytes_avx512(const kernels_half_byte_products *p);
void kernels_half_bytes_neon(const kernels_half_byte_products *p);

static inline const uint8_t *kernels_half_bytes_of(const kernels_half_byte_products *p, size_t index) {
  return p->codes + p->places[index] * (p->width / 2);
}

/* What the 8 that is added to every integer adds to a sum. */
static inline int32_t kernels_half_byte_excess(const kernels_half_byte_products *p) {
  int32_t sum = 0;
  for (size_t c = 0; c < p->width; c++) sum += p->query[c];
  return 8 * sum;
}

/* Rows lie anywhere: those of some places on are fetched meanwhile. */
static inline void kernels_fetch_half_bytes(const kernels_half_byte_products *p, size_t index) {
  if (index + 8 >= p->count) return;
  const uint8_t *next = kernels_half_bytes_of(p, index + 8);
  for (size_t byte = 0; byte < p->width / 2; byte += 64) __builtin_prefetch(next + byte);
  __builtin_prefetch(p->scales + p->places[index + 8]);
}

static inline void kernels_finish_half_bytes(
    const kernels_half_byte_products *p, size_t index, int32_t sum) {
  float factor = p->scales[p->places[index]] * p->scale;
  float product = (float)sum * factor;
  p->scores[index] = p->scores[index] + product;
}

/* Arguments of estimates from signs. */
typedef struct {
  const uint8_t *blocks;
  size_t count, width;
  const uint8_t *following, *tables;
  float base, scale, offset;
  float *out;
} kernels_sign_estimates;

/* Sums of 16 bits hold so many bytes of two integers of 127. */
#define KERNELS_SHORT_WIDTH 256

void kernels_blocks_avx2(const kernels_sign_estimates *p);
void kernels_blocks_avx512(const kernels_sign_estimates *p);
void kernels_blocks_neon(const kernels_sign_estimates *p);

/* Where the tables for the low and the high four signs of byte b begin: 16 integers, twice. Those of two bytes lie
   side by side, as one register of 64 bytes takes them. */
static inline size_t kernels_low_table(size_t b) { return b / 2 * 128 + b % 2 * 32; }
static inline size_t kernels_high_table(size_t b) { return kernels_low_table(b) + 64; }

static inline const float *kernels_factors(const kernels_sign_estimates *p, size_t block) {
  return (const float *)(const void *)(p->blocks + block * KERNELS_BLOCK_BYTES(p->width)
      + KERNELS_BLOCK * p->width);
}

/* Which memory to fetch while a block is read: that of the block some places on, which may be one of those that
   follow. */
#define KERNELS_BLOCKS_AHEAD 4
static inline const uint8_t *kernels_block_ahead(const kernels_sign_estimates *p, size_t block) {
  size_t ahead = block + KERNELS_BLOCKS_AHEAD, size = KERNELS_BLOCK_BYTES(p->width);
  return ahead < p->count ? p->blocks + ahead * size : p->following + (ahead - p->count) * size;
}

/* Any level; the sums of a block, which has more than a level's sums hold or is one of few. */
static inline void kernels_block_sums(
    const kernels_sign_estimates *p, size_t block, uint32_t sums[KERNELS_BLOCK]) {
  const uint8_t *codes = p->blocks + block * KERNELS_BLOCK_BYTES(p->width);
  for (size_t row = 0; row < KERNELS_BLOCK; row++) sums[row] = 0;
  for (size_t b = 0; b < p->width; b++) {
    const uint8_t *low = p->tables + kernels_low_table(b), *high = p->tables + kernels_high_table(b);
    const uint8_t *bytes = codes + b * KERNELS_BLOCK;
    for (size_t row = 0; row < KERNELS_BLOCK; row++) sums[row] += low[bytes[row] & 15] + high[bytes[row] >> 4];
  }
}

static inline void kernels_finish_block(
    const kernels_sign_estimates *p, size_t block, const uint32_t sums[KERNELS_BLOCK]) {
  const float *factors = kernels_factors(p, block);
  for (size_t row = 0; row < KERNELS_BLOCK; row++) {
    float sum = p->scale * (float)sums[row];
    sum = sum + p->offset;
    float product = factors[row] * sum;
    p->out[block * KERNELS_BLOCK + row] = p->base + product;
  }
}

size_t kernels_largest_avx2(const float *values, size_t count);
size_t kernels_largest_avx512(const float *values, size_t count);
size_t kernels_reaching_avx2(const float *values, size_t count, float threshold, uint32_t *places);
size_t kernels_reaching_avx512(const float *values, size_t count, float threshold, uint32_t *places);

#endif
