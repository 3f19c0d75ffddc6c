/* Vectors, codes and signs with 512 bits a register. */
#if defined(__x86_64__)
#include "levels.h"
#include "scans.h"

#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni,avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

/* How many bytes ahead rows are fetched, in the order in which they lie: four rows at once are four streams to
   the processor, whose own prefetching then makes half of the memory's bandwidth. */
#define AHEAD 8192

INLINE __m256 upper(__m512 x) {
  return _mm256_castpd_ps(_mm512_extractf64x4_pd(_mm512_castps_pd(x), 1));
}

/* The sums of four registers of 16 lanes, added by halves. */
INLINE __m128 float_totals(__m512 a, __m512 b, __m512 c, __m512 d) {
  __m256 a8 = _mm256_add_ps(_mm512_castps512_ps256(a), upper(a));
  __m256 b8 = _mm256_add_ps(_mm512_castps512_ps256(b), upper(b));
  __m256 c8 = _mm256_add_ps(_mm512_castps512_ps256(c), upper(c));
  __m256 d8 = _mm256_add_ps(_mm512_castps512_ps256(d), upper(d));
  __m128 a4 = _mm_add_ps(_mm256_castps256_ps128(a8), _mm256_extractf128_ps(a8, 1));
  __m128 b4 = _mm_add_ps(_mm256_castps256_ps128(b8), _mm256_extractf128_ps(b8, 1));
  __m128 c4 = _mm_add_ps(_mm256_castps256_ps128(c8), _mm256_extractf128_ps(c8, 1));
  __m128 d4 = _mm_add_ps(_mm256_castps256_ps128(d8), _mm256_extractf128_ps(d8, 1));
  _MM_TRANSPOSE4_PS(a4, b4, c4, d4);
  return _mm_add_ps(_mm_add_ps(a4, c4), _mm_add_ps(b4, d4));
}

/* R rows at a time, 4 or 1, as a sum waits for the one before it. */
INLINE void dots(const kernels_dot_products *p, size_t row, const int R) {
  const float *values = p->rows + row * p->stride;
  __m512 sums[4];
  for (int r = 0; r < 4; r++) sums[r] = _mm512_setzero_ps();
  const char *ahead = (const char *)values + AHEAD;
  size_t c = 0;
  for (; c + 16 <= p->columns; c += 16) {
    __m512 query = _mm512_loadu_ps(p->query + c);
    for (int r = 0; r < R; r++, ahead += 64) {
      _mm_prefetch(ahead, _MM_HINT_T0);
      sums[r] = _mm512_fmadd_ps(
          _mm512_loadu_ps(values + (size_t)r * p->stride + c), query, sums[r]);
    }
  }
  if (c < p->columns) {
    __mmask16 mask = (__mmask16)((1u << (p->columns - c)) - 1);
    __m512 query = _mm512_maskz_loadu_ps(mask, p->query + c);
    for (int r = 0; r < R; r++)
      sums[r] = _mm512_fmadd_ps(
          _mm512_maskz_loadu_ps(mask, values + (size_t)r * p->stride + c), query, sums[r]);
  }
  __m128 found = float_totals(sums[0], sums[1], sums[2], sums[3]);
  if (R == 4) _mm_storeu_ps(p->out + row, found);
  else p->out[row] = _mm_cvtss_f32(found);
}

TARGET void kernels_dots_avx512(const kernels_dot_products *p) {
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) dots(p, row, 4);
  for (; row < p->count; row++) dots(p, row, 1);
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

/* The instruction multiplies unsigned by signed bytes: codes go in with 128 added, which `excess` takes off. */
INLINE void code_rows(const kernels_code_products *p, size_t row, const int R, int32_t excess) {
  const __m512i flip = _mm512_set1_epi8((char)0x80);
  const int8_t *codes = p->codes + row * p->width;
  __m512i sums[4];
  for (int r = 0; r < 4; r++) sums[r] = _mm512_setzero_si512();
  const char *ahead = (const char *)codes + AHEAD;
  for (size_t c = 0; c < p->width; c += 64) {
    __m512i query = _mm512_loadu_si512(p->query + c);
    for (int r = 0; r < R; r++, ahead += 64) {
      _mm_prefetch(ahead, _MM_HINT_T0);
      __m512i row_codes = _mm512_loadu_si512(codes + (size_t)r * p->width + c);
      sums[r] = _mm512_dpbusd_epi32(sums[r], _mm512_xor_si512(row_codes, flip), query);
    }
  }
  __m128i found = _mm_sub_epi32(totals(sums[0], sums[1], sums[2], sums[3]), _mm_set1_epi32(excess));
  if (R == 4) {
    __m128 factors = _mm_mul_ps(_mm_loadu_ps(p->scales + row), _mm_set1_ps(p->scale));
    __m128 products = _mm_mul_ps(_mm_cvtepi32_ps(found), factors);
    _mm_storeu_ps(p->out + row, _mm_add_ps(_mm_set1_ps(p->base), products));
  } else {
    kernels_finish_code(p, row, _mm_cvtsi128_si32(found));
  }
}

TARGET void kernels_codes_avx512(const kernels_code_products *p) {
  int32_t excess = 0;
  for (size_t c = 0; c < p->width; c++) excess += 128 * p->query[c];
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) code_rows(p, row, 4, excess);
  for (; row < p->count; row++) code_rows(p, row, 1, excess);
}

TARGET void kernels_half_bytes_avx512(const kernels_half_byte_products *p) {
  const __m512i nibble = _mm512_set1_epi8(15);
  int32_t excess = kernels_half_byte_excess(p);
  for (size_t index = 0; index < p->count; index++) {
    kernels_fetch_half_bytes(p, index);
    const uint8_t *codes = kernels_half_bytes_of(p, index);
    __m512i sums = _mm512_setzero_si512();
    for (size_t c = 0; c < p->width; c += 64) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(codes + c / 2));
      __m512i both = _mm512_inserti64x4(_mm512_castsi256_si512(bytes), _mm256_srli_epi16(bytes, 4), 1);
      sums = _mm512_dpbusd_epi32(
          sums, _mm512_and_si512(both, nibble), _mm512_loadu_si512(p->query + c));
    }
    kernels_finish_half_bytes(p, index, _mm512_reduce_add_epi32(sums) - excess);
  }
}

/* Sixteen sums as scores. */
INLINE void put_scores(
    const kernels_sign_estimates *p, const float *factors, size_t place, __m256i sums) {
  __m512 sum = _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_cvtepu16_epi32(sums)), _mm512_set1_ps(p->scale));
  sum = _mm512_add_ps(sum, _mm512_set1_ps(p->offset));
  __m512 products = _mm512_mul_ps(_mm512_loadu_ps(factors + place % KERNELS_BLOCK), sum);
  _mm512_storeu_ps(p->out + place, _mm512_add_ps(_mm512_set1_ps(p->base), products));
}

/* Integers are looked up by shuffling their table, 32 rows of two bytes at once (André et al. 2015, "Cache
   locality is not enough: High-Performance Nearest Neighbor Search with Product Quantization Fast Scan"). */
TARGET void kernels_blocks_avx512(const kernels_sign_estimates *p) {
  const __m512i nibble = _mm512_set1_epi8(15);
  for (size_t block = 0; block < p->count; block++) {
    const uint8_t *codes = p->blocks + block * KERNELS_BLOCK_BYTES(p->width);
    const char *ahead = (const char *)kernels_block_ahead(p, block);
    _mm_prefetch(ahead + 32 * p->width, _MM_HINT_T0);
    _mm_prefetch(ahead + 32 * p->width + 64, _MM_HINT_T0);
    __m512i both = _mm512_setzero_si512(), odd = both;
    for (size_t b = 0; b < p->width; b += 2) {
      _mm_prefetch(ahead + b * 32, _MM_HINT_T0);
      __m512i bytes = _mm512_loadu_si512(codes + b * 32);
      __m512i low = _mm512_shuffle_epi8(
          _mm512_loadu_si512(p->tables + b * 64), _mm512_and_si512(bytes, nibble));
      __m512i high = _mm512_shuffle_epi8(
          _mm512_loadu_si512(p->tables + b * 64 + 64),
          _mm512_and_si512(_mm512_srli_epi16(bytes, 4), nibble));
      __m512i found = _mm512_add_epi8(low, high);
      both = _mm512_add_epi16(both, found);
      odd = _mm512_add_epi16(odd, _mm512_srli_epi16(found, 8));
    }
    __m512i even = _mm512_sub_epi16(both, _mm512_slli_epi16(odd, 8));
    __m256i e = _mm256_add_epi16(_mm512_castsi512_si256(even), _mm512_extracti64x4_epi64(even, 1));
    __m256i o = _mm256_add_epi16(_mm512_castsi512_si256(odd), _mm512_extracti64x4_epi64(odd, 1));
    __m256i x = _mm256_unpacklo_epi16(e, o), y = _mm256_unpackhi_epi16(e, o);
    put_scores(p, kernels_factors(p, block), block * KERNELS_BLOCK, _mm256_permute2x128_si256(x, y, 0x20));
    put_scores(p, kernels_factors(p, block), block * KERNELS_BLOCK + 16, _mm256_permute2x128_si256(x, y, 0x31));
  }
}

TARGET size_t kernels_largest_avx512(const float *values, size_t count) {
  return scan_largest(values, count);
}

TARGET size_t kernels_reaching_avx512(
    const float *values, size_t count, float threshold, uint32_t *places) {
  return scan_reaching(values, count, threshold, places);
}

/* 16 bytes of 16 rows, so that register i holds bytes 4i ... 4i + 3 of each row in a lane of its own. The order
   of the rows does not matter to who looks for the largest. */
INLINE void turn(const uint8_t *const rows[16], size_t byte, __m512i turned[4]) {
  __m512i x[4];
  for (int i = 0; i < 4; i++) {
    x[i] = _mm512_castsi128_si512(_mm_loadu_si128((const __m128i *)(rows[i] + byte)));
    x[i] = _mm512_inserti32x4(x[i], _mm_loadu_si128((const __m128i *)(rows[4 + i] + byte)), 1);
    x[i] = _mm512_inserti32x4(x[i], _mm_loadu_si128((const __m128i *)(rows[8 + i] + byte)), 2);
    x[i] = _mm512_inserti32x4(x[i], _mm_loadu_si128((const __m128i *)(rows[12 + i] + byte)), 3);
  }
  __m512i a = _mm512_unpacklo_epi32(x[0], x[1]), b = _mm512_unpackhi_epi32(x[0], x[1]);
  __m512i c = _mm512_unpacklo_epi32(x[2], x[3]), d = _mm512_unpackhi_epi32(x[2], x[3]);
  turned[0] = _mm512_unpacklo_epi64(a, c);
  turned[1] = _mm512_unpackhi_epi64(a, c);
  turned[2] = _mm512_unpacklo_epi64(b, d);
  turned[3] = _mm512_unpackhi_epi64(b, d);
}

/* 16 rows in the lanes, four columns a step, Q queries whose sums stay in registers. */
INLINE void sums_of(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, int32_t *best, const int Q) {
  const __m512i one = _mm512_set1_epi8(1);
  const __m512i bits[2] = {_mm512_set1_epi32(0x08040201), _mm512_set1_epi32((int)0x80402010)};
  __m512i places[4], most[16];
  for (int b = 0; b < 4; b++)
    places[b] = _mm512_add_epi8(
        _mm512_set4_epi32(0x0C0C0C0C, 0x08080808, 0x04040404, 0), _mm512_set1_epi8((char)b));
  for (int q = 0; q < Q; q++) most[q] = _mm512_set1_epi32(INT32_MIN);
  size_t columns = width * 8;
  for (size_t row = 0; row < rows; row += 16) {
    const uint8_t *starts[16];
    /* Where there are fewer than 16 the last one is taken again. */
    for (size_t t = 0; t < 16; t++) starts[t] = codes + (row + t < rows ? row + t : rows - 1) * width;
    __m512i sums[16];
    for (int q = 0; q < Q; q++) sums[q] = _mm512_setzero_si512();
    for (size_t byte = 0; byte < width; byte += 16) {
      __m512i turned[4];
      turn(starts, byte, turned);
#pragma clang loop unroll(disable)
      for (size_t i = 0; i < 4; i++) {
        const int8_t *numbers = integers + (byte + 4 * i) * 8;
        for (size_t step = 0; step < 8; step++) {
          __m512i bytes = _mm512_shuffle_epi8(turned[i], places[step / 2]);
          __m512i set = _mm512_min_epu8(_mm512_and_si512(bytes, bits[step % 2]), one);
          for (int q = 0; q < Q; q++) {
            int32_t four;
            memcpy(&four, numbers + (size_t)q * columns + step * 4, 4);
            sums[q] = _mm512_dpbusd_epi32(sums[q], set, _mm512_set1_epi32(four));
          }
        }
      }
    }
    for (int q = 0; q < Q; q++) most[q] = _mm512_max_epi32(most[q], sums[q]);
  }
  for (int q = 0; q < Q; q++) {
    int32_t found = _mm512_reduce_max_epi32(most[q]);
    if (found > best[q]) best[q] = found;
  }
}

TARGET void kernels_wide_sums_avx512(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  for (size_t query = 0; query < queries;) {
    /* Equal shares rather than a full one and a rest. */
    size_t left = queries - query, tiles = (left + 15) / 16, share = (left + tiles - 1) / tiles;
    const int8_t *numbers = integers + query * width * 8;
    int32_t *found = best + query;
    switch (share) {
#define SHARE(Q) case Q: sums_of(codes, rows, width, numbers, found, Q); break;
    SHARE(1) SHARE(2) SHARE(3) SHARE(4) SHARE(5) SHARE(6)
    SHARE(7) SHARE(8) SHARE(9) SHARE(10) SHARE(11) SHARE(12) SHARE(13) SHARE(14) SHARE(15) SHARE(16)
#undef SHARE
    default: break;
    }
    query += share;
  }
}
#endif
