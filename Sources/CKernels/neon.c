/* ARM processors with the dot product instructions (ARMv8.2 and later). */
#if defined(__aarch64__)
#include "levels.h"

#include <arm_neon.h>
#include <string.h>

#define TARGET __attribute__((target("dotprod")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE void tile(const kernels_product *p, size_t row, size_t group, const int R) {
  int32x4_t sums[4][4];
  for (int r = 0; r < R; r++)
    for (int part = 0; part < 4; part++) sums[r][part] = vdupq_n_s32(0);
  const int8_t *q = (const int8_t *)p->q + row * p->padded;
  const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
  for (size_t c = 0; c < p->padded; c += KERNELS_STEP) {
    int8x16_t weights[4];
    for (int part = 0; part < 4; part++) weights[part] = vld1q_s8(w + c * KERNELS_GROUP + 16 * part);
    for (int r = 0; r < R; r++) {
      int32_t value;
      memcpy(&value, q + r * p->padded + c, 4);
      int8x16_t inputs = vreinterpretq_s8_s32(vdupq_n_s32(value));
      for (int part = 0; part < 4; part++)
        sums[r][part] = vdotq_s32(sums[r][part], weights[part], inputs);
    }
  }
  for (int r = 0; r < R; r++) {
    int32_t found[KERNELS_GROUP];
    for (int part = 0; part < 4; part++) vst1q_s32(found + 4 * part, sums[r][part]);
    kernels_finish(p, row + r, group, found, 0);
  }
}

TARGET void kernels_multiply_neon(const kernels_product *p) {
  for (size_t group = p->first; group < p->last; group++) {
    size_t row = 0;
    for (; row + 4 <= p->rows; row += 4) tile(p, row, group, 4);
    for (; row < p->rows; row++) tile(p, row, group, 1);
  }
}

/* R rows at a time, 4 or 1; the 16 sums of a row lie in four registers. */
INLINE void dots(const kernels_dot_products *p, size_t row, const int R) {
  const float *values = p->rows + row * p->stride;
  float32x4_t sums[4][4];
  for (int r = 0; r < R; r++)
    for (int part = 0; part < 4; part++) sums[r][part] = vdupq_n_f32(0);
  size_t c = 0;
  for (; c + 16 <= p->columns; c += 16)
    for (int part = 0; part < 4; part++) {
      float32x4_t query = vld1q_f32(p->query + c + 4 * part);
      for (int r = 0; r < R; r++)
        sums[r][part] = vfmaq_f32(
            sums[r][part], vld1q_f32(values + (size_t)r * p->stride + c + 4 * part), query);
    }
  if (c < p->columns) {
    float query[16] = {0}, rest[16] = {0};
    size_t length = (p->columns - c) * sizeof(float);
    memcpy(query, p->query + c, length);
    for (int r = 0; r < R; r++) {
      memcpy(rest, values + (size_t)r * p->stride + c, length);
      for (int part = 0; part < 4; part++)
        sums[r][part] = vfmaq_f32(sums[r][part], vld1q_f32(rest + 4 * part), vld1q_f32(query + 4 * part));
    }
  }
  for (int r = 0; r < R; r++) {
    float32x4_t four = vaddq_f32(vaddq_f32(sums[r][0], sums[r][2]), vaddq_f32(sums[r][1], sums[r][3]));
    float32x2_t two = vadd_f32(vget_low_f32(four), vget_high_f32(four));
    p->out[row + (size_t)r] = vget_lane_f32(two, 0) + vget_lane_f32(two, 1);
  }
}

TARGET void kernels_dots_neon(const kernels_dot_products *p) {
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) dots(p, row, 4);
  for (; row < p->count; row++) dots(p, row, 1);
}

INLINE void code_rows(const kernels_code_products *p, size_t row, const int R) {
  const int8_t *codes = p->codes + row * p->width;
  int32x4_t sums[4][2];
  for (int r = 0; r < R; r++) sums[r][0] = sums[r][1] = vdupq_n_s32(0);
  for (size_t c = 0; c < p->width; c += 32) {
    int8x16_t first = vld1q_s8(p->query + c), second = vld1q_s8(p->query + c + 16);
    for (int r = 0; r < R; r++) {
      const int8_t *from = codes + (size_t)r * p->width + c;
      sums[r][0] = vdotq_s32(sums[r][0], vld1q_s8(from), first);
      sums[r][1] = vdotq_s32(sums[r][1], vld1q_s8(from + 16), second);
    }
  }
  for (int r = 0; r < R; r++)
    kernels_finish_code(p, row + (size_t)r, vaddvq_s32(vaddq_s32(sums[r][0], sums[r][1])));
}

TARGET void kernels_codes_neon(const kernels_code_products *p) {
  size_t row = 0;
  for (; row + 4 <= p->count; row += 4) code_rows(p, row, 4);
  for (; row < p->count; row++) code_rows(p, row, 1);
}

TARGET void kernels_half_bytes_neon(const kernels_half_byte_products *p) {
  const int8x16_t eight = vdupq_n_s8(8);
  for (size_t index = 0; index < p->count; index++) {
    kernels_fetch_half_bytes(p, index);
    const uint8_t *codes = kernels_half_bytes_of(p, index);
    int32x4_t sums = vdupq_n_s32(0);
    for (size_t c = 0; c < p->width; c += 64)
      for (size_t half = 0; half < 2; half++) {
        uint8x16_t bytes = vld1q_u8(codes + c / 2 + 16 * half);
        int8x16_t low = vsubq_s8(vreinterpretq_s8_u8(vandq_u8(bytes, vdupq_n_u8(15))), eight);
        int8x16_t high = vsubq_s8(vreinterpretq_s8_u8(vshrq_n_u8(bytes, 4)), eight);
        sums = vdotq_s32(sums, low, vld1q_s8(p->query + c + 16 * half));
        sums = vdotq_s32(sums, high, vld1q_s8(p->query + c + 32 + 16 * half));
      }
    kernels_finish_half_bytes(p, index, vaddvq_s32(sums));
  }
}

/* See avx512_vectors.c. */
TARGET void kernels_blocks_neon(const kernels_sign_estimates *p) {
  for (size_t block = 0; block < p->count; block++) {
    const uint8_t *codes = p->blocks + block * KERNELS_BLOCK_BYTES(p->width);
    uint16x8_t sums[4];
    for (int part = 0; part < 4; part++) sums[part] = vdupq_n_u16(0);
    for (size_t b = 0; b < p->width; b++) {
      uint8x16_t low = vld1q_u8(p->tables + kernels_low_table(b));
      uint8x16_t high = vld1q_u8(p->tables + kernels_high_table(b));
      for (int half = 0; half < 2; half++) {
        uint8x16_t bytes = vld1q_u8(codes + b * 32 + 16 * half);
        uint8x16_t found = vaddq_u8(
            vqtbl1q_u8(low, vandq_u8(bytes, vdupq_n_u8(15))), vqtbl1q_u8(high, vshrq_n_u8(bytes, 4)));
        sums[2 * half] = vaddw_u8(sums[2 * half], vget_low_u8(found));
        sums[2 * half + 1] = vaddw_high_u8(sums[2 * half + 1], found);
      }
    }
    uint32_t found[KERNELS_BLOCK];
    for (int part = 0; part < 4; part++) {
      vst1q_u32(found + 8 * part, vmovl_u16(vget_low_u16(sums[part])));
      vst1q_u32(found + 8 * part + 4, vmovl_high_u16(sums[part]));
    }
    kernels_finish_block(p, block, found);
  }
}

/* 16 bytes of 4 rows, four bytes of each row in a lane of its own. */
INLINE void turn(const uint8_t *const rows[4], size_t byte, uint8x16_t turned[4]) {
  uint32x4_t x[4];
  for (int i = 0; i < 4; i++) x[i] = vreinterpretq_u32_u8(vld1q_u8(rows[i] + byte));
  uint32x4x2_t a = vtrnq_u32(x[0], x[1]), b = vtrnq_u32(x[2], x[3]);
  for (int i = 0; i < 2; i++) {
    turned[i] = vreinterpretq_u8_u32(
        vcombine_u32(vget_low_u32(a.val[i]), vget_low_u32(b.val[i])));
    turned[i + 2] = vreinterpretq_u8_u32(
        vcombine_u32(vget_high_u32(a.val[i]), vget_high_u32(b.val[i])));
  }
}

/* 4 rows in the lanes, four columns a step, Q queries. Bytes of set bits are -1, so that sums come out with the
   other sign. */
INLINE void sums_of(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, int32_t *best, const int Q) {
  const uint8x16_t bits[2] = {
    vreinterpretq_u8_u32(vdupq_n_u32(0x08040201)), vreinterpretq_u8_u32(vdupq_n_u32(0x80402010))
  };
  static const uint8_t lanes[16] = {0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12};
  int32x4_t least[8];
  for (int q = 0; q < Q; q++) least[q] = vdupq_n_s32(INT32_MAX);
  size_t columns = width * 8;
  for (size_t row = 0; row < rows; row += 4) {
    const uint8_t *starts[4];
    for (size_t t = 0; t < 4; t++) starts[t] = codes + (row + t < rows ? row + t : rows - 1) * width;
    int32x4_t sums[8];
    for (int q = 0; q < Q; q++) sums[q] = vdupq_n_s32(0);
    for (size_t byte = 0; byte < width; byte += 16) {
      uint8x16_t turned[4];
      turn(starts, byte, turned);
      for (size_t i = 0; i < 4; i++) {
        const int8_t *numbers = integers + (byte + 4 * i) * 8;
        for (size_t step = 0; step < 8; step++) {
          uint8x16_t place = vaddq_u8(vld1q_u8(lanes), vdupq_n_u8((uint8_t)(step / 2)));
          int8x16_t set = vreinterpretq_s8_u8(vtstq_u8(vqtbl1q_u8(turned[i], place), bits[step % 2]));
          for (int q = 0; q < Q; q++) {
            int32_t four;
            memcpy(&four, numbers + (size_t)q * columns + step * 4, 4);
            sums[q] = vdotq_s32(sums[q], set, vreinterpretq_s8_s32(vdupq_n_s32(four)));
          }
        }
      }
    }
    for (int q = 0; q < Q; q++) least[q] = vminq_s32(least[q], sums[q]);
  }
  for (int q = 0; q < Q; q++) {
    int32_t found = -vminvq_s32(least[q]);
    if (found > best[q]) best[q] = found;
  }
}

TARGET void kernels_wide_sums_neon(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  for (size_t query = 0; query < queries;) {
    size_t left = queries - query, tiles = (left + 7) / 8, share = (left + tiles - 1) / tiles;
    const int8_t *numbers = integers + query * width * 8;
    int32_t *found = best + query;
    switch (share) {
    case 1: sums_of(codes, rows, width, numbers, found, 1); break;
    case 2: sums_of(codes, rows, width, numbers, found, 2); break;
    case 3: sums_of(codes, rows, width, numbers, found, 3); break;
    case 4: sums_of(codes, rows, width, numbers, found, 4); break;
    case 5: sums_of(codes, rows, width, numbers, found, 5); break;
    case 6: sums_of(codes, rows, width, numbers, found, 6); break;
    case 7: sums_of(codes, rows, width, numbers, found, 7); break;
    case 8: sums_of(codes, rows, width, numbers, found, 8); break;
    default: break;
    }
    query += share;
  }
}
#endif
