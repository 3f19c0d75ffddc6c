/* The inner loops that need the processor's own instructions: products of 8-bit integers, and products of
   numbers with signs. Every function computes the same integers on every processor; `kernels_level` only
   decides how fast. Those that sum floats say in which order. */
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

/* out[r] = the dot product of row r of `rows`, `columns` floats every `stride`, with `query`. Column c goes to
   sum c % 16, in one rounding where the processor can, and the sums are added by halves: the result for a row
   depends neither on where it lies nor, where products and sums are fused, on the level. */
void kernels_dots(
    kernels_level level, const float *rows, size_t stride, size_t count, size_t columns,
    const float *query, float *out);

/* out[r] = base + scale * scales[r] * sum over c of codes[r][c] * query[c], for codes of -127 ... 127, `width`
   a row; width is a multiple of KERNELS_CODE_STEP. */
#define KERNELS_CODE_STEP 64
void kernels_code_scores(
    kernels_level level, const int8_t *codes, const float *scales, size_t count, size_t width,
    const int8_t *query, float base, float scale, float *out);

/* Rounds row - centre to integers of -7 ... 7 times a scale, which is returned. Each has 8 added and takes four
   bits: of every 64 columns the first 32 are the low halves of 32 bytes, the others the high ones. `codes` has
   width / 2 bytes, `width` being a multiple of KERNELS_CODE_STEP. */
float kernels_half_byte_residual(
    const float *row, const float *centre, size_t columns, size_t width, uint8_t *codes);

/* scores[i] += scale * scales[places[i]] * sum over c of (integer c of row places[i]) * query[c]. */
void kernels_half_byte_scores(
    kernels_level level, const uint8_t *codes, const float *scales, const uint32_t *places, size_t count,
    size_t width, const int8_t *query, float scale, float *scores);

/* Signs of rows in blocks of 32: byte b of a block's row r, which holds the signs of numbers 8b ... 8b + 7, lies
   at 32 * b + r, and after 32 * `width` bytes come the rows' factors, 32 floats. `width` is the number of bytes
   of a row, an even one. */
#define KERNELS_BLOCK 32
#define KERNELS_BLOCK_BYTES(width) (KERNELS_BLOCK * ((width) + sizeof(float)))

/* The signs of row - centre, `columns` numbers, into place `codes`, a byte every KERNELS_BLOCK; bytes beyond the
   columns are not touched. Returns the row's factor, |d|^2 / sum |d| for the difference d, 0 where there is none:
   what the sum of a question's numbers with these signs is multiplied with to estimate its product with d. */
float kernels_sign_residual(const float *row, const float *centre, size_t columns, uint8_t *codes);

/* Fills in, for a question of `columns` numbers, what the sums of its numbers are for each value of four signs,
   as integers of 0 ... 127: 64 * width bytes. The sum of its numbers with the signs of a row is about
   scale * (the sum of the row's integers) + offset. */
void kernels_sign_tables(
    const float *query, size_t columns, size_t width, uint8_t *tables, float *scale, float *offset);

/* out[r] = base + factor of r * (scale * (the sum of row r's integers) + offset) for the rows of `count` blocks.
   `following` is where the blocks lie that will be asked for next. */
void kernels_block_scores(
    kernels_level level, const uint8_t *blocks, size_t count, size_t width, const uint8_t *following,
    const uint8_t *tables, float base, float scale, float offset, float *out);

/* The place of the largest of `count` values, the first one of equals; 0 where none is a number. */
size_t kernels_largest(kernels_level level, const float *values, size_t count);

/* Writes the places of those of `count` values that are at least `threshold`, in their order, and returns how
   many they are. `places` has room for `count`. */
size_t kernels_reaching(
    kernels_level level, const float *values, size_t count, float threshold, uint32_t *places);

#endif
