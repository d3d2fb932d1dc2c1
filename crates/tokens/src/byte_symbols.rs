//! The 256 printable characters that stand for bytes in a byte-level vocabulary (`Ġ` is a space, `Ċ` a new line).
//!
//! Printable Latin-1 characters stand for themselves; the other bytes, in order, for U+0100 onwards.
//! Source: `bytes_to_unicode` of GPT-2's encoder (Radford et al. 2019).

/// The byte that a symbol stands for, or `None` if it stands for none.
pub(crate) fn byte_of(symbol: char) -> Option<u8> {
    let code = u32::from(symbol);
    if code < 256 {
        return u8::try_from(code).ok().filter(|byte| is_itself(*byte));
    }
    let place = usize::try_from(code - 256).ok()?;
    (0..=255u8).filter(|byte| !is_itself(*byte)).nth(place)
}

/// Whether the byte's own Latin-1 character is its symbol.
fn is_itself(byte: u8) -> bool {
    matches!(byte, 0x21..=0x7e | 0xa1..=0xac | 0xae..=0xff)
}

#[cfg(test)]
mod tests {
    use super::byte_of;

    #[test]
    fn well_known_symbols_stand_for_their_bytes() {
        assert_eq!(byte_of('a'), Some(b'a'));
        assert_eq!(byte_of('Ġ'), Some(b' '));
        assert_eq!(byte_of('Ċ'), Some(b'\n'));
        assert_eq!(byte_of('ĉ'), Some(b'\t'));
        assert_eq!(byte_of('Ń'), Some(0xad));
        assert_eq!(byte_of(' '), None);
        assert_eq!(byte_of('한'), None);
    }

    #[test]
    fn every_byte_has_exactly_one_symbol() {
        let mut bytes: Vec<u8> = (0..0x200).filter_map(char::from_u32).filter_map(byte_of).collect();
        bytes.sort_unstable();
        assert_eq!(bytes, (0..=255).collect::<Vec<u8>>());
    }
}
