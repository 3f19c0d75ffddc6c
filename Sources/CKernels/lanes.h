/* Sixteen floats, and the halves and quarters of them. */
#ifndef FOOTNOTE_LANES_H
#define FOOTNOTE_LANES_H

#include <stdint.h>
#include <string.h>

typedef float vec __attribute__((ext_vector_type(16)));
typedef float float8 __attribute__((ext_vector_type(8)));
typedef float float4 __attribute__((ext_vector_type(4)));
typedef int32_t ints __attribute__((ext_vector_type(16)));

#endif
