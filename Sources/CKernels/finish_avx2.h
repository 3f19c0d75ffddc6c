/* The end of a tile of integers, for both levels with registers of eight. */
#ifndef FOOTNOTE_FINISH_AVX2_H
#define FOOTNOTE_FINISH_AVX2_H

#include "levels.h"

#include <immintrin.h>

/* What kernels_finish does, with the same roundings, for the 16 sums of a group. */
static inline __attribute__((always_inline, target("avx2,fma"))) void finish_avx2(
    const kernels_product *p, size_t row, size_t group, __m256i low, __m256i high, int32_t excess) {
  size_t start = group * KERNELS_GROUP;
  if (p->outputs - start < KERNELS_GROUP) {
    int32_t found[KERNELS_GROUP];
    _mm256_storeu_si256((__m256i *)found, low);
    _mm256_storeu_si256((__m256i *)(found + 8), high);
    kernels_finish(p, row, group, found, excess);
    return;
  }
  __m256 scale = _mm256_set1_ps(p->scales[row]);
  float *y = p->y + row * p->y_stride + start;
  for (int half = 0; half < 2; half++) {
    size_t output = start + 8 * (size_t)half;
    __m256i sums = half ? high : low;
    if (excess) {
      __m256i weights = _mm256_loadu_si256((const __m256i *)(p->weight_sums + output));
      sums = _mm256_sub_epi32(sums, _mm256_mullo_epi32(weights, _mm256_set1_epi32(excess)));
    }
    __m256 scales = _mm256_mul_ps(scale, _mm256_loadu_ps(p->weight_scales + output));
    __m256 value = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), scales);
    if (p->bias) value = _mm256_add_ps(value, _mm256_loadu_ps(p->bias + output));
    _mm256_storeu_ps(y + 8 * half, value);
  }
}

#endif
