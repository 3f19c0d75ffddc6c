/* Vectors, codes and signs: choosing a level, and the form of every function that any processor can run. */
#include "levels.h"
#include "scans.h"

#include <math.h>

static void dots_portable(const kernels_dot_products *p) {
  for (size_t row = 0; row < p->count; row++) {
    const float *values = p->rows + row * p->stride;
    float sums[16] = {0};
    size_t whole = p->columns / 16 * 16;
    for (size_t c = 0; c < whole; c += 16)
      for (size_t lane = 0; lane < 16; lane++) sums[lane] += values[c + lane] * p->query[c + lane];
    for (size_t c = whole; c < p->columns; c++) sums[c - whole] += values[c] * p->query[c];
    for (size_t half = 8; half > 0; half /= 2)
      for (size_t lane = 0; lane < half; lane++) sums[lane] += sums[lane + half];
    p->out[row] = sums[0];
  }
}

void kernels_dots(
    kernels_level level, const float *rows, size_t stride, size_t count, size_t columns,
    const float *query, float *out) {
  kernels_dot_products products = {rows, stride, count, columns, query, out};
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX512_VNNI: kernels_dots_avx512(&products); return;
  case KERNELS_AVX_VNNI:
  case KERNELS_AVX2: kernels_dots_avx2(&products); return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT: kernels_dots_neon(&products); return;
#endif
  default: dots_portable(&products);
  }
}

static void codes_portable(const kernels_code_products *p) {
  for (size_t row = 0; row < p->count; row++) {
    const int8_t *codes = p->codes + row * p->width;
    int32_t sum = 0;
    for (size_t c = 0; c < p->width; c++) sum += codes[c] * p->query[c];
    kernels_finish_code(p, row, sum);
  }
}

void kernels_code_scores(
    kernels_level level, const int8_t *codes, const float *scales, size_t count, size_t width,
    const int8_t *query, float base, float scale, float *out) {
  kernels_code_products products = {codes, scales, count, width, query, base, scale, out};
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX512_VNNI: kernels_codes_avx512(&products); return;
  case KERNELS_AVX_VNNI:
  case KERNELS_AVX2: kernels_codes_avx2(&products); return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT: kernels_codes_neon(&products); return;
#endif
  default: codes_portable(&products);
  }
}

float kernels_half_byte_residual(
    const float *row, const float *centre, size_t columns, size_t width, uint8_t *codes) {
  float most = 0;
  for (size_t c = 0; c < columns; c++) {
    float size = fabsf(row[c] - centre[c]);
    most = size > most ? size : most;
  }
  float factor = most > 0 ? 7 / most : 0;
  for (size_t byte = 0; byte < width / 2; byte++) {
    unsigned code = 0;
    for (size_t half = 0; half < 2; half++) {
      size_t c = byte / 32 * 64 + half * 32 + byte % 32;
      int value = c < columns ? kernels_round((row[c] - centre[c]) * factor) : 0;
      value = value < -7 ? -7 : value > 7 ? 7 : value;
      code |= (unsigned)(value + 8) << (4 * half);
    }
    codes[byte] = (uint8_t)code;
  }
  return most / 7;
}

static void half_bytes_portable(const kernels_half_byte_products *p) {
  for (size_t index = 0; index < p->count; index++) {
    const uint8_t *codes = kernels_half_bytes_of(p, index);
    int32_t sum = 0;
    for (size_t byte = 0; byte < p->width / 2; byte++) {
      const int8_t *query = p->query + byte / 32 * 64 + byte % 32;
      sum += ((codes[byte] & 15) - 8) * query[0] + ((codes[byte] >> 4) - 8) * query[32];
    }
    kernels_finish_half_bytes(p, index, sum);
  }
}

void kernels_half_byte_scores(
    kernels_level level, const uint8_t *codes, const float *scales, const uint32_t *places, size_t count,
    size_t width, const int8_t *query, float scale, float *scores) {
  kernels_half_byte_products products = {
    codes, scales, places, count, width, query, scale, scores
  };
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX512_VNNI: kernels_half_bytes_avx512(&products); return;
  case KERNELS_AVX_VNNI:
  case KERNELS_AVX2: kernels_half_bytes_avx2(&products); return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT: kernels_half_bytes_neon(&products); return;
#endif
  default: half_bytes_portable(&products);
  }
}

float kernels_sign_residual(const float *row, const float *centre, size_t columns, uint8_t *codes) {
  double square = 0, size = 0;
  for (size_t first = 0; first < columns; first += 8) {
    size_t count = columns - first < 8 ? columns - first : 8;
    unsigned byte = 0;
    float squares = 0, sizes = 0;
    for (size_t bit = 0; bit < count; bit++) {
      float difference = row[first + bit] - centre[first + bit];
      squares += difference * difference;
      sizes += fabsf(difference);
      byte |= (unsigned)(difference >= 0) << bit;
    }
    square += squares;
    size += sizes;
    codes[first / 8 * KERNELS_BLOCK] = (uint8_t)byte;
  }
  return size > 0 ? (float)(square / size) : 0;
}

void kernels_sign_tables(
    const float *query, size_t columns, size_t width, uint8_t *tables, float *scale, float *offset) {
  double total = 0;
  float most = 0;
  for (size_t first = 0; first < columns; first += 4) {
    float size = 0;
    for (size_t c = first; c < columns && c < first + 4; c++) size += fabsf(query[c]);
    most = size > most ? size : most;
    total += size;
  }
  float factor = most > 0 ? 127 / most : 0;
  *scale = 2 * most / 127;
  *offset = (float)-total;
  for (size_t group = 0; group < width * 2; group++) {
    uint8_t *table = tables
        + (group % 2 ? kernels_high_table(group / 2) : kernels_low_table(group / 2));
    for (size_t signs = 0; signs < 16; signs++) {
      /* Above the smallest sum, in which just the negative numbers are set. */
      float sum = 0;
      for (size_t bit = 0; bit < 4 && group * 4 + bit < columns; bit++) {
        float value = query[group * 4 + bit];
        sum += (signs >> bit & 1) == (value >= 0) ? fabsf(value) : 0;
      }
      int entry = kernels_round(sum * factor);
      table[signs] = table[signs + 16] = (uint8_t)(entry < 0 ? 0 : entry);
    }
  }
}

static void blocks_portable(const kernels_sign_estimates *p) {
  for (size_t block = 0; block < p->count; block++) {
    uint32_t sums[KERNELS_BLOCK];
    kernels_block_sums(p, block, sums);
    kernels_finish_block(p, block, sums);
  }
}

void kernels_block_scores(
    kernels_level level, const uint8_t *blocks, size_t count, size_t width, const uint8_t *following,
    const uint8_t *tables, float base, float scale, float offset, float *out) {
  kernels_sign_estimates estimates = {
    blocks, count, width, following, tables, base, scale, offset, out
  };
  if (width > KERNELS_SHORT_WIDTH) {
    blocks_portable(&estimates);
    return;
  }
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX512_VNNI: kernels_blocks_avx512(&estimates); return;
  case KERNELS_AVX_VNNI:
  case KERNELS_AVX2: kernels_blocks_avx2(&estimates); return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT: kernels_blocks_neon(&estimates); return;
#endif
  default: blocks_portable(&estimates);
  }
}

size_t kernels_largest(kernels_level level, const float *values, size_t count) {
#if defined(__x86_64__)
  if (level == KERNELS_AVX512_VNNI) return kernels_largest_avx512(values, count);
  if (level != KERNELS_PORTABLE) return kernels_largest_avx2(values, count);
#endif
  (void)level;
  return scan_largest(values, count);
}

size_t kernels_reaching(
    kernels_level level, const float *values, size_t count, float threshold, uint32_t *places) {
#if defined(__x86_64__)
  if (level == KERNELS_AVX512_VNNI) return kernels_reaching_avx512(values, count, threshold, places);
  if (level != KERNELS_PORTABLE) return kernels_reaching_avx2(values, count, threshold, places);
#endif
  (void)level;
  return scan_reaching(values, count, threshold, places);
}
