/* Floats with what every processor has: four registers of 4 with SSE2 and with NEON. */
#define TARGET
#define NAME(name) kernels_##name##_portable
#if defined(__aarch64__)
#define ROWS 6 /* 32 registers */
#else
#define ROWS 2
#endif
#define OPAQUE(x) (void)0
#define WIDE 1
#define MAX(a, b) choose(a, b, 1)
#define MIN(a, b) choose(a, b, 0)
#include "lanes.h"

#pragma clang diagnostic ignored "-Wpsabi"

static inline __attribute__((always_inline)) vec choose(vec a, vec b, int larger) {
  ints first = larger ? a > b : a < b, x, y;
  memcpy(&x, &a, sizeof x);
  memcpy(&y, &b, sizeof y);
  x = (x & first) | (y & ~first);
  memcpy(&a, &x, sizeof a);
  return a;
}
#include "floats.h"
#include "mixing.h"
