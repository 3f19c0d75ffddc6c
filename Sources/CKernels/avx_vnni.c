/* Alder Lake and its successors, which have the instruction for 32 products but not the one for 64. */
#if defined(__x86_64__)
#include "finish_avx2.h"

#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,fma,avxvnni")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE void tile(const kernels_product *p, size_t row, size_t group, const int R) {
  __m256i sums[6][2];
  for (int r = 0; r < R; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  const uint8_t *q = p->q + row * p->padded;
  const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
  for (size_t c = 0; c < p->padded; c += KERNELS_STEP) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP));
    __m256i high = _mm256_loadu_si256((const __m256i *)(w + c * KERNELS_GROUP + 32));
    for (int r = 0; r < R; r++) {
      int32_t value;
      memcpy(&value, q + r * p->padded + c, 4);
      __m256i inputs = _mm256_set1_epi32(value);
      sums[r][0] = _mm256_dpbusd_avx_epi32(sums[r][0], inputs, low);
      sums[r][1] = _mm256_dpbusd_avx_epi32(sums[r][1], inputs, high);
    }
  }
  for (int r = 0; r < R; r++)
    finish_avx2(p, row + r, group, sums[r][0], sums[r][1], 128);
}

TARGET void kernels_multiply_avx_vnni(const kernels_product *p) {
  for (size_t group = p->first; group < p->last; group++) {
    size_t row = 0;
    for (; row + 6 <= p->rows; row += 6) tile(p, row, group, 6);
    for (; row + 2 <= p->rows; row += 2) tile(p, row, group, 2);
    if (row < p->rows) tile(p, row, group, 1);
  }
}
#endif
