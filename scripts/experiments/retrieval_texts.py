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
FRIENDS = ["Dalton", "Winifred", "Bernard", "Cecily", "Ottoline", "Ferdinand", "Gideon", "Harriet", "Isidore", "Josephine", "Kendrick", "Lavinia", "Montague", "Nathaniel", "Octavia", "Percival", "Rosalind", "Sebastian", "Theodora", "Ursula"]
KNOWN = [
    ("The capital of France is", " Paris"), ("The capital of Italy is", " Rome"), ("The capital of Japan is", " Tokyo"),
    ("The capital of Germany is", " Berlin"), ("The capital of Russia is", " Moscow"), ("The capital of Egypt is", " Cairo"),
    ("The opposite of hot is", " cold"), ("The opposite of up is", " down"), ("The largest planet in the solar system is", " Jupiter"),
    ("Water is made of hydrogen and", " oxygen"), ("The Earth moves around the", " Sun"), ("A week has seven", " days"),
    ("The first month of the year is", " January"), ("Romeo and", " Juliet"), ("The Pacific is the largest", " ocean"), ("Bees make", " honey"),
]


def main():
    tokenizer = Tokenizer.from_file(str(ROOT / "models/smollm2-135m/tokenizer.json"))
    encode = lambda text: tokenizer.encode(text, add_special_tokens=False).ids

    def needle(number, is_number):
        name = NAMES[number]
        stem = f"The secret code of {name} is" if is_number else f"The best friend of {name} is"
        asked = f"What is the secret code of {name}?" if is_number else f"Who is the best friend of {name}?"
        code = str(1000 + (7919 * (number + 3)) % 9000)
        answer = f" {code}" if is_number else f" {FRIENDS[number]}"
        # A number is written digit by digit after a space of its own, which belongs to the question.
        space = encode(" ") if is_number else []
        head, whole = encode(f"\n{stem}") + space, encode(f"\n{stem}{answer}")
        assert whole[: len(head)] == head
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
    known = [{"question": encode(question), "answer": encode(answer)[:1]} for question, answer in KNOWN]
    used = sorted({i for ids in [haystack, *(n["statement"] + n["question"] for n in needles), *(k["question"] + k["answer"] for k in known)] for i in ids})
    pieces = [[i, tokenizer.decode([i])] for i in used]
    OUT.write_text(json.dumps({"haystack": haystack, "needles": needles, "known": known, "pieces": pieces}, separators=(",", ":"), ensure_ascii=False) + "\n")
    print(OUT, OUT.stat().st_size, "bytes", len(haystack), "tokens of haystack")


if __name__ == "__main__":
    main()
