//! The sites of a Keras network and the weights that each first needs.

use super::config::KerasConfig;
use super::layers::Step;
use crate::image_input::{map_axes, value_axes};
use crate::route::Route;

/// Every site in forward order, by the layers' names; `layers.0` in short.
pub(super) fn route(config: &KerasConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    route.add("input", "pixels", &map_axes(3, config.image.side), "The preprocessed pixels.", vec![]);
    for (at, layer) in config.layers.iter().enumerate() {
        route.add(
            &layer.name,
            format!("layers.{at}"),
            &value_axes(&layer.shape, "class"),
            about(&layer.step),
            layer.requests(),
        );
    }
    if let Some(last) = config.layers.last() {
        let about = format!("logits = {}: the output.", last.name);
        route.add("logits", "output", &value_axes(&last.shape, "class"), &about, vec![]);
    }
    route
}

fn about(step: &Step) -> &'static str {
    match step {
        Step::Conv2d { .. } => "Convolution, before any nonlinearity.",
        Step::BatchNorm { .. } => "Batch normalisation by running statistics.",
        Step::LeakyRelu { .. } => "Leaky rectifier: the number itself above 0, a share of it below.",
        Step::MaxPool { .. } => "Largest value under each window.",
        Step::Mean => "Mean over space.",
    }
}
