"""Makes resize.json: what Pillow's bilinear filter gives, for `tests/preprocessing.rs`.

Package (pip): pillow. Run in this folder: python make_resize.py
Shorter side to `side`, longer side rounded down, centre crop with halves rounded to even: torchvision's
Resize(side) and CenterCrop(side). Bytes are RGB, row-major.
"""
import json
from pathlib import Path

from PIL import Image


def byte(x, y, channel):
    return (x * x * 3 + y * 7 * (channel + 1) + x * y * channel * 5) % 256


def case(width, height, side):
    image = Image.new("RGB", (width, height))
    image.putdata([tuple(byte(x, y, c) for c in range(3)) for y in range(height) for x in range(width)])
    short = min(width, height)
    new = (side * width // short, side * height // short)
    image = image.resize(new, Image.Resampling.BILINEAR)
    left, top = round((new[0] - side) / 2), round((new[1] - side) / 2)
    bytes_ = image.crop((left, top, left + side, top + side)).tobytes()
    return {"width": width, "height": height, "side": side, "bytes": list(bytes_)}


cases = [case(23, 17, 9), case(17, 23, 20), case(8, 8, 13), case(40, 31, 11)]
Path(__file__).with_name("resize.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")
