//! Stimuli as a model takes them.

use std::collections::BTreeSet;

use models::RgbImage;
use sha2::{Digest as _, Sha256};

use crate::{Pool, Result};

/// What is shown to the model; one entry a stimulus.
#[derive(Clone)]
pub enum Stimuli {
    /// Decoded images with their names.
    Images(Vec<(String, RgbImage)>),
    /// Tokenised texts.
    Texts(Vec<TokenText>),
}

/// One tokenised text.
#[derive(Clone, Debug)]
pub struct TokenText {
    /// The text.
    pub text: String,
    /// Token ids, special tokens included.
    pub ids: Vec<u32>,
}

/// The tokeniser: words for figures, and the tokens of a view's own texts. In the page it is another wasm file.
pub trait Vocabulary {
    /// The token as a person reads it.
    fn piece(&self, id: u32) -> String;

    /// The ids of a text, with the special tokens that stimuli have too.
    fn encode(&self, text: &str) -> Result<Vec<u32>>;
}

impl Stimuli {
    /// Number of stimuli.
    pub fn len(&self) -> usize {
        match self {
            Self::Images(images) => images.len(),
            Self::Texts(texts) => texts.len(),
        }
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The different tokens of all texts; none of images.
    pub(crate) fn tokens(&self) -> BTreeSet<u32> {
        match self {
            Self::Images(_) => BTreeSet::new(),
            Self::Texts(texts) => texts.iter().flat_map(|text| text.ids.iter().copied()).collect(),
        }
    }

    /// One label a stimulus.
    pub fn labels(&self) -> Vec<String> {
        match self {
            Self::Images(images) => images.iter().map(|(name, _)| name.clone()).collect(),
            Self::Texts(texts) => texts.iter().map(|text| text.text.clone()).collect(),
        }
    }
}

/// Fingerprint of stimuli and pooling.
pub(crate) fn key_of(stimuli: &Stimuli, pool: Pool) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(format!("{pool:?}"));
    match stimuli {
        Stimuli::Images(images) => {
            for (name, image) in images {
                hasher.update(format!("{name}\0{}×{}\0", image.width, image.height));
                hasher.update(&image.data);
            }
        }
        Stimuli::Texts(texts) => {
            for text in texts {
                hasher.update(format!("{}\0{:?}\0", text.text, text.ids));
            }
        }
    }
    hasher.finalize().to_vec()
}
