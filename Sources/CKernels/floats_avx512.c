/* Floats with registers of 16: every processor with AVX-512. */
#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma")))
#define NAME(name) kernels_##name##_avx512
#define OPAQUE(x) __asm__("" : "+v"(x))
#define ROWS 6
#define WIDE 4
#define MAX(a, b) ((vec)_mm512_max_ps((__m512)(a), (__m512)(b)))
#define MIN(a, b) ((vec)_mm512_min_ps((__m512)(a), (__m512)(b)))
#include "floats.h"
#include "mixing.h"
#endif
