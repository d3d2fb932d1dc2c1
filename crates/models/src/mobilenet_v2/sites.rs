//! The sites of MobileNetV2 and the weights that each first needs.

use super::config::{Block, MobileNetConfig};
use crate::image_input::map_axes;
use crate::route::Route;
use crate::{Axis, Identity};

/// Every site in forward order; names are torchvision's modules, shorts timm's.
pub(super) fn route(config: &MobileNetConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let MobileNetConfig { stem, blocks, last, .. } = config;
    let mut side = config.image.side;
    route.add("input", "pixels", &map_axes(3, side), "The preprocessed pixels.", vec![]);
    side = stem.side(side);
    let about = "First convolution, 3 × 3 of stride 2, normalised, cut to 0..6.";
    route.add("features.0", "conv_stem", &map_axes(stem.n_out, side), about, stem.requests());
    let mut before = "features.0";
    for block in blocks {
        side = add_block(&mut route, block, before, side);
        before = &block.name;
    }
    let about = "Last convolution, 1 × 1, normalised, cut to 0..6.";
    route.add(last_site(config), "conv_head", &map_axes(last.n_out, side), about, last.requests());
    let unit = |name, size| [Axis::Unit { name, size }];
    let about = format!("avgpool = mean of {} over space.", last_site(config));
    route.add("avgpool", "global_pool", &unit("d_model", last.n_out), &about, vec![]);
    let needs = config.head.dense(config.n_classes, last.n_out);
    route.add("logits", "classifier", &unit("class", config.n_classes), "Scores of the classes.", needs);
    route
}

/// The site of the last convolution, e.g. `features.18`.
pub(super) fn last_site(config: &MobileNetConfig) -> String {
    format!("features.{}", config.blocks.len() + 1)
}

/// Adds a block's sites; gives the side of its output.
fn add_block(route: &mut Route, block: &Block, before: &str, side: usize) -> usize {
    let Block { name, other, expand, depthwise, project, adds } = block;
    let inner = depthwise.side(side);
    let mut add = |part: &str, channels: usize, side: usize, about: &str, needs| {
        let (site, short) = (format!("{name}.{part}"), format!("{other}.{part}"));
        route.add(site, short, &map_axes(channels, side), about, needs);
    };
    if let Some(conv) = expand {
        add("expand", conv.n_out, side, "More channels, by 1 × 1, normalised, cut to 0..6.", conv.requests());
    }
    let about = "3 × 3 on each channel by itself, normalised, cut to 0..6.";
    add("depthwise", depthwise.n_out, inner, about, depthwise.requests());
    add("project", project.n_out, inner, "Fewer channels, by 1 × 1, normalised.", project.requests());
    let about = match adds {
        true => format!("{name} = {before} + {name}.project."),
        false => format!("{name} = {name}.project."),
    };
    route.add(name, other, &map_axes(project.n_out, inner), &about, vec![]);
    inner
}

/// What each block is.
pub(super) fn identities(config: &MobileNetConfig) -> Vec<Identity> {
    let mut all = vec![];
    let mut before = "features.0";
    for Block { name, adds, .. } in &config.blocks {
        let project = format!("{name}.project");
        all.push(match adds {
            true => Identity::Sum { whole: name.clone(), parts: vec![before.to_owned(), project] },
            false => Identity::Same(name.clone(), project),
        });
        before = name;
    }
    all.push(Identity::SpatialMean { mean: "avgpool".to_owned(), map: last_site(config) });
    all
}
