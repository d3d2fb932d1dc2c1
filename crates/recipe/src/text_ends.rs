//! The tokens that begin and end a text.

use serde_json::Value;

/// The ids of the tokens that begin and end a text, where a `config.json` names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextEnds {
    /// `bos_token_id`.
    pub begin: Option<u32>,
    /// `eos_token_id`; the first where there are several.
    pub end: Option<u32>,
}

impl TextEnds {
    /// Reads the bytes of a `config.json`. What is missing or no id stays unknown.
    pub fn of(config: &[u8]) -> Self {
        let config: Value = serde_json::from_slice(config).unwrap_or(Value::Null);
        let id = |field: &str| {
            // A model of two towers has its texts' configuration inside.
            let value = config.get(field).unwrap_or(&config["text_config"][field]);
            let id = value.as_u64().or_else(|| value.get(0).and_then(Value::as_u64));
            id.and_then(|id| u32::try_from(id).ok())
        };
        Self { begin: id("bos_token_id"), end: id("eos_token_id") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_alone_or_as_the_first_of_a_list() {
        let read = |config: &str| TextEnds::of(config.as_bytes());
        let both = read(r#"{"bos_token_id": 1, "eos_token_id": [2, 3]}"#);
        assert_eq!(both, TextEnds { begin: Some(1), end: Some(2) });
        assert_eq!(read(r#"{"eos_token_id": null, "bos_token_id": -1}"#), TextEnds::default());
        assert_eq!(read("no json"), TextEnds::default());
    }
}
