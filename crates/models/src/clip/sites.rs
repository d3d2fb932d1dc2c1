//! The sites of CLIP's text tower and the weights that each first needs. Those of images are in `vision/sites.rs`.

use super::config::{ClipText, End};
use crate::prenorm::{add_blocks, add_last_norm, identities as identities_of_blocks};
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// Name of the word embeddings.
pub(super) const WORDS: &str = "embeddings.token_embedding.weight";
/// Name of the position embeddings.
pub(super) const POSITIONS: &str = "embeddings.position_embedding.weight";
/// Name of the projection.
pub(super) const PROJECTION: &str = "text_projection.weight";

/// Every site in forward order.
pub(super) fn route(config: &ClipText) -> Route {
    let mut route = Route::new(config.architecture);
    let (resid, d_model) = (config.blocks.resid(), config.blocks.d_model);
    let table = |name: &str, rows: usize| vec![config.blocks.names.request(name, &[rows, d_model])];
    let words = table(WORDS, config.vocab).into_iter().map(WeightRequest::looked_up).collect();
    route.add("hook_embed", "embed", &resid, "The word embeddings.", words);
    let about = "The position embeddings.";
    route.add("hook_pos_embed", "pos_embed", &resid, about, table(POSITIONS, config.n_pos));
    add_blocks(&mut route, &config.blocks, "resid_pre = embed + pos_embed.");
    add_last_norm(&mut route, &config.blocks);
    let about = match config.end {
        End::Token(_) => "ln_final_out where the text first ends.",
        End::Highest => "ln_final_out at the token with the highest id, which ends the text.",
    };
    route.add("pooled", "eos", &[config.blocks.d_model_axis()], about, vec![]);
    if let Some(width) = config.projection {
        let axes = [Axis::Unit { name: "embed", size: width }];
        let about = "pooled in the space that image and text share, as long as it comes.";
        let needs = vec![WeightRequest::new(PROJECTION, &[width, d_model])];
        route.add("embeds", "text_embeds", &axes, about, needs);
    }
    route
}

/// What the residual stream and the patterns are.
pub(super) fn identities(config: &ClipText) -> Vec<Identity> {
    identities_of_blocks(&config.blocks, &["hook_embed", "hook_pos_embed"])
}
