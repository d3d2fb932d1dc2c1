//! Sites: the named places of a forward pass whose values can be kept.

use crate::near::near_sentence;
use crate::{Error, Plan, Result};

/// One dimension of a site's value for one stimulus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Token position (of the query, in an attention pattern); its size is the length of the text.
    Pos,
    /// Position that an attention pattern looks at; its size is the length of the text.
    Key,
    /// Attention heads.
    Head(usize),
    /// Channels of an image or a convolution.
    Channel(usize),
    /// Rows of an image or a feature map.
    Height(usize),
    /// Columns of an image or a feature map.
    Width(usize),
    /// Any other axis: `d_model`, `d_head`, `d_mlp`, `vocab`, `class`.
    Unit {
        /// What the axis counts.
        name: &'static str,
        /// How many there are.
        size: usize,
    },
}

impl Axis {
    /// Entries along this axis for a text of `n_pos` tokens (ignored by the axes of images).
    pub fn size(&self, n_pos: usize) -> usize {
        match self {
            Self::Pos | Self::Key => n_pos,
            Self::Head(size) | Self::Channel(size) | Self::Height(size) | Self::Width(size) => *size,
            Self::Unit { size, .. } => *size,
        }
    }
}

/// A named place in the forward pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Full name, e.g. `blocks.3.hook_resid_post` or `fire3`.
    pub name: String,
    /// Short name, e.g. `resid_post.3`; for a CNN torchvision's name, e.g. `features.4`.
    pub short: String,
    /// The axes of one stimulus's value, in order. Images add a leading `batch`.
    pub axes: Vec<Axis>,
    /// The identity that defines the site, in a sentence.
    pub about: String,
}

impl Site {
    /// Numbers in one stimulus's value; for a text of `n_pos` tokens (ignored for images). Saturates.
    pub fn units(&self, n_pos: usize) -> usize {
        self.axes.iter().fold(1, |product: usize, axis| product.saturating_mul(axis.size(n_pos)))
    }
}

/// The full name of the site that `asked` (full or short name, spaces around it ignored) means.
/// Errors with the near names when there is none; never guesses.
pub fn resolve_site(plan: &dyn Plan, asked: &str) -> Result<String> {
    let asked = asked.trim();
    let sites = plan.sites();
    match sites.iter().find(|site| site.name == asked || site.short == asked) {
        Some(site) => Ok(site.name.clone()),
        None => Err(plan.explain(unknown_site(plan.architecture(), sites, asked))),
    }
}

pub(crate) fn unknown_site(architecture: &'static str, sites: &[Site], asked: &str) -> Error {
    let names = sites.iter().flat_map(|site| [site.name.as_str(), site.short.as_str()]);
    Error::UnknownSite { architecture, asked: asked.to_owned(), near: near_sentence(asked, names) }
}
