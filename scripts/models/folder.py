"""A model's folder under `models/`: written beside its place, moved there when complete, remembered by a stamp.

The stamp (`models/<id>/.stamp.json`) holds the maker's own SHA-256 and the size and SHA-256 of every file written,
so that a second run knows without work that nothing has to be made, and `--verify` can check every byte.
"""
import filecmp
import json
import os
import shutil
import sys
from pathlib import Path

from environment import ROOT
from packages import sha256

MODELS = ROOT / "models"
OWN = ROOT / "models-own"
STAMP = ".stamp.json"


def maker_digest(module):
    """The SHA-256 of the maker's source: a changed maker makes its folder again."""
    return sha256(module.__file__)


def is_complete(name, module, verify=False):
    """Whether `models/<name>` holds exactly what its maker wrote (sizes only, unless `verify`)."""
    folder = MODELS / name
    stamp = folder / STAMP
    if not stamp.exists():
        return False
    noted = json.loads(stamp.read_text())
    if noted["maker"] != maker_digest(module):
        return False
    for file, entry in noted["files"].items():
        path = folder / file
        if not path.exists() or path.stat().st_size != entry["bytes"]:
            return False
        if verify and sha256(path) != entry["sha256"]:
            return False
    return True


def build(name, module):
    """Runs `module.make(folder)` in a fresh folder, stamps it and puts it in place."""
    fresh = MODELS / f".{name}.part"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        module.make(fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    for path in fresh.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)  # a web server of another user must be able to read them
    files = {
        path.relative_to(fresh).as_posix(): {"bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in sorted(fresh.rglob("*")) if path.is_file()
    }
    write_json(fresh / STAMP, {"maker": maker_digest(module), "files": files})
    final = MODELS / name
    shutil.rmtree(final, ignore_errors=True)
    os.replace(fresh, final)


def write_json(path, value, indent=1):
    """Writes `value` as UTF-8 JSON that reads the same on every machine."""
    Path(path).write_text(json.dumps(value, indent=indent, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def write_card(folder, expected_sha256, **fields):
    """Writes `card.json` for the folder's `model.safetensors`, whose bytes must be the expected ones."""
    weights = folder / "model.safetensors"
    found = sha256(weights)
    if found != expected_sha256:
        sys.exit(f"The weights made for {fields['id']} have SHA-256 {found}, but {expected_sha256} was expected. They were not kept.")
    write_json(folder / "card.json", {**fields, "sha256": found, "bytes": weights.stat().st_size})


def write_data_card(folder, train, test, **fields):
    """Writes `data.json` for data to train on: what it is, and the files of each share with their sizes, so that a page can
    say beforehand what it is about to download. A text has no test file; whoever trains keeps its end for validation."""
    def listing(files):
        return [{"file": file, "bytes": (folder / file).stat().st_size, "sha256": sha256(folder / file)} for file in files]

    write_json(folder / "data.json", {**fields, "train": listing(train), "test": listing(test)})


def copy_own():
    """Puts the small models that this repository trained itself (`models-own/`) beside the fetched ones."""
    for own in sorted(path for path in OWN.iterdir() if path.is_dir()):
        folder = MODELS / own.name
        folder.mkdir(parents=True, exist_ok=True)
        for source in own.iterdir():
            path = folder / source.name
            if not path.exists() or not filecmp.cmp(source, path, shallow=False):
                # Put in place whole: what is served may be another name of the same file.
                fresh = path.with_name(f".{path.name}.part")
                shutil.copyfile(source, fresh)
                fresh.chmod(0o644)
                os.replace(fresh, path)


def write_index():
    """Writes `models/index.json`: the cards of the models, of the data and of the sets of arrays present, and whether the photos are."""
    photos = MODELS / "photos" / "photos.json"
    write_json(MODELS / "index.json", {
        "models": cards("card.json"),
        "data": cards("data.json"),
        "sets": cards("set.json"),
        "photos": "photos/photos.json" if photos.exists() else None,
    })


def cards(file):
    """The content of this file in each folder that has one."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(MODELS.glob(f"*/{file}"))]
