/* Rows whose columns are mixed with each other, in terms of the vectors of floats.h: nothing but sums and differences
   in a fixed order, and one multiplication of what is left over, so that every level gives the same bits. */

/* Walsh and Hadamard's step: from a and b, a + b and a - b. */
INLINE void step(vec *a, vec *b) {
  vec sum = *a + *b;
  *b = *a - *b;
  *a = sum;
}

/* Four steps between the lanes of a, and between those of b. Each takes two registers apart, first into halves, last
   into even and odd lanes, so that one shuffle a register is enough; where a number ends up does not matter, as
   weights and inputs are mixed alike. */
INLINE void mix_lanes(vec *a, vec *b) {
  vec x, y;
#define STEP(...) \
  y = __builtin_shufflevector(*a, *b, __VA_ARGS__); \
  *a = x, *b = y; \
  step(a, b)
  x = __builtin_shufflevector(*a, *b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  STEP(8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
  x = __builtin_shufflevector(*a, *b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
  STEP(4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
  x = __builtin_shufflevector(*a, *b, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29);
  STEP(2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31);
  x = __builtin_shufflevector(*a, *b, 0, 2, 16, 18, 4, 6, 20, 22, 8, 10, 24, 26, 12, 14, 28, 30);
  STEP(1, 3, 17, 19, 5, 7, 21, 23, 9, 11, 25, 27, 13, 15, 29, 31);
#undef STEP
}

/* `count` registers, 8, 4 or 2, mixed with each other; they become longer by the root of their 16 * count columns,
   which `scale` brings to that of 128. */
INLINE void mix_block(const float *x, float *y, const int count, const float scale) {
  vec v[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < count; i++) v[i] = load(x + 16 * i);
#pragma clang loop unroll(full)
  for (int apart = 1; apart < count; apart *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < count; i++)
      if ((i & apart) == 0) step(&v[i], &v[i + apart]);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < count; i += 2) mix_lanes(&v[i], &v[i + 1]);
#pragma clang loop unroll(full)
  for (int i = 0; i < count; i++) store(y + 16 * i, scale == 1 ? v[i] : v[i] * scale);
}

TARGET void NAME(mix)(const float *x, size_t columns, float *y) {
  size_t c = 0;
  for (; c + 128 <= columns; c += 128) mix_block(x + c, y + c, 8, 1);
  if (c + 64 <= columns) mix_block(x + c, y + c, 4, 1.41421356f), c += 64;
  if (c + 32 <= columns) mix_block(x + c, y + c, 2, 2), c += 32;
  for (; c < columns; c++) y[c] = x[c] * 11.3137085f;
}
