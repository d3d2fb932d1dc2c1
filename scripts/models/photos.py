"""Twenty-four photos for the default demo, from the sample images of `scikit-image` and `scikit-learn`.

Only images whose package states that they may be passed on: CC0, public domain, no known restrictions, or CC BY (named
in `credit`). Thirteen photographs give 24 pictures: a name with a dash is a detail of the photograph before the dash.
They are listed by group, so that the groups show as blocks in a dissimilarity matrix. 256 × 256, JPEG quality 90.
"""
import io

from PIL import Image

from folder import write_json
from packages import member, requirement

SIZE = 256

# file inside the package → (package, credit, licence)
SKIMAGE, SKLEARN = "scikit-image", "scikit-learn"
PHOTOGRAPHS = {
    "astronaut.png": (SKIMAGE, "NASA: Eileen Collins", "public domain"),
    "camera.png": (SKIMAGE, "Lav Varshney", "CC0"),
    "chelsea.png": (SKIMAGE, "Stéfan van der Walt", "CC0"),
    "flower.jpg": (SKLEARN, "vultilion on Flickr", "CC BY 2.0"),
    "coffee.png": (SKIMAGE, "Rachel Michetti, courtesy of Pikolo Espresso Bar", "CC0"),
    "coins.png": (SKIMAGE, "Brooklyn Museum: Greek coins from Pompeii", "no known copyright restrictions"),
    "rocket.jpg": (SKIMAGE, "SpaceX: Falcon 9 before launching DSCOVR", "public domain"),
    "china.jpg": (SKLEARN, "danielbuechele on Flickr", "CC BY 2.0"),
    "brick.png": (SKIMAGE, "CC0 Textures", "CC0"),
    "gravel.png": (SKIMAGE, "CC0 Textures", "CC0"),
    "grass.png": (SKIMAGE, "linolafett on DeviantArt", "CC0"),
    "hubble_deep_field.jpg": (SKIMAGE, "NASA/ESA: Hubble eXtreme Deep Field", "public domain"),
    "retina.jpg": (SKIMAGE, "Mikael Häggström", "CC0"),
}
INNER = {SKIMAGE: "skimage/data/", SKLEARN: "sklearn/datasets/images/"}

# (group, label, photograph, square crop as left, top, side in pixels; None is the largest centred square)
PICTURES = [
    ("people", "astronaut", "astronaut.png", None),
    ("people", "astronaut – face", "astronaut.png", (126, 10, 200)),
    ("people", "cameraman", "camera.png", None),
    ("people", "cameraman – at the camera", "camera.png", (130, 50, 220)),
    ("animals", "cat", "chelsea.png", None),
    ("animals", "cat – eyes", "chelsea.png", (140, 20, 190)),
    ("animals", "cat – nose", "chelsea.png", (170, 140, 160)),
    ("plants", "flower", "flower.jpg", None),
    ("plants", "flower – petals", "flower.jpg", (215, 105, 190)),
    ("things", "coffee", "coffee.png", None),
    ("things", "coffee – cup", "coffee.png", (165, 0, 260)),
    ("things", "coins", "coins.png", None),
    ("things", "coins – near", "coins.png", (150, 110, 130)),
    ("things", "rocket", "rocket.jpg", None),
    ("things", "astronaut – helmet", "astronaut.png", (290, 290, 222)),
    ("places", "china – tower", "china.jpg", (0, 0, 427)),
    ("places", "china – roof", "china.jpg", (110, 10, 190)),
    ("places", "china – lake and trees", "china.jpg", (380, 167, 260)),
    ("surfaces", "brick", "brick.png", None),
    ("surfaces", "gravel", "gravel.png", None),
    ("surfaces", "grass", "grass.png", None),
    ("sky and eye", "galaxies", "hubble_deep_field.jpg", None),
    ("sky and eye", "galaxies – near", "hubble_deep_field.jpg", (100, 480, 260)),
    ("sky and eye", "retina", "retina.jpg", None),
]


def make(folder):
    """Writes one JPEG a picture and photos.json: `[{file, label, group, credit, licence, source}]` in the order above."""
    entries = []
    for number, (group, label, photograph, crop) in enumerate(PICTURES, 1):
        package, credit, licence = PHOTOGRAPHS[photograph]
        image = Image.open(io.BytesIO(member(package, INNER[package] + photograph))).convert("RGB")
        file = f"{number:02}-{'-'.join(label.replace('–', ' ').split())}.jpg"
        square(image, crop).save(folder / file, quality=90, optimize=True)
        entries.append({"file": file, "label": label, "group": group, "credit": credit, "licence": licence,
                        "source": requirement(package)})
    write_json(folder / "photos.json", entries)


def square(image, crop):
    """The crop (or the largest centred square) at `SIZE` × `SIZE` pixels."""
    if crop is None:
        side = min(image.size)
        crop = ((image.width - side) // 2, (image.height - side) // 2, side)
    left, top, side = crop
    return image.crop((left, top, left + side, top + side)).resize((SIZE, SIZE), Image.Resampling.LANCZOS)
