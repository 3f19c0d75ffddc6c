/* Blocks of postings on x86-64 processors since 2013 or 2015. */
#if defined(__x86_64__)
#include "CKernels.h"

#include <immintrin.h>
#include <string.h>

#include "postings_levels.h"

#define NAME(name) name##_avx2
#define TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#include "postings_template.h"

TARGET size_t postings_collect_avx2(const float *sums, size_t size, float least, uint32_t *places) {
  const __m256 bound = _mm256_set1_ps(least);
  size_t found = 0;
  for (size_t i = 0; i + 8 <= size; i += 8) {
    unsigned mask = (unsigned)_mm256_movemask_ps(
        _mm256_cmp_ps(_mm256_loadu_ps(sums + i), bound, _CMP_GE_OQ));
    for (; mask; mask &= mask - 1) places[found++] = (uint32_t)i + (uint32_t)__builtin_ctz(mask);
  }
  return found;
}
#endif
