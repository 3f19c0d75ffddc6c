/* What the processor that is compiled for can do. The compiler tells C, but not Swift. */

#if defined(__FMA__) || defined(__aarch64__)
/* One instruction multiplies and adds. */
#define PROCESSOR_FUSES_MULTIPLICATION 1
#else
#define PROCESSOR_FUSES_MULTIPLICATION 0
#endif
