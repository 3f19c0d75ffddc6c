/* The kernels of floats, written once in terms of 16 floats at a time. A file for each level sets TARGET, NAME,
   ROWS, WIDE, the two operations that clang has no plain form for, and OPAQUE, which hides from the compiler
   that a vector is zero (it would clear sums in memory first), and includes this one; the compiler makes one register, two or four of the 16 floats. A row's numbers do not depend on the rows around it. */
#include "lanes.h"
#include "levels.h"

/* Only functions that are compiled into their callers have vectors as arguments. */
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE vec load(const float *p) {
  vec value;
  memcpy(&value, p, sizeof value);
  return value;
}

INLINE void store(float *p, vec value) { memcpy(p, &value, sizeof value); }

INLINE vec load_some(const float *p, size_t count, float filler) {
  vec value = (vec)filler;
  for (size_t i = 0; i < count; i++) value[i] = p[i];
  return value;
}

INLINE void store_some(float *p, vec value, size_t count) {
  if (count >= 16) store(p, value);
  else
    for (size_t i = 0; i < count; i++) p[i] = value[i];
}

INLINE float total(vec x) {
  float8 a = x.lo + x.hi;
  float4 b = a.lo + a.hi;
  return (b.x + b.z) + (b.y + b.w);
}

INLINE float largest(vec x) {
  float most = x[0];
  for (int i = 1; i < 16; i++) most = x[i] > most ? x[i] : most;
  return most;
}

/* e to the x, to within 2 units in the last place, for x of -87 ... 88, what lies beyond being brought there.
   x is split into n * ln 2 + r; e to the r is the polynomial of Cephes' expf, 2 to the n goes into the exponent.
   Adding 1.5 * 2^23 rounds to an integer, which then stands in the lowest bits. */
INLINE vec exponential(vec x) {
  x = MIN((vec)88.0f, MAX((vec)-87.0f, x));
  vec shifted = x * 1.44269504f + 12582912.0f;
  vec n = shifted - 12582912.0f;
  vec r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  vec p = r * 1.98756915e-4f + 1.39819995e-3f;
  p = p * r + 8.3334519e-3f;
  p = p * r + 4.1665796e-2f;
  p = p * r + 1.66666655e-1f;
  p = p * r + 5.0000001e-1f;
  p = p * (r * r) + (r + 1.0f);
  ints bits, exponent;
  memcpy(&bits, &p, sizeof bits);
  memcpy(&exponent, &shifted, sizeof exponent);
  bits += exponent << 23;
  memcpy(&p, &bits, sizeof p);
  return p;
}

/* The Gauss error function, to within 4e-7: Eigen's rational approximation on [-4, 4] (generic_fast_erf_float);
   beyond, it is 1 or -1 in single precision. */
INLINE vec error_function(vec x) {
  x = MIN((vec)4.0f, MAX((vec)-4.0f, x));
  vec s = x * x;
  vec p = s * -2.726142258e-10f + 2.770681422e-8f;
  p = p * s + -2.101024021e-6f;
  p = p * s + -5.692506395e-5f;
  p = p * s + -7.349906303e-4f;
  p = p * s + -2.954599809e-3f;
  p = p * s + -1.609603333e-2f;
  vec q = s * -1.456607185e-5f + -2.133740553e-4f;
  q = q * s + -1.682826974e-3f;
  q = q * s + -7.373329167e-3f;
  q = q * s + -1.426473905e-2f;
  return x * p / q;
}

INLINE vec gelu(vec x) { return x * 0.5f * (error_function(x * 0.70710678f) + 1.0f); }

TARGET void NAME(gelu)(float *x, size_t stride, size_t rows, size_t columns, const float *bias) {
  for (size_t row = 0; row < rows; row++, x += stride) {
    size_t c = 0;
    for (; c + 16 <= columns; c += 16) store(x + c, gelu(load(x + c) + load(bias + c)));
    size_t left = columns - c;
    if (left) store_some(x + c, gelu(load_some(x + c, left, 0) + load_some(bias + c, left, 0)), left);
  }
}

/* Rows of whole groups of 16; `tail` are the columns beyond. The second pass takes differences to the mean, as
   E[x^2] - E[x]^2 loses digits where the mean is large. */
TARGET void NAME(layer_norm)(
    float *x, size_t stride, size_t rows, size_t columns, const float *bias, const float *residual,
    const float *scale, const float *shift, float epsilon) {
  const size_t whole = columns / 16 * 16, tail = columns - whole;
  for (size_t row = 0; row < rows; row++, x += stride, residual += columns) {
    vec sums = (vec)0.0f, squares = (vec)0.0f;
    for (size_t c = 0; c < whole; c += 16) {
      vec value = load(x + c) + load(bias + c) + load(residual + c);
      store(x + c, value);
      sums += value;
    }
    if (tail) {
      vec value = load_some(x + whole, tail, 0) + load_some(bias + whole, tail, 0)
          + load_some(residual + whole, tail, 0);
      store_some(x + whole, value, tail);
      sums += value;
    }
    const float mean = total(sums) / (float)columns;
    for (size_t c = 0; c < whole; c += 16) {
      vec difference = load(x + c) - mean;
      squares += difference * difference;
    }
    if (tail) {
      vec difference = load_some(x + whole, tail, mean) - mean;
      squares += difference * difference;
    }
    const float factor = 1 / sqrtf(total(squares) / (float)columns + epsilon);
    for (size_t c = 0; c < whole; c += 16)
      store(x + c, (load(x + c) - mean) * factor * load(scale + c) + load(shift + c));
    if (tail)
      store_some(
          x + whole,
          (load_some(x + whole, tail, 0) - mean) * factor * load_some(scale + whole, tail, 0)
              + load_some(shift + whole, tail, 0),
          tail);
  }
}

/* R rows by G groups of 16 outputs over the inputs from ... to - 1: the sums stay in registers. */
INLINE void tile(
    const kernels_float_arguments *p, size_t row, size_t group, size_t from, size_t to, const int R,
    const int G) {
  vec sums[6][4];
  vec zero = (vec)0.0f;
  OPAQUE(zero);
  for (int r = 0; r < R; r++)
    for (int g = 0; g < G; g++) sums[r][g] = zero;
  const float *a = p->a + row * p->a_stride;
  const float *w = p->w + group * 16 * p->depth;
  const size_t apart = 16 * p->depth;
  for (size_t k = from; k < to; k++) {
    vec weights[4];
    for (int g = 0; g < G; g++) weights[g] = load(w + g * apart + k * 16);
    for (int r = 0; r < R; r++) {
      vec input = (vec)a[r * p->a_stride + k];
      for (int g = 0; g < G; g++) sums[r][g] += input * weights[g];
    }
  }
  for (int g = 0; g < G; g++) {
    size_t start = (group + g) * 16;
    size_t count = p->outputs - start < 16 ? p->outputs - start : 16;
    for (int r = 0; r < R; r++) {
      float *y = p->y + (row + r) * p->y_stride + start;
      vec value = sums[r][g];
      if (from > 0) value += count == 16 ? load(y) : load_some(y, count, 0);
      if (to == p->depth && p->bias)
        value += count == 16 ? load(p->bias + start) : load_some(p->bias + start, count, 0);
      store_some(y, value, count);
    }
  }
}

INLINE void rows_of(const kernels_float_arguments *p, size_t group, size_t from, size_t to, const int G) {
  size_t row = 0;
  for (; row + ROWS <= p->rows; row += ROWS) tile(p, row, group, from, to, ROWS, G);
  switch (p->rows - row) {
  case 5: tile(p, row, group, from, to, 5, G); break;
  case 4: tile(p, row, group, from, to, 4, G); break;
  case 3: tile(p, row, group, from, to, 3, G); break;
  case 2: tile(p, row, group, from, to, 2, G); break;
  case 1: tile(p, row, group, from, to, 1, G); break;
  default: break;
  }
}

/* Long rows of inputs are cut into parts, so that those of a tile stay in the first cache. */
#define DEPTH 384

TARGET void NAME(float_product)(const kernels_float_arguments *p) {
  size_t group = p->first;
  while (group < p->last) {
    size_t left = p->last - group;
    size_t taken = left >= WIDE ? WIDE : left >= 2 && WIDE >= 2 ? 2 : 1;
    for (size_t from = 0; from < p->depth || from == 0; from += DEPTH) {
      size_t to = p->depth - from < DEPTH ? p->depth : from + DEPTH;
      if (taken == WIDE) rows_of(p, group, from, to, WIDE);
      else if (taken == 2) rows_of(p, group, from, to, WIDE >= 2 ? 2 : 1);
      else rows_of(p, group, from, to, 1);
    }
    group += taken;
  }
}

/* x becomes e to the (x - largest) * scale over the first `count` of its numbers; returns their sum. What is no
   number stays none. */
INLINE float powers(float *x, size_t count, float scale) {
  const size_t whole = count / 16 * 16, tail = count - whole;
  vec most = (vec)-INFINITY;
  for (size_t c = 0; c < whole; c += 16) most = MAX(most, load(x + c));
  if (tail) most = MAX(most, load_some(x + whole, tail, -INFINITY));
  const float peak = largest(most);
  vec sums = (vec)0.0f;
  for (size_t c = 0; c < whole; c += 16) {
    vec value = exponential((load(x + c) - peak) * scale);
    store(x + c, value);
    sums += value;
  }
  if (tail) {
    vec value = exponential((load_some(x + whole, tail, peak) - peak) * scale);
    store_some(x + whole, value, tail);
    for (size_t i = tail; i < 16; i++) value[i] = 0;
    sums += value;
  }
  return total(sums);
}

TARGET void NAME(softmax)(float *x, size_t stride, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++, x += stride) {
    float factor = 1 / powers(x, columns, 1);
    for (size_t c = 0; c < columns; c++) x[c] *= factor;
  }
}

/* rows[i][j] becomes rows[j][i]: four times the first half is dealt out between the second. */
INLINE void transpose(vec rows[16]) {
  for (int round = 0; round < 4; round++) {
    vec next[16];
    for (int i = 0; i < 8; i++) {
      next[2 * i] = __builtin_shufflevector(
          rows[i], rows[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      next[2 * i + 1] = __builtin_shufflevector(
          rows[i], rows[i + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    for (int i = 0; i < 16; i++) rows[i] = next[i];
  }
}

/* Keys in groups of 16, each input of all 16 side by side, and values in groups of 16 columns: both as weights
   of a product. */
INLINE void pack_head(const kernels_attention_input *p, size_t head, float *keys, float *values) {
  const size_t d = p->head_width, width = p->heads * d, tokens = p->tokens;
  const float *key = p->x + width + head * d, *value = p->x + 2 * width + head * d;
  for (size_t first = 0; first < tokens; first += 16, keys += 16 * d) {
    size_t lanes = tokens - first < 16 ? tokens - first : 16;
    for (size_t start = 0; start < d; start += 16) {
      size_t count = d - start < 16 ? d - start : 16;
      vec rows[16];
      for (size_t lane = 0; lane < 16; lane++) {
        const float *from = key + (first + lane) * p->stride + start;
        if (lane >= lanes) rows[lane] = (vec)0.0f;
        else rows[lane] = count == 16 ? load(from) : load_some(from, count, 0);
      }
      transpose(rows);
      for (size_t i = 0; i < count; i++) store(keys + (start + i) * 16, rows[i]);
    }
  }
  for (size_t start = 0; start < d; start += 16, values += 16 * tokens) {
    size_t count = d - start < 16 ? d - start : 16;
    for (size_t token = 0; token < tokens; token++) {
      const float *from = value + token * p->stride + start;
      store(values + token * 16, count == 16 ? load(from) : load_some(from, count, 0));
    }
  }
}

/* A few queries at a time, whose scores stay in the first cache. */
#define QUERIES (2 * ROWS)

TARGET void NAME(attention)(const kernels_attention_input *p) {
  const size_t d = p->head_width, width = p->heads * d, tokens = p->tokens;
  const size_t key_groups = (tokens + 15) / 16, value_groups = (d + 15) / 16;
  float *keys = p->scratch, *values = keys + key_groups * 16 * d;
  float *scores = values + value_groups * 16 * tokens;
  for (size_t head = p->first; head < p->last; head++) {
    pack_head(p, head, keys, values);
    for (size_t first = 0; first < tokens; first += QUERIES) {
      size_t rows = tokens - first < QUERIES ? tokens - first : QUERIES;
      kernels_float_arguments similarity = {
        p->x + first * p->stride + head * d, p->stride, rows, d, keys, NULL, scores, key_groups * 16,
        key_groups * 16, 0, key_groups
      };
      NAME(float_product)(&similarity);
      float *y = p->y + first * width + head * d;
      float factors[QUERIES];
      for (size_t row = 0; row < rows; row++) {
        float *shares = scores + row * key_groups * 16;
        /* Scores of keys that there are not: next to nothing in the sum, and not read after it. */
        for (size_t i = tokens; i < key_groups * 16; i++) shares[i] = -INFINITY;
        factors[row] = 1 / powers(shares, key_groups * 16, p->scale);
      }
      kernels_float_arguments gathered = {
        scores, key_groups * 16, rows, tokens, values, NULL, y, width, d, 0, value_groups
      };
      NAME(float_product)(&gathered);
      for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < d; i++) y[row * width + i] *= factors[row];
    }
  }
}
