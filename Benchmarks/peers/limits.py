#!/usr/bin/env python3
"""What the machine can do at most, as far as Python can tell: products of matrices, reading of memory.

    limits.py [--threads N]

A run prints `gemm_gflops`, the most of the shapes that an encoder of width 384 has, through numpy's OpenBLAS, and
`read_gb_per_s`, a vector times a matrix that is too large for any cache.
"""

import time

import driver

SHAPES = ((1024, 384, 1152), (1024, 384, 384), (1024, 384, 1536), (1024, 1536, 384))


def main():
    options = driver.arguments(__doc__).parse_args()
    driver.limit_threads(options.threads)
    import numpy

    generator = numpy.random.default_rng(1)
    operands = [(generator.random((m, k), numpy.float32), generator.random((k, n), numpy.float32))
                for m, k, n in SHAPES]
    matrix = numpy.ones((1 << 19, 384), numpy.float32)
    vector = numpy.ones(384, numpy.float32)

    def seconds(call, times):
        call()
        found = []
        for _ in range(times):
            start = time.perf_counter()
            call()
            found.append(time.perf_counter() - start)
        return driver.percentile(found, 0.5)

    def run():
        rates = [2 * m * k * n / seconds(lambda a=a, b=b: a @ b, 9) / 1e9
                 for (m, k, n), (a, b) in zip(SHAPES, operands)]
        return {"gemm_gflops": max(rates), "read_gb_per_s": matrix.nbytes / seconds(lambda: matrix @ vector, 5) / 1e9}

    driver.drive(options, {"version": driver.version("numpy")}, run)


if __name__ == "__main__":
    main()
