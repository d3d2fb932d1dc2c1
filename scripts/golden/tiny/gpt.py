"""GPT-2 and GPT-NeoX: every variant that the lab's configurations accept is in one of the six."""
import json

import torch
import transformers
from transformers import GPT2Config, GPT2LMHeadModel, GPTNeoXConfig, GPTNeoXForCausalLM
from transformers.models.gpt_neox import modeling_gpt_neox

from .recording import Recorder, Tiny, shake, text

REFERENCE = f"transformers {transformers.__version__}"
TEXTS = {"text0": [3, 17, 8, 25, 0, 11, 17, 29], "text1": [5]}


def normalised(rows, norm):
    """What the norm makes of rows before its gain and bias."""
    return torch.nn.functional.layer_norm(rows, norm.normalized_shape, eps=norm.eps)


def heads(rows, n_heads):
    """[1, pos, head · d_head] to [1, pos, head, d_head]."""
    return rows.reshape(*rows.shape[:2], n_heads, -1)


def record(model, hang, finish):
    """Golden values of every text. `hang(recorder)` hangs the hooks, and `finish(sites)` turns what they saw into sites."""
    golden = {}
    for stimulus, ids in TEXTS.items():
        recorder = Recorder()
        hang(recorder)
        output = model(torch.tensor([ids]), output_attentions=True)
        recorder.close()
        sites = finish(recorder.sites)
        for block, pattern in enumerate(output.attentions):
            sites[f"blocks.{block}.attn.hook_pattern"] = pattern
        sites["logits"] = output.logits
        golden |= text(sites, ids, stimulus)
    return golden


def written(config, **changes):
    """config.json as the library writes it, with fields changed or, by None, taken away."""
    fields = json.loads(config.to_json_string()) | changes
    return {name: value for name, value in fields.items() if name not in changes or value is not None}


def gpt2(rename, changes, **fields):
    config = GPT2Config(
        vocab_size=30, n_positions=12, n_embd=24, n_layer=2, n_head=3, bos_token_id=0, eos_token_id=0, **fields
    )
    config._attn_implementation = "eager"
    model = shake(GPT2LMHeadModel(config))
    body = model.transformer

    def hang(recorder):
        recorder.output(body.wte, "hook_embed")
        recorder.output(body.wpe, "hook_pos_embed")
        recorder.input(body.ln_f, "ln_final.hook_normalized")
        for i, layer in enumerate(body.h):
            recorder.input(layer.ln_1, f"blocks.{i}.hook_resid_pre")
            recorder.output(layer.attn.c_attn, f"blocks.{i}.fused")
            recorder.input(layer.attn.c_proj, f"blocks.{i}.attn.hook_z")
            recorder.output(layer.attn.c_proj, f"blocks.{i}.hook_attn_out")
            recorder.input(layer.ln_2, f"blocks.{i}.hook_resid_mid")
            recorder.output(layer.mlp.c_fc, f"blocks.{i}.mlp.hook_pre")
            recorder.input(layer.mlp.c_proj, f"blocks.{i}.mlp.hook_post")
            recorder.output(layer.mlp, f"blocks.{i}.hook_mlp_out")
            recorder.output(layer, f"blocks.{i}.hook_resid_post")

    def finish(sites):
        for i, layer in enumerate(body.h):
            block = f"blocks.{i}."
            sites[f"{block}ln1.hook_normalized"] = normalised(sites[f"{block}hook_resid_pre"], layer.ln_1)
            sites[f"{block}ln2.hook_normalized"] = normalised(sites[f"{block}hook_resid_mid"], layer.ln_2)
            for letter, part in zip("qkv", sites.pop(f"{block}fused").split(config.n_embd, dim=2)):
                sites[f"{block}attn.hook_{letter}"] = heads(part, config.n_head)
            sites[f"{block}attn.hook_z"] = heads(sites[f"{block}attn.hook_z"], config.n_head)
        last = "ln_final.hook_normalized"
        sites[last] = normalised(sites[last], body.ln_f)
        return sites

    weights = {rename(name): tensor for name, tensor in model.state_dict().items()}
    if config.tie_word_embeddings:
        del weights["lm_head.weight"]
    return Tiny(written(config, **changes), weights, record(model, hang, finish), REFERENCE)


def gpt_neox(changes, head="embed_out.weight", **fields):
    config = GPTNeoXConfig(
        vocab_size=30,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=40,
        max_position_embeddings=12,
        bos_token_id=0,
        eos_token_id=0,
        **fields,
    )
    config._attn_implementation = "eager"
    model = GPTNeoXForCausalLM(config)
    body, rotated = model.gpt_neox, []
    frequencies = body.rotary_emb.inv_freq.clone()
    shake(model)
    # Not a parameter, though it is a buffer.
    body.rotary_emb.inv_freq.copy_(frequencies)

    def watched(q, k, *rest, **named):
        both = ROTATE(q, k, *rest, **named)
        rotated.append(both)
        return both

    modeling_gpt_neox.apply_rotary_pos_emb = watched

    def hang(recorder):
        rotated.clear()
        recorder.output(body.embed_in, "hook_embed")
        recorder.input(body.final_layer_norm, "ln_final.hook_normalized")
        for i, layer in enumerate(body.layers):
            recorder.input(layer.input_layernorm, f"blocks.{i}.hook_resid_pre")
            recorder.output(layer.attention.query_key_value, f"blocks.{i}.fused")
            recorder.input(layer.attention.dense, f"blocks.{i}.attn.hook_z")
            recorder.output(layer.attention.dense, f"blocks.{i}.hook_attn_out")
            recorder.input(layer.post_attention_layernorm, f"blocks.{i}.hook_resid_mid")
            recorder.output(layer.mlp.dense_h_to_4h, f"blocks.{i}.mlp.hook_pre")
            recorder.input(layer.mlp.dense_4h_to_h, f"blocks.{i}.mlp.hook_post")
            recorder.output(layer.mlp, f"blocks.{i}.hook_mlp_out")
            recorder.output(layer, f"blocks.{i}.hook_resid_post")

    def finish(sites):
        n_heads = config.num_attention_heads
        for i, layer in enumerate(body.layers):
            block = f"blocks.{i}."
            read = sites[f"{block}hook_resid_mid"]
            sites[f"{block}ln1.hook_normalized"] = normalised(sites[f"{block}hook_resid_pre"], layer.input_layernorm)
            sites[f"{block}ln2.hook_normalized"] = normalised(read, layer.post_attention_layernorm)
            if config.use_parallel_residual:
                del sites[f"{block}hook_resid_mid"]
            fused = heads(sites.pop(f"{block}fused"), n_heads)
            for letter, part in zip("qkv", fused.chunk(3, dim=-1)):
                sites[f"{block}attn.hook_{letter}"] = part
            for letter, part in zip("qk", rotated[i]):
                sites[f"{block}attn.hook_rot_{letter}"] = part.transpose(1, 2)
            sites[f"{block}attn.hook_z"] = heads(sites[f"{block}attn.hook_z"], n_heads)
        last = "ln_final.hook_normalized"
        sites[last] = normalised(sites[last], body.final_layer_norm)
        return sites

    weights = {name.replace("lm_head.weight", head): tensor for name, tensor in model.state_dict().items()}
    if config.tie_word_embeddings:
        del weights[head]
    return Tiny(written(config, **changes), weights, record(model, hang, finish), REFERENCE)


ROTATE = modeling_gpt_neox.apply_rotary_pos_emb

MODELS = {
    # As DistilGPT-2: tied, the GELU by tanh, an MLP four times as wide.
    "gpt2": lambda: gpt2(lambda name: name, {}),
    # A head of its own, the exact GELU, an MLP of another width.
    "gpt2-untied": lambda: gpt2(
        lambda name: name,
        {},
        tie_word_embeddings=False,
        activation_function="gelu",
        n_inner=40,
        layer_norm_epsilon=1e-3,
    ),
    # The older files: no prefix, n_ctx; and attention that is not scaled.
    "gpt2-older": lambda: gpt2(
        lambda name: name.removeprefix("transformer."),
        {"n_positions": None, "n_ctx": 12, "activation_function": "relu"},
        activation_function="relu",
        scale_attn_weights=False,
    ),
    # As Pythia, in today's spelling: parallel, a quarter of a head rotates, a head of its own.
    "gpt-neox": lambda: gpt_neox({}),
    # Serial, without biases in attention, in the older spelling.
    "gpt-neox-serial": lambda: gpt_neox(
        {"rope_parameters": None, "rotary_pct": 0.5, "rotary_emb_base": 500},
        rope_parameters={"rope_type": "default", "rope_theta": 500.0, "partial_rotary_factor": 0.5},
        use_parallel_residual=False,
        attention_bias=False,
        hidden_act="gelu_fast",
        layer_norm_eps=1e-3,
    ),
    # Tied, whole heads rotate, SiLU.
    "gpt-neox-tied": lambda: gpt_neox(
        {},
        rope_parameters={"rope_type": "default", "rope_theta": 1e4, "partial_rotary_factor": 1.0},
        tie_word_embeddings=True,
        hidden_act="silu",
    ),
}
