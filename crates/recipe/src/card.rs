//! What an open model offers, as plain data.

use models::{Axis, InputKind, Site};
use serde::Serialize;
use ts_rs::TS;

use crate::loading::Stored;
use crate::{ByteSource, ModelRef, Session};

/// What a model offers, before any weight is read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ModelCard {
    /// Which model.
    pub model: ModelRef,
    /// Architecture in words.
    pub architecture: String,
    /// `text` or `image`.
    pub input: String,
    /// Side of the square that images are brought to.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_side: Option<usize>,
    /// Numbers in the weights file.
    pub n_parameters: u64,
    /// Bytes of the tensors in the weights file.
    pub weights_bytes: u64,
    /// All sites, in forward order.
    pub sites: Vec<SiteFacts>,
    /// A few sites that tell the model's story.
    pub default_sites: Vec<String>,
    /// True for a language model: the logit lens applies.
    pub has_lens: bool,
    /// Most tokens a text may have.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_positions: Option<usize>,
}

/// One site, for a list to choose from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteFacts {
    /// Full name.
    pub name: String,
    /// Short alias.
    pub short: String,
    /// What it is, with its identity.
    pub about: String,
    /// Its axes in words, e.g. `64 channels × 113 × 113`.
    pub axes: String,
    /// Numbers a stimulus (for text: a position).
    pub units: usize,
}

impl<S: ByteSource> Session<S> {
    /// What the model offers.
    pub fn card(&self) -> ModelCard {
        let input = self.plan.input();
        let sizes = self.checkpoint.tensors();
        ModelCard {
            model: self.model.clone(),
            architecture: self.plan.architecture().to_owned(),
            input: if matches!(input, InputKind::Text) { "text" } else { "image" }.to_owned(),
            image_side: match &input {
                InputKind::Text => None,
                InputKind::Image(spec) => Some(spec.side),
            },
            n_parameters: sizes.clone().map(Stored::count).sum(),
            weights_bytes: sizes.map(|info| info.bytes.end - info.bytes.start).sum(),
            sites: self.plan.sites().iter().map(site_facts).collect(),
            default_sites: self.plan.default_sites(),
            has_lens: self.has_lens(),
            max_positions: self.plan.max_positions(),
        }
    }
}

fn site_facts(site: &Site) -> SiteFacts {
    SiteFacts {
        name: site.name.clone(),
        short: site.short.clone(),
        about: site.about.clone(),
        axes: site.axes.iter().map(axis_words).collect::<Vec<_>>().join(" × "),
        units: site.units(1),
    }
}

/// One axis in words, e.g. `64 channels` or `pos`.
fn axis_words(axis: &Axis) -> String {
    match axis {
        Axis::Pos => "pos".to_owned(),
        Axis::Key => "key".to_owned(),
        Axis::Head(size) => format!("{size} heads"),
        Axis::Channel(size) => format!("{size} channels"),
        Axis::Height(size) | Axis::Width(size) => size.to_string(),
        Axis::Unit { name, size } => format!("{size} {name}"),
    }
}
