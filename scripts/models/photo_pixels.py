"""The bench's twenty-four photos as arrays: 32 × 32 pixels in colour, with what each shows and the group that it is of."""
import io

import numpy as np
from PIL import Image

from arrays import write_archive, write_set_card
from packages import member, requirement
from photos import INNER, PHOTOGRAPHS, PICTURES, SKIMAGE, SKLEARN, square

SIDE = 32
SHA256 = "7fa1f59d6620068b492e268f71df77c831da3d6c2208a394bade5fb54c32809b"


def make(folder):
    """Writes photos.npz and set.json."""
    groups = list(dict.fromkeys(group for group, *_ in PICTURES))
    pixels = np.stack([pixels_of(photograph, crop) for _, _, photograph, crop in PICTURES])
    labels = np.array([groups.index(group) for group, *_ in PICTURES], np.uint8)
    names = [label for _, label, *_ in PICTURES]
    write_archive(folder / "photos.npz", {"pixels": pixels, "labels": labels}, stimulus_names=names, class_names=groups)
    write_set_card(
        folder, "photos.npz", SHA256,
        id="photo-pixels",
        name="24 photographs as pixels",
        licence="CC0, public domain or CC BY 2.0, as the bench lists them one by one",
        source=f"{requirement(SKIMAGE)}, {requirement(SKLEARN)}",
    )


def pixels_of(photograph, crop):
    """`[32, 32, 3]` u8."""
    package = PHOTOGRAPHS[photograph][0]
    image = Image.open(io.BytesIO(member(package, INNER[package] + photograph))).convert("RGB")
    return np.asarray(square(image, crop).resize((SIDE, SIDE), Image.Resampling.BOX))
