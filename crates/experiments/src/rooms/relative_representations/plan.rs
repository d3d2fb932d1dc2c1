//! What a run was asked to do.

use recipe::Result;

use super::anchors::Choice;
use super::space::Transform;
use crate::Settings;

/// Pictures of a step.
pub const BATCH: usize = 64;
/// Training pictures, and the test pictures after them in the file.
pub const N_TRAIN: usize = 3000;
pub const N_TEST: usize = 600;

/// From the card's parameters.
pub struct Plan {
    /// Anchors of the networks that are trained on angles.
    pub n_anchors: usize,
    /// How anchors are chosen.
    pub choice: Choice,
    /// Share of the other networks' anchors that are not the first one's.
    pub mismatch: f64,
    /// What is done to the second space after training.
    pub transform: Transform,
    /// Numbers of a latent vector.
    pub d: usize,
    /// Autoencoders of a kind; classifiers are two of each architecture.
    pub n_nets: usize,
    /// Steps of each training of pictures.
    pub n_steps: u64,
    /// Words of the tables.
    pub n_words: usize,
    /// A deliberate fake: each space has anchors of its own.
    pub has_own_anchors: bool,
    /// A deliberate fake: labels drawn at random.
    pub is_shuffled: bool,
}

impl Plan {
    /// Reads them.
    pub fn new(settings: &Settings) -> Result<Self> {
        // The method's key step removed: each space has anchors of its own.
        let own = settings.is_fake("own_anchors");
        Ok(Self {
            n_anchors: settings.count("anchors")?,
            choice: Choice::named(settings.choice("choice")?),
            mismatch: if own { 1.0 } else { settings.number("mismatch")? },
            transform: Transform::named(settings.choice("transform")?),
            d: settings.count("d")?,
            n_nets: settings.count("nets")?,
            n_steps: settings.count("steps")? as u64,
            n_words: settings.count("words")?,
            has_own_anchors: own,
            is_shuffled: settings.is_fake("shuffled_labels"),
        })
    }
}
