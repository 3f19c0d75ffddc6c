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

void kernels_sums_avx2(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);

/* 0 where it has no form for this width, and has done nothing. */
int kernels_sums_avx512(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best);

#endif
