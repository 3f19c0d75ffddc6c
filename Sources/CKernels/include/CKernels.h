/* The inner loops that need the processor's own instructions: products of 8-bit integers, products of numbers
   with signs, and what an encoder does with floats. Every function of integers computes the same integers on
   every processor; `kernels_level` only decides how fast. Floats differ between levels in their last bits, as
   sums are added in another order; at one level a row's floats do not depend on the rows around it. */
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

/* y becomes the row x with its columns mixed in blocks of 128, the last ones in blocks of 64 and 32, and what is left
   over as it is: Walsh-Hadamard transforms, in an order of their own, all times the root of 128. What is large in one
   column is spread over its block, and the product of two rows is 128 times what it was. y has room for `columns`
   floats. Every level gives the same bits. */
#define KERNELS_MIXED_PRODUCT 128
void kernels_mix(kernels_level level, const float *x, size_t columns, float *y);

/* Mixes the columns of each row of x, `columns` floats every `stride`, and rounds them to integers of -127 ... 127
   times a scale of the row's own: mixed, x[r][c] is about q[r][c] * scales[r]. A row of q is filled up with zeros to
   `padded` integers, a multiple of KERNELS_STEP, and has kernels_row_bytes bytes: what they look like is the level's
   affair. `scratch` has room for `columns` floats. */
size_t kernels_row_bytes(kernels_level level, size_t padded);
void kernels_mix_and_quantize(
    kernels_level level, const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q,
    size_t padded, float *scales, float *scratch);

/* Rounds the rows as they are, to plain integers of -127 ... 127, a byte each, at every level. */
void kernels_round_rows(
    kernels_level level, const float *x, size_t stride, size_t rows, size_t columns, int8_t *q,
    size_t padded, float *scales);

/* y[r][o] = scale[r] * weight_scale[o] * sum over c of q[r][c] * w[o][c], plus bias[o] unless that is NULL,
   for the outputs of the groups first ... last - 1. w is packed: for each group, for each step, 16 outputs x 4
   inputs. weight_sums[o] is the sum of w[o]. All three have an entry for each output of whole groups; bias has
   `outputs`, and y as many columns every `y_stride`. */
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

/* x becomes GELU(x + bias) in its exact form, to within 1e-6, over rows of `columns` floats every `stride`. */
void kernels_gelu(
    kernels_level level, float *x, size_t stride, size_t rows, size_t columns, const float *bias);

/* x becomes the layer norm of x + bias + residual; residual has rows without gaps. */
void kernels_layer_norm(
    kernels_level level, float *x, size_t stride, size_t rows, size_t columns, const float *bias,
    const float *residual, const float *scale, const float *shift, float epsilon);

/* x becomes e to the x over the sum of a row's. */
void kernels_softmax(kernels_level level, float *x, size_t stride, size_t rows, size_t columns);

/* y[r][o] = sum over k of a[r][k] * w[o][k], plus bias[o] unless that is NULL, for the outputs of the groups
   first ... last - 1. w is packed: for each group of KERNELS_GROUP outputs, for each of `depth` inputs, a float
   of each output. w has entries for whole groups; bias has `outputs`, and y as many columns every `y_stride`. */
void kernels_multiply_floats(
    kernels_level level, const float *a, size_t a_stride, size_t rows, size_t depth, const float *w,
    const float *bias, float *y, size_t y_stride, size_t outputs, size_t first, size_t last);

/* Self-attention over the tokens of one text. x has a row a token: queries, keys and values, each of
   heads * head_width floats; y, of heads * head_width a row, becomes softmax(q * k / sqrt(head_width)) * v of
   the heads first ... last - 1. `scratch` has room for kernels_attention_scratch floats. */
void kernels_attention(
    kernels_level level, const float *x, size_t tokens, size_t heads, size_t head_width, size_t first,
    size_t last, float *scratch, float *y);
size_t kernels_attention_scratch(size_t tokens, size_t head_width);

/* Tells the processor that this thread waits for another one. */
void kernels_pause(void);

#include "postings.h"

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
