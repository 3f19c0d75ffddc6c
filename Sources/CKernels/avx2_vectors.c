/* Vectors, codes and signs with 256 bits a register. */
#if defined(__x86_64__)
#include "levels.h"
#include "scans.h"

#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

/* See avx512_vectors.c. */
#define AHEAD 8192

/* R rows at a time, 4 or 1; the 16 sums of a row lie in two registers. */
INLINE void dots(const kernels_dot_products *p, size_t row, const int R) {
  const float *values = p->rows + row * p->stride;
  __m256 low[4], high[4];
  for (int r = 0; r < 4; r++) low[r] = high[r] = _mm256_setzero_ps();
  const char *ahead = (const char *)values + AHEAD;
  size_t c = 0;
  for (; c + 16 <= p->columns; c += 16) {
    __m256 first = _mm256_loadu_ps(p->query + c), second = _mm256_loadu_ps(p->query + c + 8);
    for (int r = 0; r < R; r++, ahead += 64) {
      const float *from = values + (size_t)r * p->stride + c;
      _mm_prefetch(ahead, _MM_HINT_T0);
      low[r] = _mm256_fmadd_ps(_mm256_loadu_ps(from), first, low[r]);
      high[r] = _mm256_fmadd_ps(_mm256_loadu_ps(from + 8), second, high[r]);
    }
  }
  if (c < p->columns) {
    float query[16] = {0}, rest[16] = {0};
    size_t length = (p->columns - c) * sizeof(float);
    memcpy(query, p->query + c, length);
    for (int r = 0; r < R; r++) {
      memcpy(rest, values + (size_t)r * p->stride + c, length);
      low[r] = _mm256_fmadd_ps(_mm256_loadu_ps(rest), _mm256_loadu_ps(query), low[r]);
      high[r] = _mm256_fmadd_ps(_mm256_loadu_ps(rest + 8), _mm256_loadu_ps(query + 8), high[r]);
    }
  }
  __m128 four[4];
  for (int r = 0; r < 4; r++) {
    __m256 eight = _mm256_add_ps(low[r], high[r]);
    four[r] = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  }
  _MM_TRANSPOSE4_PS(four[0], four[1], four[2], four[3]);
  __m128 found = _mm_add_ps(_mm_add_ps(four[0], four[2]), _mm_add_ps(four[1], four[3]));
  if (R == 4) _mm_storeu_ps(p->out + row, found);
  else p->out[row] = _mm_cvtss_f32(found);
}

TARGET void kernels_dots_avx2(const kernels_dot_products *p) {
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) dots(p, row, 4);
  for (; row < p->count; row++) dots(p, row, 1);
}

/* As in the products of matrices the query goes in without its sign, which the codes take over. */
INLINE void code_rows(const kernels_code_products *p, size_t row, const int R) {
  const __m256i ones = _mm256_set1_epi16(1);
  const int8_t *codes = p->codes + row * p->width;
  __m256i sums[4];
  for (int r = 0; r < 4; r++) sums[r] = _mm256_setzero_si256();
  const char *ahead = (const char *)codes + AHEAD;
  for (size_t c = 0; c < p->width; c += 32) {
    __m256i query = _mm256_loadu_si256((const __m256i *)(p->query + c));
    __m256i sizes = _mm256_abs_epi8(query);
    for (int r = 0; r < R; r++, ahead += 32) {
      _mm_prefetch(ahead, _MM_HINT_T0);
      __m256i row_codes = _mm256_loadu_si256((const __m256i *)(codes + (size_t)r * p->width + c));
      __m256i pairs = _mm256_maddubs_epi16(sizes, _mm256_sign_epi8(row_codes, query));
      sums[r] = _mm256_add_epi32(sums[r], _mm256_madd_epi16(pairs, ones));
    }
  }
  __m256i x = _mm256_hadd_epi32(sums[0], sums[1]), y = _mm256_hadd_epi32(sums[2], sums[3]);
  __m256i z = _mm256_hadd_epi32(x, y);
  __m128i found = _mm_add_epi32(_mm256_castsi256_si128(z), _mm256_extracti128_si256(z, 1));
  if (R == 4) {
    __m128 factors = _mm_mul_ps(_mm_loadu_ps(p->scales + row), _mm_set1_ps(p->scale));
    __m128 products = _mm_mul_ps(_mm_cvtepi32_ps(found), factors);
    _mm_storeu_ps(p->out + row, _mm_add_ps(_mm_set1_ps(p->base), products));
  } else {
    kernels_finish_code(p, row, _mm_cvtsi128_si32(found));
  }
}

TARGET void kernels_codes_avx2(const kernels_code_products *p) {
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) code_rows(p, row, 4);
  for (; row < p->count; row++) code_rows(p, row, 1);
}

INLINE int32_t total(__m256i sums) {
  __m128i x = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
  x = _mm_hadd_epi32(x, x);
  return _mm_cvtsi128_si32(_mm_hadd_epi32(x, x));
}

TARGET void kernels_half_bytes_avx2(const kernels_half_byte_products *p) {
  const __m256i nibble = _mm256_set1_epi8(15), ones = _mm256_set1_epi16(1);
  int32_t excess = kernels_half_byte_excess(p);
  for (size_t index = 0; index < p->count; index++) {
    kernels_fetch_half_bytes(p, index);
    const uint8_t *codes = kernels_half_bytes_of(p, index);
    __m256i sums = _mm256_setzero_si256();
    for (size_t c = 0; c < p->width; c += 64) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(codes + c / 2));
      const __m256i *query = (const __m256i *)(p->query + c);
      __m256i low = _mm256_maddubs_epi16(_mm256_and_si256(bytes, nibble), _mm256_loadu_si256(query));
      __m256i high = _mm256_maddubs_epi16(
          _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble), _mm256_loadu_si256(query + 1));
      sums = _mm256_add_epi32(sums, _mm256_madd_epi16(_mm256_add_epi16(low, high), ones));
    }
    kernels_finish_half_bytes(p, index, total(sums) - excess);
  }
}

/* Eight sums as scores. */
INLINE void put_scores(
    const kernels_sign_estimates *p, const float *factors, size_t place, __m128i sums) {
  __m256 sum = _mm256_mul_ps(_mm256_cvtepi32_ps(_mm256_cvtepu16_epi32(sums)), _mm256_set1_ps(p->scale));
  sum = _mm256_add_ps(sum, _mm256_set1_ps(p->offset));
  __m256 products = _mm256_mul_ps(_mm256_loadu_ps(factors + place % KERNELS_BLOCK), sum);
  _mm256_storeu_ps(p->out + place, _mm256_add_ps(_mm256_set1_ps(p->base), products));
}

/* See avx512_vectors.c. */
TARGET void kernels_blocks_avx2(const kernels_sign_estimates *p) {
  const __m256i nibble = _mm256_set1_epi8(15);
  for (size_t block = 0; block < p->count; block++) {
    const uint8_t *codes = p->blocks + block * KERNELS_BLOCK_BYTES(p->width);
    const char *ahead = (const char *)kernels_block_ahead(p, block);
    _mm_prefetch(ahead + 32 * p->width, _MM_HINT_T0);
    _mm_prefetch(ahead + 32 * p->width + 64, _MM_HINT_T0);
    __m256i both = _mm256_setzero_si256(), odd = both;
    for (size_t b = 0; b < p->width; b++) {
      _mm_prefetch(ahead + b * 32, _MM_HINT_T0);
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(codes + b * 32));
      __m256i low = _mm256_shuffle_epi8(
          _mm256_loadu_si256((const __m256i *)(p->tables + kernels_low_table(b))),
          _mm256_and_si256(bytes, nibble));
      __m256i high = _mm256_shuffle_epi8(
          _mm256_loadu_si256((const __m256i *)(p->tables + kernels_high_table(b))),
          _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
      __m256i found = _mm256_add_epi8(low, high);
      both = _mm256_add_epi16(both, found);
      odd = _mm256_add_epi16(odd, _mm256_srli_epi16(found, 8));
    }
    __m256i even = _mm256_sub_epi16(both, _mm256_slli_epi16(odd, 8));
    __m256i x = _mm256_unpacklo_epi16(even, odd), y = _mm256_unpackhi_epi16(even, odd);
    size_t place = block * KERNELS_BLOCK;
    const float *factors = kernels_factors(p, block);
    put_scores(p, factors, place, _mm256_castsi256_si128(x));
    put_scores(p, factors, place + 8, _mm256_castsi256_si128(y));
    put_scores(p, factors, place + 16, _mm256_extracti128_si256(x, 1));
    put_scores(p, factors, place + 24, _mm256_extracti128_si256(y, 1));
  }
}

TARGET size_t kernels_largest_avx2(const float *values, size_t count) {
  return scan_largest(values, count);
}

TARGET size_t kernels_reaching_avx2(const float *values, size_t count, float threshold, uint32_t *places) {
  return scan_reaching(values, count, threshold, places);
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

/* 8 rows in the lanes, Q queries. Sums of pairs fit into 16 bits for the 32 steps of 16 bytes: 32 * 2 * 127. */
INLINE void sums_of(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, int32_t *best, const int Q) {
  const __m256i one = _mm256_set1_epi8(1), ones = _mm256_set1_epi16(1);
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
      __m256i turned[4], pairs[6];
      turn(starts, byte, turned);
      for (int q = 0; q < Q; q++) pairs[q] = _mm256_setzero_si256();
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
            pairs[q] = _mm256_add_epi16(pairs[q], _mm256_maddubs_epi16(set, _mm256_set1_epi32(four)));
          }
        }
      }
      for (int q = 0; q < Q; q++) sums[q] = _mm256_add_epi32(sums[q], _mm256_madd_epi16(pairs[q], ones));
    }
    for (int q = 0; q < Q; q++) most[q] = _mm256_max_epi32(most[q], sums[q]);
  }
  for (int q = 0; q < Q; q++) {
    int32_t lanes_of[8];
    _mm256_storeu_si256((__m256i *)lanes_of, most[q]);
    for (int lane = 0; lane < 8; lane++)
      if (lanes_of[lane] > best[q]) best[q] = lanes_of[lane];
  }
}

TARGET void kernels_wide_sums_avx2(
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

/* The 32 bits of `bits` as bytes of ones and zeros. */
INLINE __m256i spread(uint32_t bits) {
  const __m256i place = _mm256_setr_epi64x(
      0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i one_each = _mm256_set1_epi64x((long long)0x8040201008040201);
  __m256i bytes = _mm256_shuffle_epi8(_mm256_set1_epi32((int)bits), place);
  return _mm256_cmpeq_epi8(_mm256_and_si256(bytes, one_each), one_each);
}

TARGET void kernels_sums_avx2(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  const __m256i unit = _mm256_set1_epi8(1);
  const __m256i units = _mm256_set1_epi16(1);
  size_t columns = width * 8;
  size_t whole = columns / 32 * 32;
  for (size_t row = 0; row < rows; row++, codes += width) {
    for (size_t query = 0; query < queries; query += 4) {
      size_t count = queries - query < 4 ? queries - query : 4;
      const int8_t *numbers[4];
      __m256i sums[4];
      for (size_t i = 0; i < 4; i++) {
        numbers[i] = integers + (query + (i < count ? i : 0)) * columns;
        sums[i] = _mm256_setzero_si256();
      }
      for (size_t c = 0; c < whole; c += 32) {
        uint32_t bits;
        memcpy(&bits, codes + c / 8, 4);
        __m256i set = spread(bits);
        for (size_t i = 0; i < 4; i++) {
          __m256i chosen = _mm256_and_si256(set, _mm256_loadu_si256((const __m256i *)(numbers[i] + c)));
          __m256i pairs = _mm256_maddubs_epi16(unit, chosen);
          sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(pairs, units));
        }
      }
      for (size_t i = 0; i < count; i++) {
        int32_t sum = total(sums[i]);
        for (size_t c = whole; c < columns; c++) sum += numbers[i][c] & -(codes[c / 8] >> c % 8 & 1);
        if (sum > best[query + i]) best[query + i] = sum;
      }
    }
  }
}
#endif
