//! BERT's relatives: how each writes its configuration and names its weights.

use super::config::BertConfig;
use crate::Architecture;
use crate::plan::planned;

/// What sets a relative of BERT apart.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The `model_type` of its `config.json`.
    pub model_type: &'static str,
    /// What its checkpoints may put before the names of the encoder's weights.
    pub prefix: &'static str,
    /// Positions count from the one after `pad_token_id`, which the padding token itself keeps (fairseq's
    /// habit); otherwise from 0.
    pub starts_after_padding: bool,
    pub fields: FieldNames,
    pub names: WeightNames,
}

/// Fields of `config.json` that the relatives spell differently.
#[derive(Debug)]
pub(crate) struct FieldNames {
    pub d_model: &'static str,
    pub n_blocks: &'static str,
    pub n_heads: &'static str,
    pub d_mlp: &'static str,
    pub activation: &'static str,
    /// `None`: there are no token types.
    pub n_types: Option<&'static str>,
    /// `None`: always 1e-12.
    pub eps: Option<&'static str>,
}

/// Layers of a block, after `layer` and its number; each has a weight and a bias.
#[derive(Debug)]
pub(crate) struct WeightNames {
    pub layer: &'static str,
    pub q: &'static str,
    pub k: &'static str,
    pub v: &'static str,
    pub attn_out: &'static str,
    pub attn_norm: &'static str,
    pub mlp_in: &'static str,
    pub mlp_out: &'static str,
    pub mlp_norm: &'static str,
    pub head: HeadNames,
}

/// The head that predicts hidden tokens; whole names.
#[derive(Debug)]
pub(crate) struct HeadNames {
    pub dense: &'static str,
    pub norm: &'static str,
    pub decoder: &'static str,
    /// A name of the decoder's bias, beside the usual one.
    pub bias: &'static str,
}

const BERT_FIELDS: FieldNames = FieldNames {
    d_model: "hidden_size",
    n_blocks: "num_hidden_layers",
    n_heads: "num_attention_heads",
    d_mlp: "intermediate_size",
    activation: "hidden_act",
    n_types: Some("type_vocab_size"),
    eps: Some("layer_norm_eps"),
};

const BERT_NAMES: WeightNames = WeightNames {
    layer: "encoder.layer",
    q: "attention.self.query",
    k: "attention.self.key",
    v: "attention.self.value",
    attn_out: "attention.output.dense",
    attn_norm: "attention.output.LayerNorm",
    mlp_in: "intermediate.dense",
    mlp_out: "output.dense",
    mlp_norm: "output.LayerNorm",
    head: HeadNames {
        dense: "cls.predictions.transform.dense",
        norm: "cls.predictions.transform.LayerNorm",
        decoder: "cls.predictions.decoder",
        bias: "cls.predictions.bias",
    },
};

const ROBERTA_NAMES: WeightNames = WeightNames {
    head: HeadNames {
        dense: "lm_head.dense",
        norm: "lm_head.layer_norm",
        decoder: "lm_head.decoder",
        bias: "lm_head.bias",
    },
    ..BERT_NAMES
};

static BERT: Variant = Variant {
    model_type: "bert",
    prefix: "bert.",
    starts_after_padding: false,
    fields: BERT_FIELDS,
    names: BERT_NAMES,
};

static ROBERTA: Variant = Variant {
    model_type: "roberta",
    prefix: "roberta.",
    starts_after_padding: true,
    fields: BERT_FIELDS,
    names: ROBERTA_NAMES,
};

static XLM_ROBERTA: Variant = Variant {
    model_type: "xlm-roberta",
    prefix: "roberta.",
    starts_after_padding: true,
    fields: BERT_FIELDS,
    names: ROBERTA_NAMES,
};

static DISTILBERT: Variant = Variant {
    model_type: "distilbert",
    prefix: "distilbert.",
    starts_after_padding: false,
    fields: FieldNames {
        d_model: "dim",
        n_blocks: "n_layers",
        n_heads: "n_heads",
        d_mlp: "hidden_dim",
        activation: "activation",
        n_types: None,
        eps: None,
    },
    names: WeightNames {
        layer: "transformer.layer",
        q: "attention.q_lin",
        k: "attention.k_lin",
        v: "attention.v_lin",
        attn_out: "attention.out_lin",
        attn_norm: "sa_layer_norm",
        mlp_in: "ffn.lin1",
        mlp_out: "ffn.lin2",
        mlp_norm: "output_layer_norm",
        head: HeadNames {
            dense: "vocab_transform",
            norm: "vocab_layer_norm",
            decoder: "vocab_projector",
            bias: "vocab_projector.bias",
        },
    },
};

/// BERT.
pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "bert",
    about: "BERT and MiniLM, text encoders",
    read: |fields| Ok(planned(BertConfig::read(fields, &BERT)?)),
};

/// RoBERTa: a BERT with one token type and positions that start after the padding's (Liu et al. 2019,
/// arXiv:1907.11692).
pub(crate) const ROBERTA_ARCHITECTURE: Architecture = Architecture {
    model_type: "roberta",
    about: "RoBERTa, text encoders",
    read: |fields| Ok(planned(BertConfig::read(fields, &ROBERTA)?)),
};

/// XLM-RoBERTa: RoBERTa on a hundred languages (Conneau et al. 2020, arXiv:1911.02116).
pub(crate) const XLM_ROBERTA_ARCHITECTURE: Architecture = Architecture {
    model_type: "xlm-roberta",
    about: "XLM-RoBERTa, text encoders for many languages",
    read: |fields| Ok(planned(BertConfig::read(fields, &XLM_ROBERTA)?)),
};

/// DistilBERT: a BERT of half the blocks, without token types (Sanh et al. 2019, arXiv:1910.01108).
pub(crate) const DISTILBERT_ARCHITECTURE: Architecture = Architecture {
    model_type: "distilbert",
    about: "DistilBERT, small text encoders",
    read: |fields| Ok(planned(BertConfig::read(fields, &DISTILBERT)?)),
};
