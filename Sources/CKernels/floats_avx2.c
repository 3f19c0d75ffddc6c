/* Floats with two registers of 8: every x86-64 processor since 2013 or 2015. */
#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2,fma")))
#define NAME(name) kernels_##name##_avx2
#define OPAQUE(x) (void)0
#define ROWS 6
#define WIDE 1
#define EACH(operation, a, b) __extension__({ \
    vec x_ = (a), y_ = (b), z_; \
    z_.lo = (float8)operation((__m256)x_.lo, (__m256)y_.lo); \
    z_.hi = (float8)operation((__m256)x_.hi, (__m256)y_.hi); \
    z_; \
  })
#define MAX(a, b) EACH(_mm256_max_ps, a, b)
#define MIN(a, b) EACH(_mm256_min_ps, a, b)
#include "floats.h"
#include "mixing.h"
#endif
