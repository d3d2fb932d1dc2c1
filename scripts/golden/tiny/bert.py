"""BERT and its relatives: RoBERTa, XLM-RoBERTa, DistilBERT."""
import json

import torch
import transformers

from .recording import Recorder, Tiny, shake, text

# The padding token of RoBERTa, 1, stands within the second text.
TEXTS = [[0, 5, 29, 5, 17, 11, 2], [23, 1, 4, 1, 1, 7]]


def record_bert_block(record, layer, at):
    attention = layer.attention.self
    for part, letter in {"query": "q", "key": "k", "value": "v"}.items():
        record.output(getattr(attention, part), f"{at}attn.hook_{letter}")
    record.input(layer.attention.output.dense, at + "attn.hook_z")
    record.output(layer.attention.output.dense, at + "hook_attn_out")
    record.input(layer.attention.output.LayerNorm, at + "hook_resid_mid")
    record.output(layer.attention.output.LayerNorm, at + "hook_normalized_resid_mid")
    record.output(layer.intermediate.dense, at + "mlp.hook_pre")
    record.output(layer.intermediate, at + "mlp.hook_post")
    record.output(layer.output.dense, at + "hook_mlp_out")
    record.input(layer.output.LayerNorm, at + "hook_resid_post")
    record.output(layer, at + "hook_normalized_resid_post")


def record_distilbert_block(record, layer, at):
    for letter in "qkv":
        record.output(getattr(layer.attention, f"{letter}_lin"), f"{at}attn.hook_{letter}")
    record.input(layer.attention.out_lin, at + "attn.hook_z")
    record.output(layer.attention.out_lin, at + "hook_attn_out")
    record.input(layer.sa_layer_norm, at + "hook_resid_mid")
    record.output(layer.sa_layer_norm, at + "hook_normalized_resid_mid")
    record.output(layer.ffn.lin1, at + "mlp.hook_pre")
    record.input(layer.ffn.lin2, at + "mlp.hook_post")
    record.output(layer.ffn.lin2, at + "hook_mlp_out")
    record.input(layer.output_layer_norm, at + "hook_resid_post")
    record.output(layer, at + "hook_normalized_resid_post")


def sites_of(model, ids):
    encoder = getattr(model, model.base_model_prefix, model)
    is_distilled = model.config.model_type == "distilbert"
    layers = encoder.transformer.layer if is_distilled else encoder.encoder.layer
    record = Recorder()
    record.output(encoder.embeddings.word_embeddings, "embed.hook_embed")
    record.output(encoder.embeddings.position_embeddings, "embed.hook_pos_embed")
    if not is_distilled:
        record.output(encoder.embeddings.token_type_embeddings, "embed.hook_token_type_embed")
    record.output(encoder.embeddings, "hook_full_embed")
    for block, layer in enumerate(layers):
        (record_distilbert_block if is_distilled else record_bert_block)(record, layer, f"blocks.{block}.")
    result = model(torch.tensor([ids]), output_attentions=True)
    record.close()
    sites = record.sites
    width = model.config.hidden_size // model.config.num_attention_heads
    for site, values in sites.items():
        if site.rsplit("_", 1)[1] in "qkvz":
            sites[site] = values.unflatten(-1, (-1, width))
    for block, pattern in enumerate(result.attentions):
        sites[f"blocks.{block}.attn.hook_pattern"] = pattern
    for name in ("logits", "prediction_logits"):
        if name in result:
            sites["logits"] = result[name]
    return sites


def made(kind, head="Model", **options):
    sizes = dict(
        vocab_size=30, hidden_size=24, intermediate_size=20, num_hidden_layers=2, num_attention_heads=3,
        max_position_embeddings=16,
    )
    if kind == "DistilBert":
        sizes["hidden_dim"] = sizes.pop("intermediate_size")
    config = getattr(transformers, f"{kind}Config")(**(sizes | options), attn_implementation="eager")
    model = shake(getattr(transformers, f"{kind}{head}")(config))
    config.architectures = [type(model).__name__]
    golden = {}
    for number, ids in enumerate(TEXTS):
        golden |= text(sites_of(model, ids), ids, f"text{number}")
    weights = published(model)
    return Tiny(json.loads(config.to_json_string()), weights, golden, f"transformers {transformers.__version__}")


def old_spelling(made):
    """Norms as Google's checkpoints name them."""
    for name in list(made.weights):
        old = name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")
        made.weights[old] = made.weights.pop(name)
    return made


def published(model):
    """What the library saves: of tensors that are tied only the one that the others are tied to."""
    weights = model.state_dict()
    tied = getattr(model, "_tied_weights_keys", None) or {}
    for name, source in tied.items():
        if weights[name].data_ptr() == weights[source].data_ptr():
            del weights[name]
    return weights


MODELS = {
    "bert": lambda: made("Bert"),
    "bert_masked": lambda: made("Bert", "ForMaskedLM", type_vocab_size=3, layer_norm_eps=1e-3),
    "bert_pretraining": lambda: old_spelling(
        made("Bert", "ForPreTraining", tie_word_embeddings=False, num_hidden_layers=1)
    ),
    "roberta": lambda: made("Roberta", type_vocab_size=1, layer_norm_eps=1e-5),
    "roberta_masked": lambda: made("Roberta", "ForMaskedLM", type_vocab_size=1, pad_token_id=4),
    "xlm_roberta": lambda: made("XLMRoberta", "ForMaskedLM", type_vocab_size=1, layer_norm_eps=1e-5),
    "distilbert": lambda: made("DistilBert"),
    "distilbert_masked": lambda: made("DistilBert", "ForMaskedLM", sinusoidal_pos_embds=True),
}
