"""Seeded numbers and the fingerprint of an output, the same as in ../spec/seeded.js and ../spec/fingerprint.js."""
import numpy as np


def draw(n, seed):
    """`n` numbers of 24 bits: s ← 1664525·s + 1013904223 mod 2³² from the seed, r = s >> 8."""
    numbers = np.empty(n, np.uint32)
    state = seed & 0xFFFFFFFF
    for i in range(n):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        numbers[i] = state >> 8
    return numbers


def fill(n, seed, scale=1.0):
    """`n` numbers (r / 2²⁴ − 0.5) · scale, f32."""
    return (draw(n, seed).astype(np.float64) / 2**24 - 0.5).astype(np.float32) * np.float32(scale)


def ints(n, seed, limit):
    """`n` whole numbers r mod `limit`, i64."""
    return (draw(n, seed) % limit).astype(np.int64)


def fingerprint(values):
    """√ mean of (1 + i mod 7) · x², over the flat row-major output."""
    values = np.asarray(values, np.float64).ravel()
    return float(np.sqrt(np.mean((1 + np.arange(values.size) % 7) * values * values)))
