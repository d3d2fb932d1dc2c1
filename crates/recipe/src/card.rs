//! What an open model offers, as plain data.

use std::collections::BTreeMap;

use models::{Axis, InputKind, Plan, Site};
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
    /// Number formats of the tensors, the largest share first.
    pub formats: Vec<FormatFacts>,
    /// The files of the weights.
    pub files: Vec<FileFacts>,
    /// The sizes that describe the architecture: blocks, heads, d_model, …
    pub shape: Vec<ShapeFact>,
    /// Language models: whether the unembedding is the embedding.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_tied: Option<bool>,
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

/// The tensors of one number format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FormatFacts {
    /// The format's name, e.g. `BF16`.
    pub dtype: String,
    /// Tensors.
    pub n_tensors: usize,
    /// Numbers in them.
    pub n_numbers: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// One file of weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FileFacts {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
}

/// One size of an architecture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ShapeFact {
    /// In the field's words, e.g. `heads`.
    pub name: String,
    /// How many.
    pub value: usize,
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
            formats: self.formats(),
            files: self
                .checkpoint
                .sources()
                .map(|source| FileFacts { name: source.name().to_owned(), bytes: source.len_bytes() })
                .collect(),
            shape: shape_of(&*self.plan),
            is_tied: self.is_tied(),
            sites: self.plan.sites().iter().map(site_facts).collect(),
            default_sites: self.plan.default_sites(),
            has_lens: self.has_lens(),
            max_positions: self.plan.max_positions(),
        }
    }
}

impl<S: ByteSource> Session<S> {
    fn formats(&self) -> Vec<FormatFacts> {
        let mut by_name: BTreeMap<String, FormatFacts> = BTreeMap::new();
        for info in self.checkpoint.tensors() {
            let dtype = info.dtype();
            let empty = FormatFacts { dtype: dtype.clone(), n_tensors: 0, n_numbers: 0, bytes: 0 };
            let facts = by_name.entry(dtype).or_insert(empty);
            facts.n_tensors += 1;
            facts.n_numbers += info.count();
            facts.bytes += info.bytes.end - info.bytes.start;
        }
        let mut all: Vec<FormatFacts> = by_name.into_values().collect();
        all.sort_by_key(|facts| std::cmp::Reverse(facts.bytes));
        all
    }

    /// Whether one matrix of the file serves as embedding and unembedding; `None` without an unembedding.
    fn is_tied(&self) -> Option<bool> {
        let present: Vec<&str> = self.checkpoint.tensors().map(|info| info.name.as_str()).collect();
        let matrices = self.plan.weights_for_unembedding().into_iter().filter(|r| r.shape.len() == 2);
        let n_stored = matrices.filter(|request| matches!(request.locate(&present), Ok(Some(_)))).count();
        self.has_lens().then_some(n_stored == 1)
    }
}

/// The sizes that a plan's sites tell, each once.
fn shape_of(plan: &dyn Plan) -> Vec<ShapeFact> {
    let mut facts: Vec<ShapeFact> = vec![];
    let mut add = |name: &str, value: usize| {
        if value > 0 && !facts.iter().any(|fact| fact.name == name) {
            facts.push(ShapeFact { name: name.to_owned(), value });
        }
    };
    let numbered = |prefix: &str| {
        let after = |site: &Site| site.name.strip_prefix(prefix)?.split('.').next()?.parse::<usize>().ok();
        plan.sites().iter().filter_map(after).max().map_or(0, |last| last + 1)
    };
    add("blocks", numbered("blocks."));
    add("layers", numbered("layers."));
    // Queries come before keys, so that these are the heads that look.
    for site in plan.sites() {
        for axis in &site.axes {
            match axis {
                Axis::Head(size) if site.short.starts_with("k.") => add("key heads", *size),
                Axis::Head(size) => add("heads", *size),
                Axis::Unit { name, size } => add(name, *size),
                _ => {}
            }
        }
    }
    add("positions", plan.max_positions().unwrap_or(0));
    facts
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
