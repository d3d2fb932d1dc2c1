"""Fashion-MNIST: 70,000 articles of clothing as 28 × 28 grey images in ten classes, from Debian's package.

Written as npz archives that the page and the native program read alike, each whole in itself: `images` `[n, 28, 28]` u8
(0 is the background), `labels` `[n]` u8, and `class_names`, the names as UTF-8 bytes, one a line. The training images
come in five parts of 12,000, in the order of the original, so that a page can train on the first 5.4 MB while, or
instead of, fetching the others; the classes are mixed in that order, about 1,200 of each a part.

Source: Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747; files are idx, <https://yann.lecun.com/exdb/mnist/>.
"""
import gzip

import numpy as np

from debian import member
from folder import write_data_card

PACKAGE = "dataset-fashion-mnist"
FOLDER = "usr/share/datasets/fashion-mnist/"
# The four files as upstream publishes them.
FILES = {
    "train-images-idx3-ubyte.gz": "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    "train-labels-idx1-ubyte.gz": "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    "t10k-images-idx3-ubyte.gz": "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    "t10k-labels-idx1-ubyte.gz": "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
}
CLASSES = ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]
PART = 12_000


def make(folder):
    """Writes train-1.npz … train-5.npz, test.npz and data.json."""
    images, labels = read("train-images-idx3-ubyte.gz"), read("train-labels-idx1-ubyte.gz")
    parts = []
    for start in range(0, len(images), PART):
        parts.append(f"train-{len(parts) + 1}.npz")
        write(folder / parts[-1], images[start:start + PART], labels[start:start + PART])
    write(folder / "test.npz", read("t10k-images-idx3-ubyte.gz"), read("t10k-labels-idx1-ubyte.gz"))
    write_data_card(
        folder, parts, ["test.npz"],
        id="fashion-mnist",
        name="Fashion-MNIST",
        kind="images",
        licence="MIT (Zalando SE)",
        source=f"{PACKAGE} (Debian)",
        note="60,000 training and 10,000 test images; the training images come in five parts of 12,000.",
    )


def read(file):
    """The array of an idx file of bytes: two zero bytes, the type (8 is u8), the rank, the big-endian lengths, the values."""
    content = gzip.decompress(member(PACKAGE, FOLDER + file, FILES[file]))
    rank = content[3]
    shape = np.frombuffer(content, ">u4", rank, offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * rank).reshape(shape)


def write(path, images, labels):
    """One part, deflated to about 440 of the 784 bytes an image."""
    names = np.frombuffer("\n".join(CLASSES).encode(), np.uint8)
    np.savez_compressed(path, images=images, labels=labels, class_names=names)
