//! Transformer blocks that normalise before attention and before the neurons (Xiong et al. 2020, arXiv:2002.04745),
//! as vision transformers and both towers of CLIP have them. A family says how its checkpoints name the parts.

mod forward;
mod sites;

use crate::{Axis, WeightRequest};

pub(crate) use forward::Pass;
pub(crate) use sites::{add_blocks, add_last_norm, identities};

/// The blocks of one model and the norm after them.
#[derive(Debug)]
pub(crate) struct PreNorm {
    pub d_model: usize,
    pub n_blocks: usize,
    pub n_heads: usize,
    pub d_head: usize,
    /// Neurons of a block; of a gated one, its gates.
    pub d_mlp: usize,
    /// Added to the variances.
    pub eps: f32,
    pub activation: Activation,
    /// Whether queries, keys and values have a bias. Every other product has one.
    pub has_qkv_bias: bool,
    /// Whether a learned factor scales what attention and the neurons add, unit by unit (Touvron et al. 2021,
    /// arXiv:2103.17239).
    pub has_layer_scale: bool,
    /// Whether no token sees a later one.
    pub is_causal: bool,
    /// The axis of tokens: the positions of a text, or the fixed number of an image.
    pub tokens: Axis,
    /// The same, of those that are looked at.
    pub keys: Axis,
    pub names: &'static Names,
}

/// What the neurons do with their input x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activation {
    /// With the exact error function.
    Gelu,
    /// `x · sigmoid(1.702 x)`, which OpenAI's CLIP was trained with.
    QuickGelu,
    /// `SiLU(gate) · linear` (Shazeer 2020, arXiv:2002.05202). Both have one fused matrix, gates first.
    SwiGlu,
}

/// How a family names its weights; parts of a block within `layers.<block>`.
#[derive(Debug)]
pub(crate) struct Names {
    /// What checkpoints with a head, or with two towers, put before all of these names.
    pub prefix: &'static str,
    pub layers: &'static str,
    pub ln1: &'static str,
    /// Of queries, keys, values.
    pub qkv: [&'static str; 3],
    pub attn_out: &'static str,
    pub ln2: &'static str,
    pub mlp_in: &'static str,
    pub mlp_out: &'static str,
    /// The factors of a layer scale.
    pub scales: [&'static str; 2],
    pub ln_final: &'static str,
}

impl Names {
    /// A request with or without the prefix.
    pub fn request(&self, name: &str, shape: &[usize]) -> WeightRequest {
        let alternatives = vec![format!("{}{name}", self.prefix)];
        WeightRequest { alternatives, ..WeightRequest::new(name, shape) }
    }

    /// The name of a part of a block.
    fn part(&self, block: usize, part: &str) -> String {
        format!("{}.{block}.{part}", self.layers)
    }
}

impl PreNorm {
    /// All heads side by side.
    fn d_heads(&self) -> usize {
        self.n_heads * self.d_head
    }

    /// The axes of the residual stream.
    pub fn resid(&self) -> [Axis; 2] {
        [self.tokens.clone(), self.d_model_axis()]
    }

    pub fn d_model_axis(&self) -> Axis {
        Axis::Unit { name: "d_model", size: self.d_model }
    }

    /// A handful of blocks, evenly spread and always the last one, by their resid_post.
    pub fn default_sites(&self) -> impl Iterator<Item = String> {
        let (n_blocks, n_shown) = (self.n_blocks, self.n_blocks.min(12));
        (1..=n_shown).map(move |i| format!("blocks.{}.hook_resid_post", i * n_blocks / n_shown - 1))
    }
}
