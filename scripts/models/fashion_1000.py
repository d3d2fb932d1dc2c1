"""A thousand articles of clothing, 28 × 28 grey, a hundred of each class: the first of the 10,000 test images of Fashion-MNIST.

In turn of the classes, so that a part of the set is balanced too. None of them is trained on by the models of this lab.
"""
import numpy as np

from arrays import write_archive, write_set_card
from fashion_mnist import CLASSES, PACKAGE, read

EACH = 100
SHA256 = "b760a89a5c16ef06ae72ffb9d5b345b99de1465272beecade77e1d0a257ea0c7"


def make(folder):
    """Writes clothes.npz and set.json."""
    images, labels = read("t10k-images-idx3-ubyte.gz"), read("t10k-labels-idx1-ubyte.gz")
    first = np.stack([np.flatnonzero(labels == number)[:EACH] for number in range(len(CLASSES))], axis=1).ravel()
    write_archive(folder / "clothes.npz", {"images": images[first], "labels": labels[first]}, class_names=CLASSES)
    write_set_card(
        folder, "clothes.npz", SHA256,
        id="fashion-mnist-1000",
        name="Fashion-MNIST: 1,000 articles of clothing",
        licence="MIT (Zalando SE)",
        source=f"{PACKAGE} (Debian)",
    )
