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
void kernels_wide_sums_avx_vnni(
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
void kernels_codes_avx_vnni(const kernels_code_products *p);
void kernels_codes_avx512(const kernels_code_products *p);
void kernels_codes_neon(const kernels_code_products *p);

static inline void kernels_finish_code(const kernels_code_products *p, size_t row, int32_t sum) {
  float factor = p->scales[row] * p->scale;
  float product = (float)sum * factor;
  p->out[row] = p->base + product;
}

/* Arguments of estimates from signs. */
typedef struct {
  const uint8_t *codes;
  const float *factors;
  size_t blocks, width;
  const uint8_t *tables;
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

/* Any level; the sums of a block, which has more than a level's sums hold or is one of few. */
static inline void kernels_block_sums(
    const kernels_sign_estimates *p, const uint8_t *codes, uint32_t sums[KERNELS_BLOCK]) {
  for (size_t row = 0; row < KERNELS_BLOCK; row++) sums[row] = 0;
  for (size_t b = 0; b < p->width; b++) {
    const uint8_t *low = p->tables + kernels_low_table(b), *high = p->tables + kernels_high_table(b);
    const uint8_t *bytes = codes + b * KERNELS_BLOCK;
    for (size_t row = 0; row < KERNELS_BLOCK; row++) sums[row] += low[bytes[row] & 15] + high[bytes[row] >> 4];
  }
}

static inline void kernels_finish_block(
    const kernels_sign_estimates *p, size_t block, const uint32_t sums[KERNELS_BLOCK]) {
  for (size_t row = 0; row < KERNELS_BLOCK; row++) {
    size_t place = block * KERNELS_BLOCK + row;
    float sum = p->scale * (float)sums[row];
    sum = sum + p->offset;
    float product = p->factors[place] * sum;
    p->out[place] = p->base + product;
  }
}

size_t kernels_largest_avx2(const float *values, size_t count);
size_t kernels_largest_avx512(const float *values, size_t count);
size_t kernels_reaching_avx2(const float *values, size_t count, float threshold, uint32_t *places);
size_t kernels_reaching_avx512(const float *values, size_t count, float threshold, uint32_t *places);

#endif
