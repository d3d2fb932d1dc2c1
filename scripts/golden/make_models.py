#!/usr/bin/env python3
"""Writes crates/models/tests/golden/<model>.safetensors: what the reference computes with real weights.

    pip install torch==2.15.0 transformers==5.23.0 safetensors==0.8.0
    python3 scripts/models/fetch.py squeezenet1_1 minilm-l6 smollm2-135m vit-s14-saliency
    python3 scripts/golden/make_models.py [name ...]

Values at intermediate sites, f32, on the CPU. The judges: transformers' BertModel, LlamaForCausalLM, GPT2LMHeadModel and
Dinov2Model (eager attention, weights widened to f32), torch's LSTM, and for SqueezeNet and Tiny Darknet the torch forwards
written below.

Keys are `<stimulus>.<site>`. A tensor of more than `FULL` values is sampled: `<stimulus>.<site>@<stride>` holds every
stride-th value of the flattened tensor, beginning with the first. `textN.ids` are the token ids, special tokens included,
and `textN.top5` the five likeliest next tokens after the last position, best first.

Sites (TransformerLens' names).
Llama (norms before): hook_embed; resid_mid = resid_pre + attn_out; resid_post = resid_mid + mlp_out; attn_out and mlp_out
are what is added to the residual stream; ln_final.hook_normalized is the last norm with its gain; logits before softmax.
BERT (norms after): embed.hook_embed = word embedding; hook_full_embed = LayerNorm(word + position + type) =
blocks.0.hook_resid_pre; resid_mid = resid_pre + attn_out; normalized_resid_mid = LayerNorm(resid_mid);
resid_post = normalized_resid_mid + mlp_out; normalized_resid_post = LayerNorm(resid_post), which is transformers'
hidden_states[i + 1].
SqueezeNet: conv1 and fires after ReLU, pools 3 × 3 stride 2 without padding, logits = mean of conv10 over space.
Tiny Darknet: sites by its layers' names. The vision transformer: as Llama, with ln_final.hook_out after gain and bias.
`imageN.seed` [seed, side] makes the input [1, 3, side, side]: state ← 1664525 · state + 1013904223 mod 2³², beginning with
the seed; each step's highest byte − 128 fills one 8 × 8 square, squares in order channel, row, column. Where the network
takes small numbers, `imageN.divisor` [1] divides them.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
import transformers
from safetensors.torch import load_file, save_file
from tiny.recording import Recorder
from tiny.recurrent import layer_alone

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "crates/models/tests/golden"
FULL = 1000
STRIDES = [1, 7, 17, 37, 97, 251, 499, 997, 2503]

TEXTS = [
    "The cat sat.",
    "When Mary and John went to the store, John gave a bottle of milk to Mary because she was thirsty.",
    "naïve 東京 🙂 x₂=42\n\tÅse’s",
]


def sampled(stimulus, sites):
    """The sites as keys of the file, large tensors thinned by the smallest stride that brings them under FULL values."""
    tensors = {}
    for site, values in sites.items():
        values = values.detach().float().squeeze(0) if values.ndim > 1 else values.detach().float()
        stride = next(stride for stride in STRIDES if values.numel() <= FULL * stride)
        key = f"{stimulus}.{site}"
        if stride == 1:
            tensors[key] = values.contiguous()
        else:
            tensors[f"{key}@{stride}"] = values.flatten()[::stride].contiguous()
    return tensors


def fast_tokenizer(folder):
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
    tokenizer.backend_tokenizer.no_truncation()
    tokenizer.backend_tokenizer.no_padding()
    return tokenizer


def bert(folder):
    model = transformers.BertModel.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    tokenizer = fast_tokenizer(folder)
    tensors = {}
    for number, text in enumerate(TEXTS):
        ids = tokenizer.encode(text)
        record = Recorder()
        record.output(model.embeddings.word_embeddings, "embed.hook_embed")
        record.output(model.embeddings, "hook_full_embed")
        for block in (0, 2, 5):
            layer, at = model.encoder.layer[block], f"blocks.{block}."
            record.output(layer.attention.output.dense, at + "hook_attn_out")
            record.input(layer.attention.output.LayerNorm, at + "hook_resid_mid")
            record.output(layer.attention.output.LayerNorm, at + "hook_normalized_resid_mid")
            record.output(layer.output.dense, at + "hook_mlp_out")
            record.input(layer.output.LayerNorm, at + "hook_resid_post")
            record.output(layer.output.LayerNorm, at + "hook_normalized_resid_post")
        result = model(torch.tensor([ids]), output_attentions=True, output_hidden_states=True)
        record.close()
        for block in (0, 2, 5):
            assert torch.equal(record.sites[f"blocks.{block}.hook_normalized_resid_post"], result.hidden_states[block + 1])
        record.sites["blocks.2.attn.hook_pattern"] = result.attentions[2]
        tensors |= sampled(f"text{number}", record.sites)
        tensors[f"text{number}.ids"] = torch.tensor(ids, dtype=torch.int32)
    return tensors


def llama(folder, blocks):
    model = transformers.LlamaForCausalLM.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    tokenizer = fast_tokenizer(folder)
    first, middle, last = blocks
    tensors = {}
    for number, text in enumerate(TEXTS):
        ids = tokenizer.encode(text)
        record = Recorder()
        record.output(model.model.embed_tokens, "hook_embed")
        record.output(model.model.norm, "ln_final.hook_normalized")
        for block in blocks:
            layer, at = model.model.layers[block], f"blocks.{block}."
            record.output(layer, at + "hook_resid_post")
            if block == middle:
                record.output(layer.self_attn.o_proj, at + "hook_attn_out")
                record.input(layer.post_attention_layernorm, at + "hook_resid_mid")
                record.input(layer.mlp.down_proj, at + "mlp.hook_post")
                record.output(layer.mlp, at + "hook_mlp_out")
        result = model(torch.tensor([ids]), output_attentions=True)
        record.close()
        record.sites[f"blocks.{middle}.attn.hook_pattern"] = result.attentions[middle]
        record.sites["logits"] = result.logits
        tensors |= sampled(f"text{number}", record.sites)
        tensors[f"text{number}.ids"] = torch.tensor(ids, dtype=torch.int32)
        tensors[f"text{number}.top5"] = result.logits[0, -1].topk(5).indices.to(torch.int32)
    return tensors


def seeded_image(seed, side, divisor=1):
    squares, state, count = [], seed, -(-side // 8)
    for _ in range(3 * count * count):
        state = (1664525 * state + 1013904223) % 2**32
        squares.append((state >> 24) - 128)
    grid = np.array(squares, np.float32).reshape(3, count, count)
    pixels = np.kron(grid, np.ones((8, 8), np.float32))[None, :, :side, :side] / np.float32(divisor)
    return torch.from_numpy(np.ascontiguousarray(pixels))


def image_input(stimulus, seed, side, divisor=1):
    return {f"{stimulus}.seed": torch.tensor([seed, side], dtype=torch.int32),
            f"{stimulus}.divisor": torch.tensor([divisor], dtype=torch.int32)}


def squeezenet(folder):
    weights = load_file(folder / "model.safetensors")
    tensors = {}

    def convolve(x, name, **how):
        return F.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], **how)

    def fire(x, name):
        squeezed = F.relu(convolve(x, name + ".squeeze"))
        wide = [convolve(squeezed, name + ".expand1x1"), convolve(squeezed, name + ".expand3x3", padding=1)]
        return F.relu(torch.cat(wide, 1))

    for number, seed in enumerate((1, 2)):
        sites, x = {}, seeded_image(seed, 227)
        x = sites["conv1"] = F.relu(convolve(x, "features.0", stride=2, padding=1))
        x = sites["pool1"] = F.max_pool2d(x, 3, 2)
        for index, site in {3: "fire2", 4: "fire3", 5: "pool3", 6: "fire4", 7: "fire5", 8: "pool5", 9: "fire6", 10: "fire7",
                            11: "fire8", 12: "fire9"}.items():
            x = sites[site] = F.max_pool2d(x, 3, 2) if site.startswith("pool") else fire(x, f"features.{index}")
        x = sites["conv10"] = convolve(x, "classifier.1")
        sites["logits"] = x.mean((2, 3))
        tensors |= sampled(f"image{number}", sites)
        tensors |= image_input(f"image{number}", seed, 227)
    return tensors


def darknet(folder):
    weights = load_file(folder / "model.safetensors")
    layers = json.loads((folder / "config.json").read_text())["layers"]
    tensors = {}
    for number, seed in enumerate((1, 2)):
        sites, x = {}, seeded_image(seed, 224, 128)
        for layer in layers[1:]:
            name = layer["name"]
            part = lambda part: weights.get(f"{name}.{part}")
            match layer["type"]:
                case "Conv2D":
                    x = F.conv2d(x, part("kernel"), part("bias"), padding="same")
                case "BatchNormalization":
                    x = F.batch_norm(x, part("moving_mean"), part("moving_variance"), part("gamma"), part("beta"), eps=layer["epsilon"])
                case "LeakyReLU":
                    x = F.leaky_relu(x, layer["alpha"])
                case "MaxPooling2D":
                    x = F.max_pool2d(x, 2, ceil_mode=True)
                case "GlobalAveragePooling2D":
                    x = x.mean((2, 3))
            if name.startswith("max_pooling") or name.split("_")[-1] in ("1", "8", "15", "16") and x.ndim == 4:
                sites[name] = x
        sites["logits"] = x
        tensors |= sampled(f"image{number}", sites) | image_input(f"image{number}", seed, 224, 128)
    return tensors


def vit(folder):
    model = transformers.Dinov2Model.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    tensors = {}
    for number, seed in enumerate((1, 2)):
        record = Recorder()
        record.output(model.layernorm, "ln_final.hook_out")
        for block in (0, 6, 11):
            layer, at = model.encoder.layer[block], f"blocks.{block}."
            record.input(layer, at + "hook_resid_pre")
            record.output(layer.layer_scale1, at + "hook_attn_out")
            record.input(layer.norm2, at + "hook_resid_mid")
            record.output(layer.mlp.fc1, at + "mlp.hook_pre")
            record.output(layer.layer_scale2, at + "hook_mlp_out")
            record.output(layer, at + "hook_resid_post")
        result = model(seeded_image(seed, 224, 64), output_attentions=True)
        record.close()
        record.sites["blocks.6.attn.hook_pattern"] = result.attentions[6]
        tensors |= sampled(f"image{number}", record.sites) | image_input(f"image{number}", seed, 224, 64)
    return tensors


def gpt2(folder, texts):
    model = transformers.GPT2LMHeadModel.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    tensors = {}
    for number, ids in enumerate(texts):
        record = Recorder()
        record.output(model.transformer.wte, "hook_embed")
        for block, layer in enumerate(model.transformer.h):
            at = f"blocks.{block}."
            record.input(layer.ln_1, at + "hook_resid_pre")
            record.output(layer.attn.c_proj, at + "hook_attn_out")
            record.input(layer.ln_2, at + "hook_resid_mid")
            record.output(layer.mlp.c_fc, at + "mlp.hook_pre")
            record.output(layer.mlp, at + "hook_mlp_out")
            record.output(layer, at + "hook_resid_post")
        result = model(torch.tensor([ids]), output_attentions=True)
        record.close()
        for block, pattern in enumerate(result.attentions):
            record.sites[f"blocks.{block}.attn.hook_pattern"] = pattern
        tensors |= sampled(f"text{number}", record.sites | {"logits": result.logits})
        tensors[f"text{number}.ids"] = torch.tensor(ids, dtype=torch.int32)
    return tensors


def lstm(folder, text):
    weights = load_file(folder / "model.safetensors")
    letters = json.loads((folder / "vocab.json").read_text())
    ids = [letters[letter] for letter in text]
    rnn = torch.nn.LSTM(128, 128, 2, batch_first=True)
    rnn.load_state_dict({name.removeprefix("rnn."): value for name, value in weights.items() if name.startswith("rnn.")})
    x = weights["embedding.weight"][ids][None]
    sites = {"hook_embed": x}
    outputs, _ = rnn(x)
    for k in range(2):
        alone = layer_alone(rnn, k)
        # The states after each step, as torch itself returns them for a text that ends there.
        ends = [alone(x[:, : n + 1])[1] for n in range(len(ids))]
        x = sites[f"layers.{k}.hook_h"] = torch.cat([h for h, _ in ends], 1)
        sites[f"layers.{k}.hook_c"] = torch.cat([c for _, c in ends], 1)
    sites["logits"] = F.linear(outputs, weights["head.weight"], weights["head.bias"])
    return sampled("text0", sites) | {"text0.ids": torch.tensor(ids, dtype=torch.int32)}


MAKERS = {
    "squeezenet1_1": lambda: squeezenet(ROOT / "models/squeezenet1_1"),
    "minilm-l6": lambda: bert(ROOT / "models/minilm-l6"),
    "stories260k": lambda: llama(ROOT.parent / "shared/data/stories260K", (0, 2, 4)),
    "smollm2-135m": lambda: llama(ROOT / "models/smollm2-135m", (0, 15, 29)),
    "gpt-nano-sort": lambda: gpt2(ROOT.parent / "shared/data/gpt-nano-sort", [[2, 0, 1, 1, 0, 2, 0, 0, 1, 1, 2], [1, 0]]),
    "char-lstm": lambda: lstm(ROOT.parent / "shared/data/charrnn-shakespeare", "First Citizen:\nBefore we proceed any further, hear me"),
    "tiny-darknet": lambda: darknet(ROOT.parent / "shared/data/tiny-darknet"),
    "vit-s14-saliency": lambda: vit(ROOT / "models/vit-s14-saliency"),
}


def main():
    torch.set_grad_enabled(False)
    OUT.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or MAKERS:
        tensors = MAKERS[name]()
        path = OUT / f"{name}.safetensors"
        made_by = {"maker": "scripts/golden/make_models.py", "reference": f"torch {torch.__version__}, transformers {transformers.__version__}"}
        save_file(tensors, path, metadata=made_by)
        path.chmod(0o644)
        print(f"{name}: {len(tensors)} tensors, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
