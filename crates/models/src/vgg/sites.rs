//! The sites of VGG and the weights that each first needs.

use super::config::{N_POOLED, VggConfig};
use super::layers::Layer;
use crate::image_input::map_axes;
use crate::module::Module;
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// Every site in forward order: torchvision's modules. Shorts are numbered as in the paper: `conv1`, `relu1`, `pool1`.
pub(super) fn route(config: &VggConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let (mut side, mut channels) = (config.image.side, 3);
    route.add("input", "pixels", &map_axes(channels, side), "The preprocessed pixels.", vec![]);
    let (mut n_convs, mut n_pools) = (0, 0);
    for layer in &config.layers {
        match layer {
            Layer::Convolution { name, relu, conv } => {
                (n_convs, channels) = (n_convs + 1, conv.n_out);
                let about = if conv.norm.is_some() {
                    "Convolution, 3 × 3, normalised."
                } else {
                    "Convolution, 3 × 3."
                };
                let axes = map_axes(channels, side);
                route.add(name, format!("conv{n_convs}"), &axes, about, conv.requests());
                route.add(
                    relu,
                    format!("relu{n_convs}"),
                    &axes,
                    &format!("{relu} = max({name}, 0)."),
                    vec![],
                );
            }
            Layer::Pool { name } => {
                (n_pools, side) = (n_pools + 1, side / 2);
                let about = "Largest value under a 2 × 2 window of stride 2.";
                route.add(name, format!("pool{n_pools}"), &map_axes(channels, side), about, vec![]);
            }
        }
    }
    let about = "Means of 7 × 7 shares of the last map.";
    route.add("avgpool", "pooled", &map_axes(config.n_channels, N_POOLED), about, vec![]);

    let [first, second, last] = &config.dense;
    let hidden = |n: usize| [Axis::Unit { name: "d_mlp", size: n }];
    let needs = |at: usize| requests(&config.dense[at]);
    route.add("classifier.0", "fc1", &hidden(first.n_out), "First dense layer, before its ReLU.", needs(0));
    route.add(
        "classifier.1",
        "fc1.relu",
        &hidden(first.n_out),
        "classifier.1 = max(classifier.0, 0).",
        vec![],
    );
    route.add("classifier.3", "fc2", &hidden(second.n_out), "Second dense layer, before its ReLU.", needs(1));
    route.add(
        "classifier.4",
        "fc2.relu",
        &hidden(second.n_out),
        "classifier.4 = max(classifier.3, 0).",
        vec![],
    );
    let classes = [Axis::Unit { name: "class", size: last.n_out }];
    route.add("logits", "classifier.6", &classes, "Scores of the classes.", needs(2));
    route
}

fn requests(dense: &super::config::Dense) -> Vec<WeightRequest> {
    let module = Module::new(dense.module, &[]);
    vec![module.request("weight", &dense.shape), module.request("bias", &[dense.n_out])]
}

/// At the usual size the last map has 7 × 7 pixels already, and the pooling before the dense layers does nothing.
pub(super) fn identities(config: &VggConfig) -> Vec<Identity> {
    let (mut side, mut last) = (config.image.side, "input");
    for layer in &config.layers {
        match layer {
            Layer::Convolution { relu, .. } => last = relu,
            Layer::Pool { name } => (side, last) = (side / 2, name),
        }
    }
    let same = Identity::Same("avgpool".to_owned(), last.to_owned());
    if side == N_POOLED { vec![same] } else { vec![] }
}
