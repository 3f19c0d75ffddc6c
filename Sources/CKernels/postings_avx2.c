/* Blocks of postings on x86-64 processors since 2013 or 2015. */
#if defined(__x86_64__)
#include "CKernels.h"

#include <immintrin.h>
#include <string.h>

#include "postings_levels.h"

#define NAME(name) name##_avx2
#define TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#include "postings_template.h"

#define MASK(at) ((unsigned)_mm256_movemask_ps(_mm256_cmp_ps(_mm256_loadu_ps(sums + (at)), bound, _CMP_GE_OQ)))

/* Without a branch for each place that is found: eight are written, and as many are kept as count. */
#define EMIT(at, mask) do { \
    __m256i of_byte = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)bitmap_places[mask])); \
    _mm256_storeu_si256((__m256i *)(places + found), _mm256_add_epi32(of_byte, _mm256_set1_epi32((int)(at)))); \
    found += (size_t)__builtin_popcount(mask); \
  } while (0)

TARGET size_t postings_collect_avx2(const float *sums, size_t size, float least, uint32_t *places) {
  const __m256 bound = _mm256_set1_ps(least);
  size_t found = 0, i = 0;
  for (; i + 32 <= size; i += 32) {
    unsigned first = MASK(i), second = MASK(i + 8), third = MASK(i + 16), fourth = MASK(i + 24);
    if (first | second | third | fourth) {
      EMIT(i, first);
      EMIT(i + 8, second);
      EMIT(i + 16, third);
      EMIT(i + 24, fourth);
    }
  }
  for (; i + 8 <= size; i += 8) {
    unsigned mask = MASK(i);
    EMIT(i, mask);
  }
  return found;
}
#endif
