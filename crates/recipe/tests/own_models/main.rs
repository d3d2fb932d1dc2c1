//! The committed models of `models-own` do what their cards say: they are opened as any other model's folder, and what is
//! known of them is measured again. `UPDATE=1` writes what was found into the cards.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it found"
)]

mod card;
mod images;
mod language;
mod open;

/// The repository's root.
fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
