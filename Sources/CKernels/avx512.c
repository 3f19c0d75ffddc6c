/* Zen 4, Ice Lake and later: 64 products an instruction. */
#if defined(__x86_64__)
#include "levels.h"

#include <immintrin.h>
#include <math.h>
#include <string.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni,avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

/* The four bytes at p for all lanes. */
INLINE __m512i four(const uint8_t *p) {
  int32_t value;
  memcpy(&value, p, 4);
  return _mm512_set1_epi32(value);
}

/* R rows by G groups: R * G sums stay in registers while the inputs go by. */
INLINE void tile(const kernels_product *p, size_t row, size_t group, const int R, const int G) {
  __m512i sums[6][4];
  /* Zeros that the compiler knows as such are written to memory by memset and read from there. */
  __m512i zero = _mm512_setzero_si512();
  __asm__("" : "+v"(zero));
  for (int r = 0; r < R; r++)
    for (int g = 0; g < G; g++) sums[r][g] = zero;
  const uint8_t *q = p->q + row * p->padded;
  const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
  size_t apart = KERNELS_GROUP * p->padded;
  for (size_t c = 0; c < p->padded; c += KERNELS_STEP) {
    __m512i weights[4];
    for (int g = 0; g < G; g++) weights[g] = _mm512_loadu_si512(w + g * apart + c * KERNELS_GROUP);
    for (int r = 0; r < R; r++) {
      __m512i inputs = four(q + r * p->padded + c);
      for (int g = 0; g < G; g++) sums[r][g] = _mm512_dpbusd_epi32(sums[r][g], inputs, weights[g]);
    }
  }
  for (int g = 0; g < G; g++) {
    size_t start = (group + g) * KERNELS_GROUP;
    size_t left = p->outputs - start;
    __mmask16 mask = left < KERNELS_GROUP ? (__mmask16)((1u << left) - 1) : 0xFFFF;
    __m512i excess = _mm512_slli_epi32(_mm512_loadu_si512(p->weight_sums + start), 7);
    __m512 scales = _mm512_loadu_ps(p->weight_scales + start);
    __m512 bias = p->bias ? _mm512_maskz_loadu_ps(mask, p->bias + start) : _mm512_setzero_ps();
    for (int r = 0; r < R; r++) {
      __m512 scale = _mm512_mul_ps(_mm512_set1_ps(p->scales[row + r]), scales);
      __m512 value = _mm512_cvtepi32_ps(_mm512_sub_epi32(sums[r][g], excess));
      value = _mm512_add_ps(_mm512_mul_ps(value, scale), bias);
      _mm512_mask_storeu_ps(p->y + (row + r) * p->y_stride + start, mask, value);
    }
  }
}

INLINE void rows_of(const kernels_product *p, size_t group, const int G) {
  size_t row = 0;
  for (; row + 6 <= p->rows; row += 6) tile(p, row, group, 6, G);
  switch (p->rows - row) {
  case 5: tile(p, row, group, 5, G); break;
  case 4: tile(p, row, group, 4, G); break;
  case 3: tile(p, row, group, 3, G); break;
  case 2: tile(p, row, group, 2, G); break;
  case 1: tile(p, row, group, 1, G); break;
  default: break;
  }
}

TARGET void kernels_multiply_avx512_vnni(const kernels_product *p) {
  size_t group = p->first;
  for (; group + 4 <= p->last; group += 4) rows_of(p, group, 4);
  for (; group < p->last; group++) rows_of(p, group, 1);
}

TARGET void kernels_quantize_avx512(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip) {
  const __m128i flips = _mm_set1_epi8((char)flip);
  for (size_t row = 0; row < rows; row++, x += stride, q += padded) {
    __m512 a = _mm512_setzero_ps(), b = a;
    size_t c = 0;
    for (; c + 32 <= columns; c += 32) {
      a = _mm512_max_ps(a, _mm512_abs_ps(_mm512_loadu_ps(x + c)));
      b = _mm512_max_ps(b, _mm512_abs_ps(_mm512_loadu_ps(x + c + 16)));
    }
    float most = _mm512_reduce_max_ps(_mm512_max_ps(a, b));
    for (; c < columns; c++) most = fabsf(x[c]) > most ? fabsf(x[c]) : most;
    float factor = most > 0 ? 127 / most : 0;
    scales[row] = most / 127;
    __m512 factors = _mm512_set1_ps(factor);
    for (c = 0; c + 16 <= columns; c += 16) {
      __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_loadu_ps(x + c), factors));
      _mm_storeu_si128((__m128i *)(q + c), _mm_xor_si128(_mm512_cvtsepi32_epi8(whole), flips));
    }
    for (; c < columns; c++) q[c] = (uint8_t)(kernels_round(x[c] * factor) ^ flip);
    for (; c < padded; c++) q[c] = (uint8_t)flip;
  }
}


/* Four sums of 16 lanes each, as four lanes. */
INLINE __m128i totals(__m512i a, __m512i b, __m512i c, __m512i d) {
  __m256i x = _mm256_hadd_epi32(
      _mm256_add_epi32(_mm512_castsi512_si256(a), _mm512_extracti64x4_epi64(a, 1)),
      _mm256_add_epi32(_mm512_castsi512_si256(b), _mm512_extracti64x4_epi64(b, 1)));
  __m256i y = _mm256_hadd_epi32(
      _mm256_add_epi32(_mm512_castsi512_si256(c), _mm512_extracti64x4_epi64(c, 1)),
      _mm256_add_epi32(_mm512_castsi512_si256(d), _mm512_extracti64x4_epi64(d, 1)));
  __m256i z = _mm256_hadd_epi32(x, y);
  return _mm_add_epi32(_mm256_castsi256_si128(z), _mm256_extracti128_si256(z, 1));
}

/* For each row its bits become bytes of ones and zeros, in N registers, and all queries meet them there. */
INLINE void largest(
    const uint8_t *codes, size_t rows, const int8_t *integers, size_t queries, int32_t *best, const int N) {
  const __m512i ones = _mm512_set1_epi8(1);
  const size_t columns = (size_t)N * 64;
  for (size_t row = 0; row < rows; row++, codes += N * 8) {
    __m512i set[16];
    for (int i = 0; i < N; i++) {
      uint64_t bits;
      memcpy(&bits, codes + 8 * i, 8);
      set[i] = _mm512_maskz_mov_epi8((__mmask64)bits, ones);
    }
    for (size_t query = 0; query < queries; query += 4) {
      size_t count = queries - query < 4 ? queries - query : 4;
      const int8_t *a = integers + query * columns;
      /* Where there are fewer than four the first is multiplied again. */
      const int8_t *b = count > 1 ? a + columns : a;
      const int8_t *c = count > 2 ? a + 2 * columns : a;
      const int8_t *d = count > 3 ? a + 3 * columns : a;
      __m512i sa = _mm512_setzero_si512(), sb = sa, sc = sa, sd = sa;
      for (int i = 0; i < N; i++) {
        sa = _mm512_dpbusd_epi32(sa, set[i], _mm512_loadu_si512(a + 64 * i));
        sb = _mm512_dpbusd_epi32(sb, set[i], _mm512_loadu_si512(b + 64 * i));
        sc = _mm512_dpbusd_epi32(sc, set[i], _mm512_loadu_si512(c + 64 * i));
        sd = _mm512_dpbusd_epi32(sd, set[i], _mm512_loadu_si512(d + 64 * i));
      }
      __mmask8 mask = (__mmask8)((1u << count) - 1);
      __m128i most = _mm_maskz_loadu_epi32(mask, best + query);
      _mm_mask_storeu_epi32(best + query, mask, _mm_max_epi32(most, totals(sa, sb, sc, sd)));
    }
  }
}

TARGET int kernels_sums_avx512(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  switch (width) { /* 384, 512, 768 and 1024 numbers: the sizes that encoders have */
  case 48: largest(codes, rows, integers, queries, best, 6); return 1;
  case 64: largest(codes, rows, integers, queries, best, 8); return 1;
  case 96: largest(codes, rows, integers, queries, best, 12); return 1;
  case 128: largest(codes, rows, integers, queries, best, 16); return 1;
  default: return 0;
  }
}
#endif
