//! Words that the views' sentences share.

/// Longest text in a sentence, in characters.
const MOST: usize = 48;

/// A text for a sentence, in quotation marks and not too long: of a prompt the end says more than the start.
pub(crate) fn quoted(text: &str) -> String {
    let text = visible(text);
    if text.chars().count() <= MOST {
        return format!("“{text}”");
    }
    let skipped = text.chars().count() - MOST;
    format!("“…{}”", text.chars().skip(skipped).collect::<String>())
}

/// As [`quoted`], with the start of a longer text.
pub(crate) fn quoted_start(text: &str) -> String {
    let text = visible(text);
    if text.chars().count() <= MOST {
        return format!("“{text}”");
    }
    format!("“{}…”", text.chars().take(MOST).collect::<String>())
}

/// A text whose line ends are seen in a sentence, as the page shows them in tokens.
fn visible(text: &str) -> String {
    text.replace('\n', "⏎")
}

/// A share in percent, with a decimal below ten.
pub(crate) fn percent(share: f64) -> String {
    let value = 100.0 * share;
    if value >= 9.95 { format!("{value:.0} %") } else { format!("{value:.1} %") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_keep_the_end_of_a_prompt_and_the_start_of_what_follows() {
        let text = format!("{}end", "word ".repeat(12));
        assert!(quoted(&text).starts_with("“…") && quoted(&text).ends_with("end”"));
        assert!(quoted_start(&text).starts_with("“word ") && quoted_start(&text).ends_with("…”"));
        assert_eq!(quoted("one\ntwo"), "“one⏎two”");
        assert_eq!((percent(0.271), percent(0.0499)), ("27 %".to_owned(), "5.0 %".to_owned()));
    }
}
