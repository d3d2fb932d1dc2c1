//! Words that the views' sentences share.

/// Longest text in a sentence, in characters.
const MOST: usize = 48;

/// A text for a sentence, in quotation marks and not too long: of a prompt the end says more than the start.
pub(crate) fn quoted(text: &str) -> String {
    if text.chars().count() <= MOST {
        return format!("“{text}”");
    }
    let skipped = text.chars().count() - MOST;
    format!("“…{}”", text.chars().skip(skipped).collect::<String>())
}

/// As [`quoted`], with the start of a longer text.
pub(crate) fn quoted_start(text: &str) -> String {
    if text.chars().count() <= MOST {
        return format!("“{text}”");
    }
    format!("“{}…”", text.chars().take(MOST).collect::<String>())
}

/// A share in percent, with a decimal below ten.
pub(crate) fn percent(share: f64) -> String {
    let value = 100.0 * share;
    if value >= 9.95 { format!("{value:.0} %") } else { format!("{value:.1} %") }
}
