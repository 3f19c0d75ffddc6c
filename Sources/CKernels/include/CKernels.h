/* The inner loops that need the processor's own instructions: products of 8-bit integers, and products of
   numbers with signs. Every function computes the same integers on every processor; `kernels_level` only
   decides how fast. */
#ifndef FOOTNOTE_CKERNELS_H
#define FOOTNOTE_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/* What the processor can do. A level is only used where `kernels_supports` says so. */
typedef enum {
  KERNELS_PORTABLE = 0,
  KERNELS_AVX2 = 1,
  KERNELS_AVX_VNNI = 2,
  KERNELS_AVX512_VNNI = 3,
  KERNELS_NEON_DOT = 4,
} kernels_level;

int kernels_supports(kernels_level level);

/* The fastest level of this processor. */
kernels_level kernels_best_level(void);

/* Outputs are packed in groups of this many, inputs in steps of this many. */
#define KERNELS_GROUP 16
#define KERNELS_STEP 4

/* Rounds each row of x, `columns` floats every `stride`, to integers of -127 ... 127 times a scale of its own:
   x[r][c] is about q[r][c] * scales[r]. q has `padded` bytes a row, a multiple of KERNELS_STEP, zeros at the
   end. Levels for unsigned activations keep q + 128. */
void kernels_quantize(
    kernels_level level, const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q,
    size_t padded, float *scales);

/* y[r][o] = scale[r] * weight_scale[o] * sum over c of q[r][c] * w[o][c], plus bias[o] unless that is NULL,
   for the outputs of the groups first ... last - 1. w is packed: for each group, for each step, 16 outputs x 4
   inputs. weight_sums[o] is the sum of w[o]. All three have an entry for each output of whole groups; y has
   `outputs` columns every `y_stride`. */
void kernels_multiply(
    kernels_level level, const uint8_t *q, size_t rows, size_t padded, const float *scales,
    const int8_t *w, const int32_t *weight_sums, const float *weight_scales, const float *bias,
    float *y, size_t y_stride, size_t outputs, size_t first, size_t last);

/* For each of `queries` rows of integers, the largest sum over those columns whose bit is set in a row of
   `codes`; rows of codes have `width` bytes, rows of integers 8 * width. `best` must hold INT32_MIN or what
   was found before. */
void kernels_largest_signed_sums(
    kernels_level level, const uint8_t *codes, size_t rows, size_t width, const int8_t *integers,
    size_t queries, int32_t *best);

#include "postings.h"

#endif
