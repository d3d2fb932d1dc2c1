"""Llama and its relatives: Mistral, Qwen2, Qwen3."""
import json

import torch
import torch.nn.functional as F
import transformers

from .recording import Recorder, Tiny, shake, text

TEXTS = [[1, 5, 29, 5, 17, 0, 11], [23, 4]]


def shaken(model):
    """Random parameters; the frequencies of the rotation, which are buffers, stay what they are."""
    kept = {name: buffer.clone() for name, buffer in model.named_buffers()}
    shake(model)
    for name, buffer in model.named_buffers():
        buffer.copy_(kept[name])
    return model


def normalised(x, eps):
    """`x` over its root mean square, without gain."""
    return F.rms_norm(x, x.shape[-1:], eps=eps)


def sites_of(model, ids):
    config, layers = model.config, model.model.layers
    record = Recorder()
    record.output(model.model.embed_tokens, "hook_embed")
    record.input(model.model.norm, "ln_final.hook_normalized")
    for block, layer in enumerate(layers):
        at = f"blocks.{block}."
        record.output(layer, at + "hook_resid_post")
        record.output(layer.self_attn.o_proj, at + "hook_attn_out")
        if block != 1:
            continue
        record.input(layer.input_layernorm, at + "ln1.hook_normalized")
        for letter in "qkv":
            record.output(getattr(layer.self_attn, f"{letter}_proj"), f"{at}attn.hook_{letter}")
        record.input(layer.self_attn.o_proj, at + "attn.hook_z")
        record.input(layer.post_attention_layernorm, at + "hook_resid_mid")
        record.output(layer.mlp.gate_proj, at + "mlp.hook_pre")
        record.output(layer.mlp.up_proj, at + "mlp.hook_pre_linear")
        record.input(layer.mlp.down_proj, at + "mlp.hook_post")
        record.output(layer.mlp, at + "hook_mlp_out")
    result = model(torch.tensor([ids]), output_attentions=True)
    record.close()
    sites = record.sites
    for site, values in sites.items():
        if site.endswith("normalized"):
            sites[site] = normalised(values, config.rms_norm_eps)
        elif site.rsplit("_", 1)[1] in "qkvz":
            sites[site] = values.unflatten(-1, (-1, layers[0].self_attn.head_dim))
    for block, pattern in enumerate(result.attentions):
        sites[f"blocks.{block}.attn.hook_pattern"] = pattern
    sites["logits"] = result.logits
    return sites


def made(kind, **options):
    sizes = dict(
        vocab_size=30, hidden_size=24, intermediate_size=20, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=16, bos_token_id=None, eos_token_id=None, pad_token_id=None,
    )
    config = getattr(transformers, f"{kind}Config")(**(sizes | options), attn_implementation="eager")
    model = shaken(getattr(transformers, f"{kind}ForCausalLM")(config))
    config.architectures = [type(model).__name__]
    golden = {}
    for number, ids in enumerate(TEXTS):
        golden |= text(sites_of(model, ids), ids, f"text{number}")
    weights = model.state_dict()
    if config.tie_word_embeddings:
        del weights["lm_head.weight"]
    written = json.loads(config.to_json_string())
    return Tiny(written, weights, golden, f"transformers {transformers.__version__}")


MODELS = {
    "llama": lambda: made("Llama"),
    "llama_biased": lambda: made(
        "Llama", attention_bias=True, mlp_bias=True, tie_word_embeddings=True, num_key_value_heads=4, head_dim=8,
        rope_parameters={"rope_type": "default", "rope_theta": 500.0}, rms_norm_eps=1e-3,
    ),
    "llama_stretched": lambda: made(
        "Llama", max_position_embeddings=64, head_dim=12,
        rope_parameters={
            "rope_type": "llama3", "rope_theta": 50.0, "factor": 4.0, "low_freq_factor": 1.0, "high_freq_factor": 3.0,
            "original_max_position_embeddings": 16,
        },
    ),
    "llama_linear": lambda: made("Llama", rope_parameters={"rope_type": "linear", "rope_theta": 1e4, "factor": 2.5}),
    "mistral": lambda: made("Mistral", sliding_window=None, num_key_value_heads=1),
    "qwen2": lambda: made("Qwen2", max_window_layers=1),
    "qwen2_tied": lambda: made("Qwen2", tie_word_embeddings=True, num_hidden_layers=3),
    "qwen3": lambda: made("Qwen3", head_dim=10),
    "qwen3_biased": lambda: made("Qwen3", head_dim=4, attention_bias=True, tie_word_embeddings=True),
}
