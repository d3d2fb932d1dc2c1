#!/usr/bin/env python3
"""Unpacks the 92 stimuli of Kriegeskorte et al. 2008 for tests: MATLAB file → PNGs in `.cache/92images/`.

    python3 scripts/models/stimuli92.py [folder with the .mat files; default ../shared/data/92images]

Writes 01.png … 92.png (175 × 175 RGB, the file's own order) and stimuli.json: `[{file, category, human, face, animal,
natural}]`, and human_it_subjects.npy `[4, 92, 92]`: the RDM of human IT of each subject, the mean of two sessions. The images
carry no licence of their own: they are for tests on this machine and are never committed or
shipped. A second run does nothing.
"""
import json
import sys
from pathlib import Path

import environment

OUT = environment.CACHE / "92images"
MATLAB = "Kriegeskorte_Neuron2008_supplementalData.mat"
BRAIN = "92_brainRDMs.mat"
SUBJECTS = "human_it_subjects.npy"


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else environment.ROOT.parent / "shared/data/92images"
    listing = OUT / "stimuli.json"
    if listing.exists() and len(list(OUT.glob("*.png"))) == 92 and (OUT / SUBJECTS).exists():
        print(f"{OUT.relative_to(environment.ROOT)} is present")
        return
    if not (folder / MATLAB).exists():
        sys.exit(f"{MATLAB} was not found in {folder}. Give the folder that holds it, as in rsatoolbox's demos/92imageData.")
    environment.enter(["numpy", "scipy", "pillow"])

    import numpy
    from PIL import Image
    from scipy.io import loadmat

    stimuli = loadmat(folder / MATLAB)["stimuli_92objs"][0]
    OUT.mkdir(parents=True, exist_ok=True)
    entries = []
    for number, stimulus in enumerate(stimuli, 1):
        file = f"{number:02}.png"
        Image.fromarray(stimulus["image"]).save(OUT / file)
        flags = {name: bool(stimulus[name].item()) for name in ("human", "face", "animal", "natural")}
        entries.append({"file": file, "category": str(stimulus["category"].item()), **flags})
    listing.write_text(json.dumps(entries, indent=1) + "\n")
    sessions = loadmat(folder / BRAIN)["RDMs"][0]
    subjects = [numpy.mean([session["RDM"] for session in subject], axis=0) for subject in sessions]
    numpy.save(OUT / SUBJECTS, numpy.array(subjects, dtype=numpy.float64))
    print(f"wrote {len(entries)} stimuli to {OUT.relative_to(environment.ROOT)}")


if __name__ == "__main__":
    main()
