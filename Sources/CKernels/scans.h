/* Passes over scores, in a form that compilers turn into the instructions of the function that inlines it. */
#ifndef FOOTNOTE_SCANS_H
#define FOOTNOTE_SCANS_H

#include <stddef.h>
#include <stdint.h>

#define SCAN_INLINE static inline __attribute__((always_inline))
#define SCAN_LANES 16

/* In each lane the largest value and, so that the first of equals wins, the step at which it came first. */
SCAN_INLINE size_t scan_largest(const float *values, size_t count) {
  float most[SCAN_LANES];
  uint32_t when[SCAN_LANES];
  for (int lane = 0; lane < SCAN_LANES; lane++) {
    most[lane] = -__builtin_inff();
    when[lane] = UINT32_MAX;
  }
  size_t steps = count / SCAN_LANES;
  for (uint32_t step = 0; step < steps; step++) {
    for (int lane = 0; lane < SCAN_LANES; lane++) {
      float value = values[(size_t)step * SCAN_LANES + (size_t)lane];
      int larger = value > most[lane];
      most[lane] = larger ? value : most[lane];
      when[lane] = larger ? step : when[lane];
    }
  }
  float best = -__builtin_inff();
  size_t place = 0;
  for (size_t lane = 0; lane < SCAN_LANES; lane++) {
    size_t candidate = (size_t)when[lane] * SCAN_LANES + lane;
    if (when[lane] != UINT32_MAX && (most[lane] > best || (most[lane] == best && candidate < place))) {
      best = most[lane];
      place = candidate;
    }
  }
  for (size_t i = steps * SCAN_LANES; i < count; i++) {
    if (values[i] > best) {
      best = values[i];
      place = i;
    }
  }
  return place;
}

/* Whole blocks are passed over by one test, as few values reach the threshold. */
SCAN_INLINE size_t scan_reaching(const float *values, size_t count, float threshold, uint32_t *places) {
  size_t found = 0, i = 0;
  for (; i + 4 * SCAN_LANES <= count; i += 4 * SCAN_LANES) {
    uint32_t any = 0;
    for (size_t lane = 0; lane < 4 * SCAN_LANES; lane++) any |= values[i + lane] >= threshold;
    if (!any) continue;
    for (size_t lane = 0; lane < 4 * SCAN_LANES; lane++) {
      places[found] = (uint32_t)(i + lane);
      found += values[i + lane] >= threshold;
    }
  }
  for (; i < count; i++) {
    places[found] = (uint32_t)i;
    found += values[i] >= threshold;
  }
  return found;
}

#endif
