"""Two novels by Jane Austen as one plain text, for networks that learn to write letter by letter; from Debian's package.

"Pride and Prejudice" (1813), then "Persuasion" (1817), as Julia Silge's R package `janeaustenr` holds them: plain ASCII,
in lines of about 70 characters. The novels are in the public domain. The package keeps them as R objects, of which this
reads exactly the kind at hand: a vector of strings, serialised as R's manual "R Internals", section 1.8, describes.
"""
import sys
import zlib

from debian import members
from folder import write_data_card
from packages import sha256

PACKAGE = "r-cran-janeaustenr"
OBJECTS = "usr/lib/R/site-library/janeaustenr/data/Rdata.rdb"
NOVELS = ["PRIDE AND PREJUDICE", "Persuasion"]
SHA256 = "5cfe0adccfa1fa72fd49f04d9310e0bc1a49cee96bb16cce60f4ffc42750add0"
STRINGS, STRING = 16, 9  # R's STRSXP and CHARSXP


def make(folder):
    """Writes text.txt (UTF-8, LF) and data.json."""
    novels = {lines[0]: lines for lines in map(strings, objects(members(PACKAGE)[OBJECTS]))}
    text = "\n\n\n".join("\n".join(novels[title]).strip() for title in NOVELS) + "\n"
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    if sha256(path) != SHA256:
        sys.exit(f"The text made of Debian's package {PACKAGE} has SHA-256 {sha256(path)}, but {SHA256} was expected. It was not kept.")
    write_data_card(
        folder, ["text.txt"], [],
        id="austen",
        name="Jane Austen: Pride and Prejudice, Persuasion",
        kind="text",
        licence="public domain (text), MIT (package)",
        source=f"{PACKAGE} (Debian)",
        note="1813 and 1817, one after the other. The last tenth, from Persuasion, is kept for validation.",
    )


def objects(packed):
    """The serialised objects of a lazy-load database: each its unpacked length in four bytes, then a zlib stream."""
    while packed:
        stream = zlib.decompressobj()
        yield stream.decompress(packed[4:])
        packed = stream.unused_data


def strings(serialised):
    """The vector of strings in an object of R's serialisation version 3 ("X", big-endian)."""
    at = 0

    def integer():
        nonlocal at
        at += 4
        return int.from_bytes(serialised[at - 4:at], "big")

    def word(length):
        nonlocal at
        at += length
        return serialised[at - length:at].decode("utf-8")

    if word(2) != "X\n" or integer() != 3:
        sys.exit(f"An object of {PACKAGE} is not serialised as R does since its version 3.5.")
    integer(), integer()  # the writing and the oldest reading version of R
    word(integer())  # the encoding of that session
    if integer() & 0xFF != STRINGS:
        sys.exit(f"An object of {PACKAGE} is not a vector of strings.")
    lines = []
    for _ in range(integer()):
        if integer() & 0xFF != STRING:
            sys.exit(f"An object of {PACKAGE} holds something else than strings.")
        lines.append(word(integer()))
    return lines
