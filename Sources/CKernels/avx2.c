/* Every x86-64 processor since 2013 or 2015. */
#if defined(__x86_64__)
#include "finish_avx2.h"

#include <immintrin.h>
#include <math.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

/* The 32 bits at p for all lanes: two inputs of 16 bits. */
INLINE __m256i two(const uint8_t *p) {
  int32_t value;
  memcpy(&value, p, 4);
  return _mm256_set1_epi32(value);
}

/* R rows by one group, which is two registers. An instruction multiplies pairs of 16 bits and adds them: a
   register of weights, four inputs of an output in 32 bits, is taken apart into the first and third and the
   second and fourth, once for all rows. Of the inputs both pairs stand side by side. */
INLINE void tile(const kernels_product *p, size_t row, size_t group, const int R) {
  __m256i sums[4][2];
  for (int r = 0; r < R; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  const uint8_t *q = p->q + row * 2 * p->padded;
  const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
  for (size_t c = 0; c < p->padded; c += KERNELS_STEP) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP));
    __m256i high = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP + 32));
    __m256i low_even = _mm256_srai_epi16(_mm256_slli_epi16(low, 8), 8);
    __m256i low_odd = _mm256_srai_epi16(low, 8);
    __m256i high_even = _mm256_srai_epi16(_mm256_slli_epi16(high, 8), 8);
    __m256i high_odd = _mm256_srai_epi16(high, 8);
    for (int r = 0; r < R; r++) {
      __m256i even = two(q + 2 * (r * p->padded + c)), odd = two(q + 2 * (r * p->padded + c) + 4);
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(low_even, even));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(high_even, even));
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(low_odd, odd));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(high_odd, odd));
    }
  }
  for (int r = 0; r < R; r++) finish_avx2(p, row + r, group, sums[r][0], sums[r][1], 0);
}

/* Makes 16 bits of the `padded` bytes that stand in the second half of a row, the second and third of four
   exchanged. */
INLINE void widen(uint8_t *q, size_t padded) {
  const __m128i order = _mm_setr_epi8(0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15);
  size_t c = 0;
  for (; c + 16 <= padded; c += 16) {
    __m128i bytes = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(q + padded + c)), order);
    _mm256_storeu_si256((__m256i *)(q + 2 * c), _mm256_cvtepi8_epi16(bytes));
  }
  for (; c < padded; c += 4) {
    const int8_t *from = (const int8_t *)q + padded + c;
    int16_t wide[4] = {from[0], from[2], from[1], from[3]};
    memcpy(q + 2 * c, wide, sizeof wide);
  }
}

TARGET void kernels_multiply_avx2(const kernels_product *p) {
  for (size_t group = p->first; group < p->last; group++) {
    size_t row = 0;
    for (; row + 4 <= p->rows; row += 4) tile(p, row, group, 4);
    switch (p->rows - row) {
    case 3: tile(p, row, group, 3); break;
    case 2: tile(p, row, group, 2); break;
    case 1: tile(p, row, group, 1); break;
    default: break;
    }
  }
}

INLINE void quantize(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *start, size_t padded,
    float *scales, int flip, const int is_wide) {
  const __m256 sign = _mm256_set1_ps(-0.0f);
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const __m256i flips = _mm256_set1_epi8((char)flip);
  for (size_t row = 0; row < rows; row++, x += stride) {
    uint8_t *q = start + row * padded * (is_wide ? 2 : 1) + (is_wide ? padded : 0);
    __m256 largest = _mm256_setzero_ps();
    size_t c = 0;
    for (; c + 8 <= columns; c += 8)
      largest = _mm256_max_ps(largest, _mm256_andnot_ps(sign, _mm256_loadu_ps(x + c)));
    float lanes[8], most = 0;
    _mm256_storeu_ps(lanes, largest);
    for (int i = 0; i < 8; i++) most = lanes[i] > most ? lanes[i] : most;
    for (; c < columns; c++) most = fabsf(x[c]) > most ? fabsf(x[c]) : most;
    float factor = most > 0 ? 127 / most : 0;
    scales[row] = most / 127;
    __m256 factors = _mm256_set1_ps(factor);
    for (c = 0; c + 32 <= columns; c += 32) {
      __m256i a = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(x + c), factors));
      __m256i b = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(x + c + 8), factors));
      __m256i d = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(x + c + 16), factors));
      __m256i e = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(x + c + 24), factors));
      __m256i bytes = _mm256_packs_epi16(_mm256_packs_epi32(a, b), _mm256_packs_epi32(d, e));
      bytes = _mm256_xor_si256(_mm256_permutevar8x32_epi32(bytes, order), flips);
      _mm256_storeu_si256((__m256i *)(q + c), bytes);
    }
    for (; c < columns; c++) q[c] = (uint8_t)(kernels_round(x[c] * factor) ^ flip);
    memset(q + columns, flip, padded - columns);
    if (is_wide) widen(q - padded, padded);
  }
}

TARGET void kernels_quantize_avx2(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip) {
  quantize(x, stride, rows, columns, q, padded, scales, flip, 0);
}

TARGET void kernels_quantize_wide_avx2(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded,
    float *scales) {
  quantize(x, stride, rows, columns, q, padded, scales, 0, 1);
}

/* The 32 bits of `bits` as bytes of ones and zeros. */
INLINE __m256i spread(uint32_t bits) {
  const __m256i place = _mm256_setr_epi64x(
      0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i one_each = _mm256_set1_epi64x((long long)0x8040201008040201);
  __m256i bytes = _mm256_shuffle_epi8(_mm256_set1_epi32((int)bits), place);
  return _mm256_cmpeq_epi8(_mm256_and_si256(bytes, one_each), one_each);
}

INLINE int32_t total(__m256i sums) {
  __m128i x = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
  x = _mm_hadd_epi32(x, x);
  return _mm_cvtsi128_si32(_mm_hadd_epi32(x, x));
}

TARGET void kernels_sums_avx2(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  const __m256i unit = _mm256_set1_epi8(1);
  const __m256i units = _mm256_set1_epi16(1);
  size_t columns = width * 8;
  size_t whole = columns / 32 * 32;
  for (size_t row = 0; row < rows; row++, codes += width) {
    for (size_t query = 0; query < queries; query += 4) {
      size_t count = queries - query < 4 ? queries - query : 4;
      const int8_t *numbers[4];
      __m256i sums[4];
      for (size_t i = 0; i < 4; i++) {
        numbers[i] = integers + (query + (i < count ? i : 0)) * columns;
        sums[i] = _mm256_setzero_si256();
      }
      for (size_t c = 0; c < whole; c += 32) {
        uint32_t bits;
        memcpy(&bits, codes + c / 8, 4);
        __m256i set = spread(bits);
        for (size_t i = 0; i < 4; i++) {
          __m256i chosen = _mm256_and_si256(set, _mm256_loadu_si256((const __m256i *)(numbers[i] + c)));
          __m256i pairs = _mm256_maddubs_epi16(unit, chosen);
          sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(pairs, units));
        }
      }
      for (size_t i = 0; i < count; i++) {
        int32_t sum = total(sums[i]);
        for (size_t c = whole; c < columns; c++) sum += numbers[i][c] & -(codes[c / 8] >> c % 8 & 1);
        if (sum > best[query + i]) best[query + i] = sum;
      }
    }
  }
}
#endif
