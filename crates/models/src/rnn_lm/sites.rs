//! The sites of a recurrent language model and the weights that each first needs.

use super::cells::Cell;
use super::config::{RnnConfig, embedding, head, layers};
use crate::route::Route;
use crate::{Axis, WeightRequest};

/// Every site in forward order.
pub(super) fn route(config: &RnnConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let at_each = |name, size| [Axis::Pos, Axis::Unit { name, size }];
    match config.d_embed {
        Some(d_embed) => {
            let needs = vec![embedding().request("weight", &[config.vocab, d_embed])];
            route.add("hook_embed", "embed", &at_each("d_embed", d_embed), "The token embeddings.", needs);
        }
        None => {
            let about = "1 at the token's place, 0 elsewhere.";
            route.add("hook_embed", "embed", &at_each("vocab", config.vocab), about, vec![]);
        }
    }
    for layer in 0..config.n_layers {
        add_layer(&mut route, config, layer);
    }
    let mut needs = vec![];
    if !config.is_tied {
        needs.push(head().request("weight", &[config.vocab, config.hidden]));
    }
    if config.has_head_bias {
        needs.push(head().request("bias", &[config.vocab]));
    }
    let about = "Scores of the next token.";
    route.add("logits", "unembed", &at_each("vocab", config.vocab), about, needs);
    route
}

fn add_layer(route: &mut Route, config: &RnnConfig, layer: usize) {
    let axes = [Axis::Pos, Axis::Unit { name: "hidden", size: config.hidden }];
    let mut needs = requests(config, layer);
    let mut add = |letter: &str, about: &str| {
        let (site, short) = (format!("layers.{layer}.hook_{letter}"), format!("{letter}.{layer}"));
        route.add(site, short, &axes, about, std::mem::take(&mut needs));
    };
    for (letter, about) in config.cell.gates() {
        add(letter, about);
    }
    match config.cell {
        Cell::Lstm => {
            add("c", "The cell: c = f · (c before) + i · g. A change here changes h at the same position.");
            add("h", "The hidden state: h = o · tanh(c). A change here reaches the layers above.");
        }
        Cell::Gru => {
            add("h", "The hidden state: h = (1 − z) · n + z · (h before). A change reaches the layers above.")
        }
        Cell::Tanh => {
            add("h", "The hidden state: tanh(W x + U (h before)). A change reaches the layers above.")
        }
        Cell::Relu => {
            add("h", "The hidden state: max(W x + U (h before), 0). A change reaches the layers above.")
        }
    }
}

/// A layer's weights, with torch's names and shapes.
fn requests(config: &RnnConfig, layer: usize) -> Vec<WeightRequest> {
    let (rows, rnn) = (config.n_rows(), layers());
    let weight = |part: &str, n_in: usize| rnn.request(&format!("weight_{part}_l{layer}"), &[rows, n_in]);
    let mut all = vec![weight("ih", config.n_in(layer)), weight("hh", config.hidden)];
    if config.has_bias {
        all.extend(["ih", "hh"].map(|part| rnn.request(&format!("bias_{part}_l{layer}"), &[rows])));
    }
    all
}
