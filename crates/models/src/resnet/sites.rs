//! The sites of ResNet and the weights that each first needs.

use super::config::{Block, ResNetConfig};
use crate::image_input::map_axes;
use crate::route::Route;
use crate::{Axis, Identity};

/// Every site in forward order; names are torchvision's modules, shorts Hugging Face's.
pub(super) fn route(config: &ResNetConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let mut side = config.image.side;
    route.add("input", "pixels", &map_axes(3, side), "The preprocessed pixels.", vec![]);

    let stem = &config.stem;
    side = stem.side(side);
    let about = "First convolution, 7 × 7 of stride 2, normalised and rectified.";
    route.add("conv1", "embedder.embedder", &map_axes(stem.n_out, side), about, stem.requests());
    side = (side - 1) / 2 + 1;
    let about = "Largest value under a 3 × 3 window of stride 2.";
    route.add("maxpool", "embedder", &map_axes(stem.n_out, side), about, vec![]);

    for (at, block) in config.blocks.iter().enumerate() {
        let before = at.checked_sub(1).map_or("maxpool", |last| config.blocks[last].name.as_str());
        side = add_block(&mut route, block, before, side);
    }
    let unit = |name, size| [Axis::Unit { name, size }];
    let features = unit("d_model", config.n_features);
    route.add("avgpool", "pooler", &features, "avgpool = mean of the last block over space.", vec![]);
    let needs = config.head.dense(config.n_classes, config.n_features);
    route.add("logits", "fc", &unit("class", config.n_classes), "Scores of the classes.", needs);
    route
}

/// Adds a block's sites; gives the side of its output.
fn add_block(route: &mut Route, block: &Block, before: &str, side: usize) -> usize {
    let Block { name, other, branch, shortcut } = block;
    let mut inner = side;
    for (at, conv) in branch.iter().enumerate() {
        inner = conv.side(inner);
        let is_last = at + 1 == branch.len();
        let rectified = if is_last { "normalised, not rectified" } else { "normalised and rectified" };
        let about = format!("Convolution, {} × {}, {rectified}.", conv.kernel, conv.kernel);
        let (site, short) = (format!("{name}.conv{}", at + 1), format!("{other}.layer.{at}"));
        route.add(site, short, &map_axes(conv.n_out, inner), &about, conv.requests());
    }
    let axes = map_axes(branch.last().map_or(0, |conv| conv.n_out), inner);
    let mut add = |part: &str, about: &str, needs| {
        route.add(format!("{name}.{part}"), format!("{other}.{part}"), &axes, about, needs);
    };
    add("residual", &format!("What the block adds: {}.", last_conv(block)), vec![]);
    match shortcut {
        Some(conv) => {
            add("shortcut", "The block's input through a 1 × 1 convolution, normalised.", conv.requests())
        }
        None => add("shortcut", &format!("The block's input: {before}."), vec![]),
    }
    add("sum", "sum = residual + shortcut.", vec![]);
    route.add(name, other, &axes, &format!("{name} = max({name}.sum, 0)."), vec![]);
    inner
}

fn last_conv(block: &Block) -> String {
    format!("{}.conv{}", block.name, block.branch.len())
}

/// What each block is before it is rectified, and what its parts are.
pub(super) fn identities(config: &ResNetConfig) -> Vec<Identity> {
    let mut all = vec![];
    let mut before = "maxpool";
    for block in &config.blocks {
        let site = |part: &str| format!("{}.{part}", block.name);
        all.push(Identity::Same(site("residual"), last_conv(block)));
        if block.shortcut.is_none() {
            all.push(Identity::Same(site("shortcut"), before.to_owned()));
        }
        all.push(Identity::Sum { whole: site("sum"), parts: vec![site("residual"), site("shortcut")] });
        before = &block.name;
    }
    all.push(Identity::SpatialMean { mean: "avgpool".to_owned(), map: before.to_owned() });
    all
}
