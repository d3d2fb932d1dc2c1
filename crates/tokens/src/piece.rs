//! One token as a person reads it.

use tokenizers::DecoderWrapper;

use crate::byte_symbols::byte_of;

/// How a vocabulary spells text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Each character of a token is the symbol of one byte (GPT-2, SmolLM2, Llama 3).
    ByteLevel,
    /// `▁` is a space, and `<0x0A>` a byte without a token of its own (SentencePiece: Llama 2, stories260K).
    Metaspace,
    /// Plain text; `##` marks what continues a word (WordPiece).
    Plain,
}

impl Spelling {
    /// The spelling that a tokenizer's decoder undoes.
    pub(crate) fn of(decoder: Option<&DecoderWrapper>) -> Self {
        match decoder {
            Some(DecoderWrapper::ByteLevel(_)) => Self::ByteLevel,
            Some(DecoderWrapper::Metaspace(_) | DecoderWrapper::ByteFallback(_)) => Self::Metaspace,
            Some(DecoderWrapper::Sequence(sequence)) => sequence
                .get_decoders()
                .iter()
                .map(|inner| Self::of(Some(inner)))
                .find(|spelling| *spelling != Self::Plain)
                .unwrap_or(Self::Plain),
            _ => Self::Plain,
        }
    }

    /// The token as readable text; bytes that are not whole UTF-8 characters are shown as `\xNN`.
    pub(crate) fn read(self, token: &str) -> String {
        match self {
            Self::ByteLevel => match token.chars().map(byte_of).collect::<Option<Vec<u8>>>() {
                Some(bytes) => show(&bytes),
                None => token.to_owned(),
            },
            Self::Metaspace => match fallback_byte(token) {
                Some(byte) => show(&[byte]),
                None => token.replace('▁', " "),
            },
            Self::Plain => token.to_owned(),
        }
    }
}

/// The byte that a token such as `<0x0A>` stands for.
fn fallback_byte(token: &str) -> Option<u8> {
    let digits = token.strip_prefix("<0x")?.strip_suffix('>')?;
    (digits.len() == 2).then(|| u8::from_str_radix(digits, 16).ok())?
}

/// Whole characters as they are, the other bytes as `\xNN`.
fn show(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn byte_symbols_become_text_and_half_characters_are_shown_as_bytes() {
        assert_eq!(Spelling::ByteLevel.read("Ġcat"), " cat");
        assert_eq!(Spelling::ByteLevel.read("Ã©"), "é");
        assert_eq!(Spelling::ByteLevel.read("ĠðŁ"), " \\xf0\\x9f");
        assert_eq!(Spelling::ByteLevel.read("日"), "日");
    }

    #[test]
    fn sentencepiece_marks_become_spaces_and_fallback_bytes_are_read() {
        assert_eq!(Spelling::Metaspace.read("▁once"), " once");
        assert_eq!(Spelling::Metaspace.read("<0x0A>"), "\n");
        assert_eq!(Spelling::Metaspace.read("<0xE2>"), "\\xe2");
        assert_eq!(Spelling::Metaspace.read("<0xZZ>"), "<0xZZ>");
    }

    #[test]
    fn a_continuing_word_piece_keeps_its_mark() {
        assert_eq!(Spelling::Plain.read("##ing"), "##ing");
    }
}
