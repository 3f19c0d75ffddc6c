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
#endif
