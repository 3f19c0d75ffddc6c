/* Every x86-64 processor since 2013 or 2015. */
#if defined(__x86_64__)
#include "levels.h"

#include <immintrin.h>
#include <math.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE __m256i four(const uint8_t *p) {
  int32_t value;
  memcpy(&value, p, 4);
  return _mm256_set1_epi32(value);
}

/* R rows by one group, which is two registers. The instruction multiplies unsigned by signed bytes and adds
   pairs with saturation, so the inputs go in without their sign and the weights take it over: 2 * 127 * 127
   fits into 16 bits. */
INLINE void tile(const kernels_product *p, size_t row, size_t group, const int R) {
  __m256i sums[4][2];
  for (int r = 0; r < R; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  const uint8_t *q = p->q + row * p->padded;
  const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
  for (size_t c = 0; c < p->padded; c += KERNELS_STEP) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP));
    __m256i high = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP + 32));
    for (int r = 0; r < R; r++) {
      __m256i inputs = four(q + r * p->padded + c);
      __m256i sizes = _mm256_abs_epi8(inputs);
      __m256i a = _mm256_maddubs_epi16(sizes, _mm256_sign_epi8(low, inputs));
      __m256i b = _mm256_maddubs_epi16(sizes, _mm256_sign_epi8(high, inputs));
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(a, ones));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(b, ones));
    }
  }
  for (int r = 0; r < R; r++) {
    int32_t found[KERNELS_GROUP];
    _mm256_storeu_si256((__m256i *)found, sums[r][0]);
    _mm256_storeu_si256((__m256i *)(found + 8), sums[r][1]);
    kernels_finish(p, row + r, group, found, 0);
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

TARGET void kernels_quantize_avx2(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip) {
  const __m256 sign = _mm256_set1_ps(-0.0f);
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const __m256i flips = _mm256_set1_epi8((char)flip);
  for (size_t row = 0; row < rows; row++, x += stride, q += padded) {
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
  }
}
#endif
