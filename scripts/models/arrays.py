"""Sets of arrays for the page “Your data”: npz archives with what is in them and where it comes from (`set.json`).

In an archive the byte array `stimulus_names` names the rows of the others and `class_names` the numbers of `labels`: UTF-8,
one name a line, as the page's reader takes them.
"""
import hashlib
import sys

import numpy as np

from folder import write_json
from packages import sha256


def write_archive(path, arrays, stimulus_names=None, class_names=None):
    """Writes the arrays by name, deflated, with their names."""
    named = {"stimulus_names": stimulus_names, "class_names": class_names}
    lines = {key: as_lines(names) for key, names in named.items() if names is not None}
    np.savez_compressed(path, **arrays, **lines)


def as_lines(names):
    """Names as bytes, one a line."""
    if any("\n" in name for name in names):
        sys.exit("A name goes over more than one line, so that it cannot be told from two. The set was not made.")
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def write_set_card(folder, file, expected, **fields):
    """Writes `set.json` for the folder's one archive, the numbers of which must have the SHA-256 `expected`.

    The numbers are pinned and not the archive's bytes, which depend on the machine's zlib.
    """
    found = digest(folder / file)
    if found != expected:
        sys.exit(f"The arrays made for {fields['id']} have SHA-256 {found}, but {expected} was expected. They were not kept.")
    write_json(folder / "set.json", {**fields, "file": file, "bytes": (folder / file).stat().st_size, "sha256": sha256(folder / file)})


def digest(path):
    """The SHA-256 of all arrays of an archive: names, types, shapes and bytes, in the order of the names."""
    whole = hashlib.sha256()
    with np.load(path) as arrays:
        for name in sorted(arrays):
            array = np.ascontiguousarray(arrays[name])
            whole.update(f"{name} {array.dtype.str} {array.shape}".encode())
            whole.update(array.tobytes())
    return whole.hexdigest()
