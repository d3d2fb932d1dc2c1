//! Folders of networks whose training already spells its parameters as a checkpoint does.

use data::Scale;
use nn::LayerSpec;
use serde_json::{Value, json};

use super::{ModelFolder, NamedTensor};

/// A plain stack of layers for grey images of `side` pixels.
pub(in crate::train) fn stack_folder(
    layers: &[LayerSpec],
    side: usize,
    scale: &Scale,
    class_names: &[String],
    tensors: Vec<NamedTensor>,
) -> ModelFolder {
    let config = json!({
        "model_type": "sequential",
        "input_shape": [1, side, side],
        "channel_mean": vec![scale.mean(); 3],
        "channel_std": vec![scale.deviation(); 3],
        "class_names": class_names,
        "layers": layers
    });
    ModelFolder { config, tokenizer: None, tensors }
}

/// An LSTM of one layer, by the sizes `[vocab, embedding, hidden]`.
pub(in crate::train) fn recurrent_folder(
    [vocab, d_embed, hidden]: [usize; 3],
    tokenizer: Value,
    tensors: Vec<NamedTensor>,
) -> ModelFolder {
    let config = json!({
        "model_type": "rnn_lm",
        "cell": "lstm",
        "vocab_size": vocab,
        "embedding_size": d_embed,
        "hidden_size": hidden,
        "num_layers": 1
    });
    ModelFolder { config, tokenizer: Some(tokenizer), tensors }
}
