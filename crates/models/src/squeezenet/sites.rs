//! The sites of SqueezeNet and the weights that each first needs.

use super::config::SqueezeNetConfig;
use super::{FIRES, N_CONV1, pool_after};
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// Every site in forward order; shorts are torchvision's names.
pub(super) fn route(config: &SqueezeNetConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let mut side = config.image.side;
    let map = |channels: usize, side: usize| [Axis::Channel(channels), Axis::Height(side), Axis::Width(side)];
    route.add("input", "pixels", &map(3, side), "The preprocessed pixels.", vec![]);

    side = if config.pads_conv1 { side.div_ceil(2) } else { (side - 3) / 2 + 1 };
    let about = "First convolution, 3 × 3 of stride 2, after its ReLU.";
    route.add("conv1", "features.0", &map(N_CONV1, side), about, convolution("features.0", N_CONV1, 3, 3));
    side = pooled(side, config.pools_ceil);
    route.add("pool1", "features.2", &map(N_CONV1, side), POOL, vec![]);

    for fire in &FIRES {
        let (name, torch) = (fire.name, format!("features.{}", fire.index));
        let mut add = |part: &str, channels: usize, n_in: usize, kernel: usize, about: &str| {
            route.add(
                format!("{name}.{part}"),
                format!("{torch}.{part}"),
                &map(channels, side),
                about,
                convolution(&format!("{torch}.{part}"), channels, n_in, kernel),
            );
        };
        add("squeeze", fire.n_squeeze, fire.n_in, 1, "Squeeze, 1 × 1, after its ReLU.");
        add("expand1x1", fire.n_expand, fire.n_squeeze, 1, "Expansion by 1 × 1, after its ReLU.");
        add("expand3x3", fire.n_expand, fire.n_squeeze, 3, "Expansion by 3 × 3, after its ReLU.");
        let about = format!("{name} = concat({name}.expand1x1, {name}.expand3x3) along the channels.");
        route.add(name, torch.as_str(), &map(2 * fire.n_expand, side), &about, vec![]);
        if let Some((pool, index)) = pool_after(name) {
            side = pooled(side, config.pools_ceil);
            route.add(pool, format!("features.{index}"), &map(2 * fire.n_expand, side), POOL, vec![]);
        }
    }

    let about = if config.rectifies_classes {
        "A map for each class, 1 × 1, after its ReLU."
    } else {
        "A map for each class, 1 × 1, without ReLU."
    };
    let needs = convolution("classifier.1", config.n_classes, 2 * FIRES[7].n_expand, 1);
    route.add("conv10", "classifier.1", &map(config.n_classes, side), about, needs);
    let classes = [Axis::Unit { name: "class", size: config.n_classes }];
    route.add("logits", "classifier.3", &classes, "logits = mean of conv10 over space.", vec![]);
    route
}

const POOL: &str = "Largest value under a 3 × 3 window of stride 2.";

/// Pixels after a 3 × 3 pool of stride 2.
fn pooled(side: usize, ceil: bool) -> usize {
    let span = side - 3;
    let steps = if ceil { span.div_ceil(2) } else { span / 2 };
    steps + 1
}

/// Weight and bias of a square convolution.
fn convolution(name: &str, n_out: usize, n_in: usize, kernel: usize) -> Vec<WeightRequest> {
    vec![
        WeightRequest::new(format!("{name}.weight"), &[n_out, n_in, kernel, kernel]),
        WeightRequest::new(format!("{name}.bias"), &[n_out]),
    ]
}

/// What each fire module and the logits are.
pub(super) fn identities() -> Vec<Identity> {
    let fires = FIRES.iter().map(|fire| Identity::Concat {
        whole: fire.name.to_owned(),
        parts: vec![format!("{}.expand1x1", fire.name), format!("{}.expand3x3", fire.name)],
        dim: 1,
    });
    let logits = Identity::SpatialMean { mean: "logits".to_owned(), map: "conv10".to_owned() };
    fires.chain([logits]).collect()
}
