"""Greedy decoding with a cache of keys and values, one sequence."""
import json

import torch
import torch.nn.functional as F
from setting import MODELS

FOLDER = "smollm2-135m"
N_PROMPT, N_NEW = 32, 32


def decode(setting):
    """Returns `start()`, which begins with an empty cache and returns `step(id, position)` → next id."""
    config = json.loads((MODELS / FOLDER / "config.json").read_text())
    weights = setting.model(FOLDER)
    n_layers, heads, kv_heads = (
        config[key] for key in ("num_hidden_layers", "num_attention_heads", "num_key_value_heads")
    )
    width = config["head_dim"]
    embedding = weights["model.embed_tokens.weight"]
    head = embedding if config["tie_word_embeddings"] else weights["lm_head.weight"]
    frequencies = config["rope_theta"] ** (-torch.arange(0, width, 2).double() / width)
    angles = torch.outer(torch.arange(N_PROMPT + N_NEW).double(), frequencies)
    cos, sin = (f(torch.cat([angles, angles], 1)).to(setting.dtype) for f in (torch.cos, torch.sin))

    def norm(x, name):
        root = torch.rsqrt((x * x).mean(-1, keepdim=True) + config["rms_norm_eps"])
        return x * root * weights[f"{name}.weight"]

    def linear(x, name):
        return F.linear(x, weights[f"{name}.weight"])

    def start():
        keys, values = (
            torch.zeros(n_layers, kv_heads, N_PROMPT + N_NEW, width, dtype=setting.dtype) for _ in range(2)
        )

        def step(token, position):
            def rotate(x):
                turned = torch.cat([-x[..., width // 2:], x[..., : width // 2]], -1)
                return x * cos[position] + turned * sin[position]

            x = embedding[token][None]
            for i in range(n_layers):
                layer = f"model.layers.{i}"
                y = norm(x, f"{layer}.input_layernorm")
                query, key, value = (linear(y, f"{layer}.self_attn.{which}_proj").view(-1, width) for which in "qkv")
                keys[i, :, position], values[i, :, position] = rotate(key), value
                grouped = rotate(query).view(kv_heads, heads // kv_heads, width)
                scores = grouped @ keys[i, :, : position + 1].transpose(1, 2) * width**-0.5
                mixed = torch.softmax(scores, -1) @ values[i, :, : position + 1]
                x = x + linear(mixed.reshape(1, heads * width), f"{layer}.self_attn.o_proj")
                y = norm(x, f"{layer}.post_attention_layernorm")
                inner = F.silu(linear(y, f"{layer}.mlp.gate_proj")) * linear(y, f"{layer}.mlp.up_proj")
                x = x + linear(inner, f"{layer}.mlp.down_proj")
            return int(F.linear(norm(x, "model.norm"), head).argmax())

        return step

    return start
