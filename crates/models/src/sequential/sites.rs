//! The sites of a plain stack and the weights that each first needs.

use super::config::SequentialConfig;
use super::layers::Step;
use crate::Identity;
use crate::image_input::{map_axes, value_axes};
use crate::route::Route;

/// Every site in forward order: `layers.0.conv2d`, in short `layers.0`; activations by their function.
pub(super) fn route(config: &SequentialConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let axes = map_axes(config.n_channels, config.image.side);
    route.add(
        "input",
        "pixels",
        &axes,
        "The preprocessed pixels, grey where the network takes one channel.",
        vec![],
    );
    for (at, layer) in config.layers.iter().enumerate() {
        let axes = value_axes(&layer.shape, "unit");
        route.add(&layer.site, format!("layers.{at}"), &axes, about(&layer.step), layer.requests());
    }
    if let Some(last) = config.layers.last() {
        let about = format!("logits = {}: the output, whatever it means.", last.site);
        route.add("logits", "output", &value_axes(&last.shape, "unit"), &about, vec![]);
    }
    route
}

fn about(step: &Step) -> &'static str {
    match step {
        Step::Linear { .. } => "Dense layer: weight · x + bias.",
        Step::Conv2d { .. } => "Convolution, before any nonlinearity.",
        Step::MaxPool2d { .. } => "Largest value under each window.",
        Step::Flatten => "The same numbers in one list.",
        Step::LayerNorm { .. } => "Normalised over the last dimension, with gain and bias.",
        Step::RmsNorm { .. } => "Divided by the root mean square over the last dimension, with gain.",
        Step::Activation(_) => "A function of each number.",
        Step::Dropout => "The same numbers: dropout is for training only.",
    }
}

/// What the layers that only pass on are, and the output.
pub(super) fn identities(config: &SequentialConfig) -> Vec<Identity> {
    let mut all = vec![];
    let mut before = "input".to_owned();
    for layer in &config.layers {
        if matches!(layer.step, Step::Dropout | Step::Activation("identity")) {
            all.push(Identity::Same(layer.site.clone(), before.clone()));
        }
        before.clone_from(&layer.site);
    }
    all.push(Identity::Same("logits".to_owned(), before));
    all
}
