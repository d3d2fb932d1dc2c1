"""Makes the small golden files of crates/formats/tests/golden.

Needs numpy and safetensors (any 2.x, and 0.3 or later). Run from the repository root:

    python scripts/golden/make_formats.py

The values of every array are the same simple rule, so that the Rust tests can state them:
element k in row-major order is k - 2 (unsigned: k; bool: k is odd).
"""

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

OUT = Path(__file__).resolve().parents[2] / "crates/formats/tests/golden"


def array(descr, shape):
    count = int(np.prod(shape, dtype=np.int64))
    k = np.arange(count, dtype=np.int64)
    dtype = np.dtype(descr)
    if dtype.kind == "b":
        values = k % 2 == 1
    elif dtype.kind == "u":
        values = k
    else:
        values = k - 2
    return values.astype(dtype).reshape(shape)


def npy():
    for descr in ["<f4", "<f8", "<i4", "<i8", "|u1", "|b1", "<f2", "|i1", "<i2", "<u2", "<u4"]:
        kind = descr[1:]
        np.save(OUT / f"c_{kind}.npy", array(descr, (2, 3, 4)))
        np.save(OUT / f"fortran_{kind}.npy", np.asfortranarray(array(descr, (2, 3, 4))))
    np.save(OUT / "scalar.npy", array("<f8", ()))
    np.save(OUT / "vector.npy", array("<f4", (5,)))
    np.save(OUT / "empty.npy", array("<f4", (0, 3)))
    np.save(OUT / "big_endian.npy", array(">f4", (2, 3)))
    np.save(OUT / "complex.npy", array("<c8", (2, 3)))
    fields = np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")])
    np.save(OUT / "structured.npy", fields)
    objects = np.array([None, "x"], dtype=object)
    np.save(OUT / "objects.npy", objects, allow_pickle=True)
    for version in [(2, 0), (3, 0)]:
        with open(OUT / f"version_{version[0]}.npy", "wb") as file:
            np.lib.format.write_array(file, array("<i4", (2, 3)), version=version)


def npz():
    arrays = {"rdm": array("<f4", (3, 3)), "labels": array("<i8", (4,)), "größe": array("|b1", (2, 2))}
    np.savez(OUT / "stored.npz", **arrays)
    np.savez_compressed(OUT / "deflated.npz", **arrays, zeros=np.zeros((64, 64), np.float32))


def safetensors():
    names = {
        "f64": "<f8", "f32": "<f4", "f16": "<f2", "i64": "<i8", "i32": "<i4", "i16": "<i2",
        "i8": "|i1", "u64": "<u8", "u32": "<u4", "u16": "<u2", "u8": "|u1", "bool": "|b1",
    }
    # Odd counts of the narrow types: the writer's order must still align every tensor.
    tensors = {name: array(descr, (3, 5)) for name, descr in names.items()}
    tensors["scalar"] = array("<f4", ())
    tensors["empty"] = array("<f4", (0, 4))
    save_file(tensors, OUT / "every_dtype.safetensors", metadata={"format": "np", "note": "über"})


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    npy()
    npz()
    safetensors()
    print(f"{len(list(OUT.iterdir()))} files in {OUT.name}")


if __name__ == "__main__":
    main()
