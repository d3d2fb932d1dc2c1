//! Attention patterns of all heads, for the views that look at them.

use models::{Axis, Input, Model};
use tensor::Tensor;

use crate::{ByteSource, Error, Result, Session};

/// The pattern site of a layer.
pub(super) struct PatternSite {
    pub layer: usize,
    pub name: String,
    pub n_heads: usize,
}

/// The pattern sites of all layers, first to last. Errors for a model that reads no text or has no attention.
pub(super) fn pattern_sites<S: ByteSource>(session: &Session<S>) -> Result<Vec<PatternSite>> {
    let sites = session.plan.sites().iter().filter_map(|site| {
        let layer = site.name.strip_prefix("blocks.")?.strip_suffix(".attn.hook_pattern")?;
        match site.axes.as_slice() {
            [Axis::Head(n_heads), Axis::Pos, Axis::Key] => {
                Some(PatternSite { layer: layer.parse().ok()?, name: site.name.clone(), n_heads: *n_heads })
            }
            _ => None,
        }
    });
    let found: Vec<PatternSite> = sites.collect();
    if found.is_empty() {
        return Err(Error::Recipe(format!(
            "this view looks at attention over the tokens of a text, and a {} model has none; remove it under Look closer",
            session.plan.architecture()
        )));
    }
    Ok(found)
}

/// The patterns of one text by layer, each `[head, query, key]` row-major. Cost: a forward pass.
pub(super) async fn read_patterns<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    sites: &[PatternSite],
    ids: &[u32],
) -> Result<Vec<Vec<f32>>> {
    let names: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
    let mut hooks = session.hooks(&names);
    model.forward(&Input::Tokens(ids.to_vec()), &mut hooks)?;
    let mut kept = hooks.take();
    let take = |name: &&str| {
        kept.remove(*name).ok_or_else(|| Error::Recipe(format!("the model never reached {name}")))
    };
    let patterns: Vec<Tensor> = names.iter().map(take).collect::<Result<_>>()?;
    // Together, since each layer stands on the one before.
    Tensor::evaluate_all(&patterns)?;
    let mut values = Vec::new();
    for pattern in &patterns {
        values.push(pattern.to_vec().await?);
    }
    Ok(values)
}
