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

/* Codes go in with 128 added, which `excess` takes off. */
INLINE void code_rows(const kernels_code_products *p, size_t row, const int R, int32_t excess) {
  const __m256i flip = _mm256_set1_epi8((char)0x80);
  const int8_t *codes = p->codes + row * p->width;
  __m256i sums[4];
  for (int r = 0; r < 4; r++) sums[r] = _mm256_setzero_si256();
  for (size_t c = 0; c < p->width; c += 32) {
    __m256i query = _mm256_loadu_si256((const __m256i *)(p->query + c));
    for (int r = 0; r < R; r++) {
      __m256i row_codes = _mm256_loadu_si256((const __m256i *)(codes + (size_t)r * p->width + c));
      sums[r] = _mm256_dpbusd_avx_epi32(sums[r], _mm256_xor_si256(row_codes, flip), query);
    }
  }
  for (int r = 0; r < R; r++) {
    __m128i x = _mm_add_epi32(_mm256_castsi256_si128(sums[r]), _mm256_extracti128_si256(sums[r], 1));
    x = _mm_hadd_epi32(x, x);
    kernels_finish_code(p, row + (size_t)r, _mm_cvtsi128_si32(_mm_hadd_epi32(x, x)) - excess);
  }
}

TARGET void kernels_codes_avx_vnni(const kernels_code_products *p) {
  int32_t excess = 0;
  for (size_t c = 0; c < p->width; c++) excess += 128 * p->query[c];
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) code_rows(p, row, 4, excess);
  for (; row < p->count; row++) code_rows(p, row, 1, excess);
}

/* 16 bytes of 8 rows, four bytes of each row in a lane of its own; see avx512_vectors.c. */
INLINE void turn(const uint8_t *const rows[8], size_t byte, __m256i turned[4]) {
  __m256i x[4];
  for (int i = 0; i < 4; i++)
    x[i] = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(rows[i] + byte))),
        _mm_loadu_si128((const __m128i *)(rows[4 + i] + byte)), 1);
  __m256i a = _mm256_unpacklo_epi32(x[0], x[1]), b = _mm256_unpackhi_epi32(x[0], x[1]);
  __m256i c = _mm256_unpacklo_epi32(x[2], x[3]), d = _mm256_unpackhi_epi32(x[2], x[3]);
  turned[0] = _mm256_unpacklo_epi64(a, c);
  turned[1] = _mm256_unpackhi_epi64(a, c);
  turned[2] = _mm256_unpacklo_epi64(b, d);
  turned[3] = _mm256_unpackhi_epi64(b, d);
}

/* 8 rows in the lanes, Q queries. */
INLINE void sums_of(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, int32_t *best, const int Q) {
  const __m256i one = _mm256_set1_epi8(1);
  const __m256i bits[2] = {_mm256_set1_epi32(0x08040201), _mm256_set1_epi32((int)0x80402010)};
  const __m256i lanes = _mm256_set_epi32(
      0x0C0C0C0C, 0x08080808, 0x04040404, 0, 0x0C0C0C0C, 0x08080808, 0x04040404, 0);
  __m256i most[6];
  for (int q = 0; q < Q; q++) most[q] = _mm256_set1_epi32(INT32_MIN);
  size_t columns = width * 8;
  for (size_t row = 0; row < rows; row += 8) {
    const uint8_t *starts[8];
    for (size_t t = 0; t < 8; t++) starts[t] = codes + (row + t < rows ? row + t : rows - 1) * width;
    __m256i sums[6];
    for (int q = 0; q < Q; q++) sums[q] = _mm256_setzero_si256();
    for (size_t byte = 0; byte < width; byte += 16) {
      __m256i turned[4];
      turn(starts, byte, turned);
#pragma clang loop unroll(disable)
      for (size_t i = 0; i < 4; i++) {
        const int8_t *numbers = integers + (byte + 4 * i) * 8;
        for (size_t step = 0; step < 8; step++) {
          __m256i place = _mm256_add_epi8(lanes, _mm256_set1_epi8((char)(step / 2)));
          __m256i bytes = _mm256_shuffle_epi8(turned[i], place);
          __m256i set = _mm256_min_epu8(_mm256_and_si256(bytes, bits[step % 2]), one);
          for (int q = 0; q < Q; q++) {
            int32_t four;
            memcpy(&four, numbers + (size_t)q * columns + step * 4, 4);
            sums[q] = _mm256_dpbusd_avx_epi32(sums[q], set, _mm256_set1_epi32(four));
          }
        }
      }
    }
    for (int q = 0; q < Q; q++) most[q] = _mm256_max_epi32(most[q], sums[q]);
  }
  for (int q = 0; q < Q; q++) {
    int32_t found[8];
    _mm256_storeu_si256((__m256i *)found, most[q]);
    for (int lane = 0; lane < 8; lane++)
      if (found[lane] > best[q]) best[q] = found[lane];
  }
}

TARGET void kernels_wide_sums_avx_vnni(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  for (size_t query = 0; query < queries;) {
    size_t left = queries - query, tiles = (left + 5) / 6, share = (left + tiles - 1) / tiles;
    const int8_t *numbers = integers + query * width * 8;
    int32_t *found = best + query;
    switch (share) {
    case 1: sums_of(codes, rows, width, numbers, found, 1); break;
    case 2: sums_of(codes, rows, width, numbers, found, 2); break;
    case 3: sums_of(codes, rows, width, numbers, found, 3); break;
    case 4: sums_of(codes, rows, width, numbers, found, 4); break;
    case 5: sums_of(codes, rows, width, numbers, found, 5); break;
    case 6: sums_of(codes, rows, width, numbers, found, 6); break;
    default: break;
    }
    query += share;
  }
}
#endif
