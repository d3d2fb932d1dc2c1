#!/usr/bin/env python3
"""Writes the words of the room `verbatim-memory` as SmolLM2's token ids, so that no tokenizer is needed to run it.

    python3 -m pip install tokenizers && python3 scripts/experiments/list_words.py

Needs `models/smollm2-135m/tokenizer.json`. The words are read from the room's `language.rs`.
"""
import json
import pathlib
import re

from tokenizers import Tokenizer

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOM = ROOT / "crates/experiments/src/rooms/verbatim_memory"


def main():
    tokenizer = Tokenizer.from_file(str(ROOT / "models/smollm2-135m/tokenizer.json"))
    source = (ROOM / "language.rs").read_text().split("#[cfg(test)]")[0]
    words = sorted(set(re.findall(r'"([a-z]+|[.:])"', source)))
    ids = {word: tokenizer.encode(word if word in ".:" else f" {word}", add_special_tokens=False).ids for word in words}
    (ROOM / "smollm2.json").write_text(json.dumps({"words": ids}, separators=(",", ":")) + "\n")
    print(len(ids), "words,", sum(len(own) > 1 for own in ids.values()), "of more than one token")


if __name__ == "__main__":
    main()
