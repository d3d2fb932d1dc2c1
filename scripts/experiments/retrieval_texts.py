#!/usr/bin/env python3
"""Writes the texts of the room `retrieval-heads` for SmolLM2 as token ids, so that no tokenizer is needed to run it.

    python3 -m pip install tokenizers && python3 scripts/experiments/retrieval_texts.py

Needs `models/smollm2-135m/tokenizer.json`. The haystack is the end of *Persuasion* (public domain); needles and questions are
made here.
"""
import json
import pathlib

from tokenizers import Tokenizer

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "crates/experiments/src/rooms/retrieval_heads/smollm2.json"
NAMES = ["Mira", "Tobias", "Elena", "Oscar", "Greta", "Felix", "Nora", "Hugo", "Clara", "Simon", "Ada", "Bruno", "Ivy", "Jonas", "Lena", "Marcus", "Paula", "Quentin", "Rosa", "Victor"]
# Names of two or three different tokens: a single one has no place to be displaced to.
FRIENDS = ["Ottoline", "Winifred", "Cecily", "Gideon", "Isidore", "Josephine", "Kendrick", "Lavinia", "Montague", "Octavia", "Percival", "Rosalind", "Theodora", "Ursula", "Clementine", "Cornelia", "Aurelia", "Barnaby", "Peregrine", "Philippa"]
# Four different digits each, so that none stands where it stood when they are displaced.
CODES = [code for code in (str(1000 + 7919 * k % 9000) for k in range(200)) if len(set(code)) == 4][: len(NAMES)]
KNOWN = [
    ("What is the capital of France?", "The capital of France is", " Paris"),
    ("What is the capital of Italy?", "The capital of Italy is", " Rome"),
    ("What is the capital of Japan?", "The capital of Japan is", " Tokyo"),
    ("What is the capital of Germany?", "The capital of Germany is", " Berlin"),
    ("What is the capital of Russia?", "The capital of Russia is", " Moscow"),
    ("What is the capital of Egypt?", "The capital of Egypt is", " Cairo"),
    ("What is the opposite of hot?", "The opposite of hot is", " cold"),
    ("What is the opposite of up?", "The opposite of up is", " down"),
    ("Which planet is the largest?", "The largest planet in the solar system is", " Jupiter"),
    ("What is water made of?", "Water is made of hydrogen and", " oxygen"),
    ("What does the Earth move around?", "The Earth moves around the", " Sun"),
    ("How long is a week?", "A week has seven", " days"),
    ("Which month is the first?", "The first month of the year is", " January"),
    ("Whom does Romeo love?", "Romeo loves", " Juliet"),
    ("What is the Pacific?", "The Pacific is the largest", " ocean"),
    ("What do bees make?", "Bees make", " honey"),
]


def main():
    tokenizer = Tokenizer.from_file(str(ROOT / "models/smollm2-135m/tokenizer.json"))
    encode = lambda text: tokenizer.encode(text, add_special_tokens=False).ids

    def needle(number, is_number):
        name = NAMES[number]
        stem = f"The secret code of {name} is" if is_number else f"The best friend of {name} is"
        asked = f"What is the secret code of {name}?" if is_number else f"Who is the best friend of {name}?"
        answer = f" {CODES[number]}" if is_number else f" {FRIENDS[number]}"
        # A number is written digit by digit after a space of its own, which belongs to the question.
        space = encode(" ") if is_number else []
        head, whole = encode(f"\n{stem}") + space, encode(f"\n{stem}{answer}")
        assert whole[: len(head)] == head
        own = whole[len(head) :]
        assert len(own) > 1 and len(set(own)) == len(own), answer
        statement = whole + encode(".\n")
        return {
            "is_number": is_number,
            "statement": statement,
            "answer_at": len(head),
            "n_answer": len(whole) - len(head),
            "question": encode(f"\nQuestion: {asked}\nAnswer: {stem}") + space,
        }

    text = (ROOT / "models-own/held-out.txt").read_text().replace("\n", " ")
    haystack = encode(text)
    needles = [needle(k, is_number) for k in range(len(NAMES)) for is_number in (True, False)]
    known = [{"question": encode(f"\n\nQuestion: {asked}\nAnswer: {stem}"), "answer": encode(answer)} for asked, stem, answer in KNOWN]
    assert all(len(one["answer"]) == 1 for one in known)
    used = sorted({i for ids in [haystack, *(n["statement"] + n["question"] for n in needles), *(k["question"] + k["answer"] for k in known)] for i in ids})
    pieces = [[i, tokenizer.decode([i])] for i in used]
    OUT.write_text(json.dumps({"haystack": haystack, "needles": needles, "known": known, "pieces": pieces}, separators=(",", ":"), ensure_ascii=False) + "\n")
    print(OUT, OUT.stat().st_size, "bytes", len(haystack), "tokens of haystack")


if __name__ == "__main__":
    main()
