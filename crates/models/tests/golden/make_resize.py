"""Makes resize.json: what Pillow's filters give, for `tests/cases/preprocessing.rs`.

Package (pip): pillow. Run in this folder: python make_resize.py
Shorter side to `resize`, longer side rounded down, centre crop with halves rounded to even: torchvision's
Resize(resize) and CenterCrop(side). Bytes are RGB, row-major.
"""
import json
from pathlib import Path

from PIL import Image


def byte(x, y, channel):
    return (x * x * 3 + y * 7 * (channel + 1) + x * y * channel * 5) % 256


def case(width, height, side, resize=None, resample="bilinear"):
    resize = resize or side
    image = Image.new("RGB", (width, height))
    image.putdata([tuple(byte(x, y, c) for c in range(3)) for y in range(height) for x in range(width)])
    short = min(width, height)
    new = (resize * width // short, resize * height // short)
    image = image.resize(new, Image.Resampling[resample.upper()])
    left, top = round((new[0] - side) / 2), round((new[1] - side) / 2)
    bytes_ = image.crop((left, top, left + side, top + side)).tobytes()
    sizes = {"width": width, "height": height, "side": side, "resize": resize, "resample": resample}
    return {**sizes, "bytes": list(bytes_)}


cases = [
    case(23, 17, 9), case(17, 23, 20), case(8, 8, 13), case(40, 31, 11),
    # Smaller and larger, with and without a margin that is cut off.
    case(23, 17, 9, resample="bicubic"), case(17, 23, 20, resample="bicubic"), case(40, 31, 14, 16, "bicubic"),
    case(61, 47, 21, 24, "bicubic"), case(9, 12, 14, 16, "bicubic"), case(40, 31, 11, 13),
]
Path(__file__).with_name("resize.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")
