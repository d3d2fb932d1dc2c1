#!/usr/bin/env python3
"""Writes crates/tokens/tests/golden/*.json: awkward texts with the ids that the reference tokenizers give.

    pip install transformers==5.23.0 tokenizers==0.23.3
    python3 scripts/models/fetch.py minilm-l6 smollm2-135m
    python3 scripts/golden/make_tokens.py

Each file: {"reference", "texts": [[text, [ids without special tokens], [ids with]], ...]}. The judge is transformers'
fast tokenizer made from the same tokenizer.json with truncation and padding off. `AutoTokenizer` is run as well; where
it rebuilds the tokenizer from its class and so departs from the file, the number of texts that differ is printed.
"""
import json
import random
from pathlib import Path

import tokenizers
import transformers

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "crates/tokens/tests/golden"
FOLDERS = {
    "minilm": ROOT / "models/minilm-l6",
    "smollm2": ROOT / "models/smollm2-135m",
    "stories260k": ROOT.parent / "shared/data/stories260K",
}

FAMILY = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"
SPECIAL = [
    "[CLS]", "[SEP]", "[MASK]", "[PAD]", "[UNK]", "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<s>", "</s>", "<unk>",
    "<0x0A>", "▁", "Ġ", "##ing", "<repo_name>", "<file_sep>",
]
PLAIN = [
    "", " ", "  ", "   ", " " * 17, "\t", "\n", "\r\n", "\n\n\n", "\t\t\tx", " leading", "trailing ", "  two  spaces  inside  ",
    "line one\nline two\r\nline three\rline four", "a\tb\tc", "\u00a0nbsp\u00a0", "\u2003em\u2003space", "\u3000ideographic",
    "Hello, world!", "The quick brown fox jumps over the lazy dog.", "Once upon a time, there was a little girl named Lily.",
    "I'm you're we've they'd she'll it's don't can't", "I’m “quoted” – it’s typographic…", "'''", "\"\"\"", "''s 'S 'LL", "U.S.A. e.g. Ph.D.",
    "0", "007", "3.14159265358979323846", "1,234,567.89", "12345678901234567890123456789012345678901234567890", "1e-10 0xDEADBEEF 0b1010",
    "٠١٢٣٤٥٦٧٨٩", "１２３", "½ ⅔ Ⅷ ² ₃", "2024-02-30T25:61:61Z", "+1 (555) 010-9999", "$5.00 €6 £7 ¥8 ₹9",
    "https://example.org/a/b?c=d&e=%20#frag", "user.name+tag@example.co.uk", "C:\\Users\\name\\file.txt", "/usr/local/bin/../lib",
    "def f(x):\n    return x ** 2  # squared\n", "if (a && b || !c) { i++; }", "<div class=\"x\">&amp;</div>", "SELECT * FROM t WHERE a <> 'b';",
    "let x: Vec<Option<&'static str>> = vec![];", "{\"key\": [1, 2.0, null, true]}", "\\begin{align} e^{i\\pi} + 1 = 0 \\end{align}", "a_b_c aB_cD camelCaseHTTPServer SCREAMING_SNAKE",
    "!!!???...,,,;;;:::", "-- --- ---- —— ––", "*** ___ ~~~ ``` ^^^ |||", "()[]{}<>«»‹›", "@#%^&*+=~`|\\/", "¿Qué? ¡Sí!", "§ ¶ † ‡ • ‰",
    "naïve café résumé", "nai\u0308ve cafe\u0301 re\u0301sume\u0301", "\u0041\u030a \u00c5 \u212b", "ﬁ ﬂ ﬀ ﬃ ſt", "ẞ ß SS ss", "İ I ı i", "Ǆ ǅ ǆ", "ΑΣ ας σς",
    "z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324 zalgo", "e\u0301\u0301\u0301", "\u0301 alone", "o\u0302\u0323 \u1ed9", "क्षत्रिय", "நிலா", "ภาษาไทยไม่มีช่องว่าง", "မြန်မာ", "ខ្មែរ", "བོད་ཡིག",
    "你好，世界！", "我喜歡吃蘋果。", "東京タワーは333メートルです。", "ひらがな カタカナ ｶﾀｶﾅ 漢字", "한국어 문장입니다.", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "𠮷野家 𪚥 𠀀", "中文English混合text文字", "一二三四五六七八九十",
    "مرحبا بالعالم", "السَّلَامُ عَلَيْكُمْ", "שלום עולם", "שָׁלוֹם", "\u202bRTL\u202c mixed עברית and English", "فارسی می‌شود", "اردو میں",
    "Привет, мир!", "Ёлка и ежик", "Γειά σου Κόσμε", "Բարեւ աշխարհ", "გამარჯობა", "ሰላም ልዑል", "ᚠᚢᚦᚨᚱᚲ", "ᐃᓄᒃᑎᑐᑦ", "𐍈𐌰𐌹𐍂", "𒀀𒁀", "Tiếng Việt có dấu", "Łódź ŻÓŁĆ đ ħ ø œ æ",
    "😀", "😀😀😀", "Hi 😀!", "👍🏽", "👩🏿‍🚀", FAMILY, f"a{FAMILY}b", "🏳️‍🌈", "🏴‍☠️", "🇩🇪🇫🇷🇯🇵", "🇩", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "1️⃣#️⃣", "☺ ☺️ ☺︎", "❤️ ♥ 💔", "🤷‍♀️ ¯\\_(ツ)_/¯",
    "\u200b", "zero\u200bwidth", "zero\u200cjoin\u200der", "word\u2060joiner", "\ufeffBOM", "soft\u00adhyphen", "\u200e\u200fmarks", "\u2028line\u2029para", "\u180e", "\u034f", "\ufe0f",
    "\x00", "a\x00b", "\x01\x02\x03", "\x07bell\x08back", "\x1b[31mred\x1b[0m", "\x7f", "\x80\x85\x9f", "\x0b\x0c", "\ufffd", "\ufffe\uffff", "\ue000 private", "\U0010ffff", "\U0001f9ff\U0001fadf",
    "a" * 99, "a" * 100, "a" * 101, "a" * 300, "supercalifragilisticexpialidocious" * 4, "Donaudampfschifffahrtsgesellschaftskapitän", "ab" * 120, "é" * 60, "漢" * 40, "😀" * 30, "." * 50, "=" * 80, "-" * 7, "\n" * 12, " a" * 60, "no" * 33 + "!",
    "𝐛𝐨𝐥𝐝 𝒾𝓉𝒶𝓁𝒾𝒸 𝔣𝔯𝔞𝔨 𝕕𝕓𝕝", "Ⓒⓘⓡⓒⓛⓔⓓ", "ｆｕｌｌｗｉｄｔｈ", "ʇxǝʇ uʍop ǝpᴉsdn", "ᵗⁱⁿʸ", "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋, ∑ᵢ aᵢ ≤ ∫ f dμ", "→ ⇒ ↔ ⟶ ↦", "█▓▒░ ┌─┐│└┘", "♠♣♥♦ ♔♕ ⚀⚅", "🜁 ☿ ♄", "𝄞 ♩♪♫", "°C °F Å µm Ω",
    "THE QUICK BROWN FOX", "tHe QuIcK bRoWn", "unbelievably antidisestablishmentarianism", "tokenization untokenizable pretokenized", "the the the the", "New York New York", "x", "X", "é", "É", "ß", "a b", "a  b", "a   b", "a.b", "a .b", "a. b", "a\n b", "a \nb", "a \n b", "1a2b3c", "abc123def456", "v1.2.3-rc.4+build.5", "C++ C# F# .NET", "AT&T R&D", "rock'n'roll o'clock y'all'd've", "(a)(b)", "...and then?!", "\"Stop!\" she said.", "Mr. & Mrs. Smith's", "e=mc²", "H₂O CO₂", "10% 5‰", "#hashtag @mention", "😂lol😂", "okay👌bye", "été à la plage", "mañana", "smörgåsbord", "Ærøskøbing",
]


def texts():
    """The awkward texts: written out, special tokens in three surroundings, and 40 seeded mixtures of all of them."""
    listed = PLAIN + [form for token in SPECIAL for form in (token, f"a {token} b", f"x{token}{token}y")]
    choose = random.Random(20240229)
    parts = [text for text in listed if 0 < len(text) < 40]
    mixed = [choose.choice(["", " ", "\n"]).join(choose.sample(parts, choose.randint(2, 5))) for _ in range(40)]
    return list(dict.fromkeys(listed + mixed))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, folder in FOLDERS.items():
        judge = transformers.PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
        judge.backend_tokenizer.no_truncation()
        judge.backend_tokenizer.no_padding()
        auto = transformers.AutoTokenizer.from_pretrained(folder)
        rows, differ = [], []
        for text in texts():
            bare = judge.encode(text, add_special_tokens=False)
            full = judge.encode(text, add_special_tokens=True)
            rows.append([text, bare, full])
            if auto.encode(text, add_special_tokens=True) != full:
                differ.append(text)
        reference = f"transformers {transformers.__version__}, tokenizers {tokenizers.__version__}"
        lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows)
        (OUT / f"{name}.json").write_text(f'{{"reference": "{reference}", "texts": [\n{lines}\n]}}\n')
        print(f"{name}: {len(rows)} texts; {type(auto).__name__} from AutoTokenizer departs from the file on {len(differ)}: {differ[:4]}")


if __name__ == "__main__":
    main()
