/* Choosing a level, and the form of every function that any processor can run. */
#include "levels.h"

#include <math.h>
#include <string.h>

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

int kernels_supports(kernels_level level) {
  switch (level) {
  case KERNELS_PORTABLE: return 1;
#if defined(__x86_64__)
  case KERNELS_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case KERNELS_AVX_VNNI:
    return kernels_supports(KERNELS_AVX2) && __builtin_cpu_supports("avxvnni");
  case KERNELS_AVX512_VNNI:
    return kernels_supports(KERNELS_AVX2) && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
#elif defined(__aarch64__) && defined(__linux__)
  case KERNELS_NEON_DOT: return (getauxval(AT_HWCAP) >> 20 & 1) != 0; /* HWCAP_ASIMDDP */
#elif defined(__aarch64__) && defined(__APPLE__)
  case KERNELS_NEON_DOT: return 1;
#endif
  default: return 0;
  }
}

kernels_level kernels_best_level(void) {
  static const kernels_level order[] = {
    KERNELS_AVX512_VNNI, KERNELS_AVX_VNNI, KERNELS_NEON_DOT, KERNELS_AVX2
  };
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
    if (kernels_supports(order[i])) return order[i];
  return KERNELS_PORTABLE;
}

/* The instructions of these levels multiply unsigned by signed bytes. */
static int is_unsigned(kernels_level level) {
  return level == KERNELS_AVX_VNNI || level == KERNELS_AVX512_VNNI;
}

static void quantize_portable(
    const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q, size_t padded, float *scales,
    int flip) {
  for (size_t row = 0; row < rows; row++, x += stride, q += padded) {
    float most = 0;
    for (size_t c = 0; c < columns; c++) {
      float value = fabsf(x[c]);
      most = value > most ? value : most;
    }
    float factor = most > 0 ? 127 / most : 0;
    scales[row] = most / 127;
    for (size_t c = 0; c < columns; c++) q[c] = (uint8_t)(kernels_round(x[c] * factor) ^ flip);
    memset(q + columns, flip, padded - columns);
  }
}

size_t kernels_row_bytes(kernels_level level, size_t padded) {
  return level == KERNELS_AVX2 ? 2 * padded : padded;
}

static void quantize_row(
    kernels_level level, const float *x, size_t columns, uint8_t *q, size_t padded, float *scale) {
  int flip = is_unsigned(level) ? 0x80 : 0;
#if defined(__x86_64__)
  if (level == KERNELS_AVX512_VNNI) {
    kernels_quantize_avx512(x, columns, 1, columns, q, padded, scale, flip);
    return;
  }
  if (level == KERNELS_AVX2) {
    kernels_quantize_wide_avx2(x, columns, 1, columns, q, padded, scale);
    return;
  }
  if (level != KERNELS_PORTABLE) {
    kernels_quantize_avx2(x, columns, 1, columns, q, padded, scale, flip);
    return;
  }
#endif
  quantize_portable(x, columns, 1, columns, q, padded, scale, flip);
}

void kernels_mix_and_quantize(
    kernels_level level, const float *x, size_t stride, size_t rows, size_t columns, uint8_t *q,
    size_t padded, float *scales, float *scratch) {
  size_t bytes = kernels_row_bytes(level, padded);
  for (size_t row = 0; row < rows; row++, x += stride, q += bytes) {
    kernels_mix(level, x, columns, scratch);
    quantize_row(level, scratch, columns, q, padded, scales + row);
  }
}

void kernels_round_rows(
    kernels_level level, const float *x, size_t stride, size_t rows, size_t columns, int8_t *q,
    size_t padded, float *scales) {
#if defined(__x86_64__)
  if (level != KERNELS_PORTABLE) {
    kernels_quantize_avx2(x, stride, rows, columns, (uint8_t *)q, padded, scales, 0);
    return;
  }
#endif
  (void)level;
  quantize_portable(x, stride, rows, columns, (uint8_t *)q, padded, scales, 0);
}

static void multiply_portable(const kernels_product *p) {
  for (size_t group = p->first; group < p->last; group++) {
    for (size_t row = 0; row < p->rows; row++) {
      const int8_t *q = (const int8_t *)p->q + row * p->padded;
      const int8_t *w = p->w + group * KERNELS_GROUP * p->padded;
      int32_t sums[KERNELS_GROUP] = {0};
      for (size_t c = 0; c < p->padded; c += KERNELS_STEP, w += KERNELS_GROUP * KERNELS_STEP)
        for (size_t lane = 0; lane < KERNELS_GROUP; lane++)
          for (size_t step = 0; step < KERNELS_STEP; step++)
            sums[lane] += q[c + step] * w[lane * KERNELS_STEP + step];
      kernels_finish(p, row, group, sums, 0);
    }
  }
}

void kernels_multiply(
    kernels_level level, const uint8_t *q, size_t rows, size_t padded, const float *scales,
    const int8_t *w, const int32_t *weight_sums, const float *weight_scales, const float *bias,
    float *y, size_t y_stride, size_t outputs, size_t first, size_t last) {
  kernels_product product = {
    q, rows, padded, scales, w, weight_sums, weight_scales, bias, y, y_stride, outputs, first, last
  };
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX2: kernels_multiply_avx2(&product); return;
  case KERNELS_AVX_VNNI: kernels_multiply_avx_vnni(&product); return;
  case KERNELS_AVX512_VNNI: kernels_multiply_avx512_vnni(&product); return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT: kernels_multiply_neon(&product); return;
#endif
  default: multiply_portable(&product);
  }
}

static void sums_portable(
    const uint8_t *codes, size_t rows, size_t width, const int8_t *integers, size_t queries, int32_t *best) {
  for (size_t row = 0; row < rows; row++, codes += width) {
    for (size_t query = 0; query < queries; query++) {
      const int8_t *numbers = integers + query * width * 8;
      int32_t sum = 0;
      for (size_t byte = 0; byte < width; byte++)
        for (size_t bit = 0; bit < 8; bit++)
          sum += numbers[byte * 8 + bit] & -(codes[byte] >> bit & 1);
      if (sum > best[query]) best[query] = sum;
    }
  }
}

void kernels_largest_signed_sums(
    kernels_level level, const uint8_t *codes, size_t rows, size_t width, const int8_t *integers,
    size_t queries, int32_t *best) {
  if (rows == 0 || width == 0) return;
  int is_wide = width % 16 == 0;
  switch (level) {
#if defined(__x86_64__)
  case KERNELS_AVX512_VNNI:
    if (is_wide) kernels_wide_sums_avx512(codes, rows, width, integers, queries, best);
    else kernels_sums_avx2(codes, rows, width, integers, queries, best);
    return;
  case KERNELS_AVX_VNNI:
  case KERNELS_AVX2:
    if (is_wide) kernels_wide_sums_avx2(codes, rows, width, integers, queries, best);
    else kernels_sums_avx2(codes, rows, width, integers, queries, best);
    return;
#elif defined(__aarch64__)
  case KERNELS_NEON_DOT:
    if (is_wide) kernels_wide_sums_neon(codes, rows, width, integers, queries, best);
    else sums_portable(codes, rows, width, integers, queries, best);
    return;
#endif
  default: (void)is_wide; sums_portable(codes, rows, width, integers, queries, best);
  }
}
/* The form of a function of floats for a level. */
#if defined(__x86_64__)
#define FLOATS(level, name, ...) \
  switch (level) { \
  case KERNELS_AVX512_VNNI: kernels_##name##_avx512(__VA_ARGS__); return; \
  case KERNELS_AVX2: \
  case KERNELS_AVX_VNNI: kernels_##name##_avx2(__VA_ARGS__); return; \
  default: kernels_##name##_portable(__VA_ARGS__); \
  }
#else
#define FLOATS(level, name, ...) \
  (void)level; \
  kernels_##name##_portable(__VA_ARGS__)
#endif

void kernels_mix(kernels_level level, const float *x, size_t columns, float *y) {
  FLOATS(level, mix, x, columns, y);
}

void kernels_gelu(
    kernels_level level, float *x, size_t stride, size_t rows, size_t columns, const float *bias) {
  FLOATS(level, gelu, x, stride, rows, columns, bias);
}

void kernels_layer_norm(
    kernels_level level, float *x, size_t stride, size_t rows, size_t columns, const float *bias,
    const float *residual, const float *scale, const float *shift, float epsilon) {
  FLOATS(level, layer_norm, x, stride, rows, columns, bias, residual, scale, shift, epsilon);
}

void kernels_softmax(kernels_level level, float *x, size_t stride, size_t rows, size_t columns) {
  FLOATS(level, softmax, x, stride, rows, columns);
}

void kernels_multiply_floats(
    kernels_level level, const float *a, size_t a_stride, size_t rows, size_t depth, const float *w,
    const float *bias, float *y, size_t y_stride, size_t outputs, size_t first, size_t last) {
  kernels_float_arguments product = {
    a, a_stride, rows, depth, w, bias, y, y_stride, outputs, first, last
  };
  FLOATS(level, float_product, &product);
}

size_t kernels_attention_scratch(size_t tokens, size_t head_width) {
  size_t padded = (tokens + 15) / 16 * 16;
  return padded * head_width + (head_width + 15) / 16 * 16 * tokens + KERNELS_QUERIES * padded;
}

void kernels_attention(
    kernels_level level, const float *x, size_t tokens, size_t heads, size_t head_width, size_t first,
    size_t last, float *scratch, float *y) {
  kernels_attention_input input = {
    x, 3 * heads * head_width, tokens, heads, head_width, first, last, 1 / sqrtf((float)head_width),
    scratch, y
  };
  FLOATS(level, attention, &input);
}

void kernels_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
