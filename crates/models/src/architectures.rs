//! The list of architectures, and the choice among them by `model_type`.

use crate::fields::Fields;
use crate::{
    Error, Plan, Result, bert, clip, deit, dinov2, gpt_neox, gpt2, keras, llama, mobilenet_v2, resnet,
    rnn_lm, sequential, squeezenet, vgg, vit,
};

/// One entry of the list.
#[derive(Clone, Copy, Debug)]
pub struct Architecture {
    /// The `model_type` of its `config.json`.
    pub model_type: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Reads the rest of the configuration.
    pub(crate) read: fn(&Fields) -> Result<Box<dyn Plan>>,
}

/// Every architecture of the lab. To add one: its folder and its line here.
const ARCHITECTURES: &[Architecture] = &[
    squeezenet::ARCHITECTURE,
    bert::ARCHITECTURE,
    llama::ARCHITECTURE,
    llama::MISTRAL_ARCHITECTURE,
    llama::QWEN2_ARCHITECTURE,
    llama::QWEN3_ARCHITECTURE,
    bert::ROBERTA_ARCHITECTURE,
    bert::XLM_ROBERTA_ARCHITECTURE,
    bert::DISTILBERT_ARCHITECTURE,
    gpt2::ARCHITECTURE,
    gpt_neox::ARCHITECTURE,
    vit::ARCHITECTURE,
    deit::ARCHITECTURE,
    dinov2::ARCHITECTURE,
    dinov2::WITH_REGISTERS,
    clip::ARCHITECTURE,
    clip::VISION,
    clip::TEXT,
    resnet::ARCHITECTURE,
    vgg::ARCHITECTURE,
    mobilenet_v2::ARCHITECTURE,
    rnn_lm::ARCHITECTURE,
    sequential::ARCHITECTURE,
    keras::ARCHITECTURE,
];

/// Other libraries' names of architectures (timm's `architecture`, for one) and the `model_type` that each is here.
const OTHER_NAMES: &[&[(&str, &str)]] =
    &[resnet::TIMM_NAMES, vgg::TIMM_NAMES, mobilenet_v2::TIMM_NAMES, rnn_lm::OTHER_NAMES, keras::OTHER_NAMES];

/// Every architecture of the lab.
pub fn architectures() -> &'static [Architecture] {
    ARCHITECTURES
}

/// Reads a `config.json` by its `model_type` (Hugging Face's layout), or its `architecture` (timm's). Errors are sentences: a web page or a
/// pointer file instead of a configuration, JSON that does not parse, an unknown architecture, a missing or
/// absurd field, a feature that the architecture here lacks.
pub fn read_config(json: &[u8]) -> Result<Box<dyn Plan>> {
    let mut fields = Fields::parse(json)?;
    if let Some(name) = name_here(&fields) {
        fields.set_model_type(name.as_str());
    }
    let known = || ARCHITECTURES.iter().map(|a| a.model_type).collect::<Vec<_>>().join(", ");
    let Some(found) = fields.model_type() else {
        return Err(Error::Config(format!(
            "The configuration has no field \"model_type\" that names an architecture ({}). Is it the config.json of a model?",
            known()
        )));
    };
    match ARCHITECTURES.iter().find(|architecture| architecture.model_type == found) {
        Some(architecture) => (architecture.read)(&fields),
        None => Err(Error::UnknownArchitecture { found: found.to_owned(), known: known() }),
    }
}

/// The name by which the architecture of a configuration would stand in the list.
fn name_here(fields: &Fields) -> Option<String> {
    let name = fields.model_type().or_else(|| fields.text("architecture"))?;
    let other = OTHER_NAMES.iter().copied().flatten().find(|(other, _)| *other == name);
    Some(other.map_or(name, |(_, model_type)| model_type).to_owned())
}
