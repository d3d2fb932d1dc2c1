"""ViT, DeiT, DINOv2 and CLIP: transformers of images, and CLIP's of texts."""
import json
import tempfile
from pathlib import Path

import torch
import transformers
from safetensors.torch import load_file
from transformers import (
    CLIPConfig,
    CLIPModel,
    CLIPTextConfig,
    CLIPTextModelWithProjection,
    CLIPVisionConfig,
    CLIPVisionModel,
    DeiTConfig,
    DeiTForImageClassification,
    DeiTForImageClassificationWithTeacher,
    Dinov2Config,
    Dinov2ForImageClassification,
    Dinov2Model,
    Dinov2WithRegistersConfig,
    Dinov2WithRegistersForImageClassification,
    Dinov2WithRegistersModel,
    ViTConfig,
    ViTForImageClassification,
    ViTModel,
)

from .recording import Recorder, Tiny, images, shake, text

REFERENCE = f"transformers {transformers.__version__}"
SIZES = dict(hidden_size=24, num_hidden_layers=2, num_attention_heads=3, attn_implementation="eager")
MLP = dict(intermediate_size=40)
IMAGE = dict(image_size=32, patch_size=8)
HEADS = 3


def published(model, extra=None):
    """Configuration and weights as `save_pretrained` writes them, with the names that hubs have."""
    with tempfile.TemporaryDirectory() as folder:
        model.save_pretrained(folder)
        config = json.loads((Path(folder) / "config.json").read_text())
        return config | (extra or {}), load_file(Path(folder) / "model.safetensors")


def pixels(side=32, batch=2, seed=3):
    return torch.randn(batch, 3, side, side, generator=torch.Generator().manual_seed(seed))


def normalised(values, norm):
    """A layer norm without gain and bias."""
    return torch.nn.functional.layer_norm(values, values.shape[-1:], eps=norm.eps)


def record_layer(record, layer, block, parts):
    """The sites of a block by the modules of transformers that `parts` names."""
    site = lambda hook: f"blocks.{block}.{hook}"
    record.input(layer, site("hook_resid_pre"))
    record.input(parts["ln1"], site("ln1.in"))
    for letter in "qkv":
        record.output(parts[letter], site(f"attn.hook_{letter}"))
    pattern = lambda _, __, output: record.sites.__setitem__(site("attn.hook_pattern"), output[1].clone())
    record.handles.append(parts["attention"].register_forward_hook(pattern))
    record.input(parts["o"], site("attn.hook_z"))
    record.output(parts.get("scale1", parts["o"]), site("hook_attn_out"))
    record.input(parts["ln2"], site("hook_resid_mid"))
    if "gate" in parts:
        record.output(parts["gate"], site("mlp.hook_pre"))
        record.output(parts["up"], site("mlp.hook_pre_linear"))
    else:
        record.output(parts["fc1"], site("mlp.hook_pre"))
    record.input(parts["fc2"], site("mlp.hook_post"))
    record.output(parts.get("scale2", parts["fc2"]), site("hook_mlp_out"))
    record.output(layer, site("hook_resid_post"))


def finish_layer(sites, block, parts):
    """Heads apart, and norms without gain and bias."""
    for part in "qkvz":
        name = f"blocks.{block}.attn.hook_{part}"
        sites[name] = sites[name].unflatten(-1, (HEADS, -1))
    sites[f"blocks.{block}.ln1.hook_normalized"] = normalised(sites.pop(f"blocks.{block}.ln1.in"), parts["ln1"])
    middle = sites[f"blocks.{block}.hook_resid_mid"]
    sites[f"blocks.{block}.ln2.hook_normalized"] = normalised(middle, parts["ln2"])


def vit_parts(layer):
    return dict(
        ln1=layer.layernorm_before, ln2=layer.layernorm_after, attention=layer.attention,
        q=layer.attention.q_proj, k=layer.attention.k_proj, v=layer.attention.v_proj, o=layer.attention.o_proj,
        fc1=layer.mlp.fc1, fc2=layer.mlp.fc2,
    )  # fmt: skip


def dinov2_parts(layer):
    parts = dict(
        ln1=layer.norm1, ln2=layer.norm2, attention=layer.attention,
        q=layer.attention.q_proj, k=layer.attention.k_proj, v=layer.attention.v_proj, o=layer.attention.o_proj,
        scale1=layer.layer_scale1, scale2=layer.layer_scale2,
    )  # fmt: skip
    if hasattr(layer.mlp, "gate_proj"):
        return parts | dict(gate=layer.mlp.gate_proj, up=layer.mlp.up_proj, fc2=layer.mlp.down_proj)
    return parts | dict(fc1=layer.mlp.fc1, fc2=layer.mlp.fc2)


def clip_parts(layer):
    attention = layer.self_attn
    return dict(
        ln1=layer.layer_norm1, ln2=layer.layer_norm2, attention=attention,
        q=attention.q_proj, k=attention.k_proj, v=attention.v_proj, o=attention.out_proj,
        fc1=layer.mlp.fc1, fc2=layer.mlp.fc2,
    )  # fmt: skip


def run(record, layers, parts_of, forward):
    """The sites of `layers` during `forward`, and what it returns."""
    parts = [parts_of(layer) for layer in layers]
    for block, layer in enumerate(layers):
        record_layer(record, layer, block, parts[block])
    output = forward()
    record.close()
    for block in range(len(layers)):
        finish_layer(record.sites, block, parts[block])
    return output


def classifier(model, base, layers, parts_of, config_extra=None, side=32, forward=None):
    """A tiny ViT, DeiT or DINOv2, with what heads it has."""
    shake(model)
    record = Recorder()
    norm = base.layernorm
    record.output(norm, "ln_final.hook_out")
    record.output(base.embeddings.patch_embeddings, "patches")
    image = pixels(side)
    output = run(record, layers, parts_of, lambda: (forward or model)(image))
    sites = record.sites
    last = sites[f"blocks.{len(layers) - 1}.hook_resid_post"]
    sites["ln_final.hook_normalized"] = normalised(last, norm)
    sites["pooled"] = sites["ln_final.hook_out"][:, 0]
    special = [base.embeddings.cls_token]
    for token in ("distillation_token", "register_tokens"):
        special += [getattr(base.embeddings, token)] if hasattr(base.embeddings, token) else []
    special = [token.expand(len(image), -1, -1) for token in special]
    sites["hook_embed"] = torch.cat([*special, sites.pop("patches")], 1)
    for head in ("cls_logits", "distillation_logits", "logits"):
        if getattr(output, head, None) is not None:
            sites[head] = getattr(output, head)
    config, weights = published(model, config_extra)
    return Tiny(config, weights, images(sites, image), REFERENCE)


def vit_classifier():
    model = ViTForImageClassification(ViTConfig(**SIZES, **MLP, **IMAGE, num_labels=5))
    return classifier(model, model.vit, model.vit.layers, vit_parts)


def vit_without_bias():
    """No bias in queries, keys and values, no classifier, and images larger than the positions were trained for."""
    model = ViTModel(ViTConfig(**SIZES, **MLP, **IMAGE, qkv_bias=False), add_pooling_layer=False)
    interpolated = lambda image: type(model).forward(model, image, interpolate_pos_encoding=True)
    return classifier(model, model, model.layers, vit_parts, {"crop_size": 40}, side=40, forward=interpolated)


def deit_with_teacher():
    model = DeiTForImageClassificationWithTeacher(DeiTConfig(**SIZES, **MLP, **IMAGE, num_labels=5))
    return classifier(model, model.deit, model.deit.layers, vit_parts)


def deit_one_head():
    model = DeiTForImageClassification(DeiTConfig(**SIZES, **MLP, **IMAGE, num_labels=5))
    return classifier(model, model.deit, model.deit.layers, vit_parts)


def dinov2_classifier():
    config = Dinov2Config(**SIZES, **IMAGE, mlp_ratio=2, num_labels=5)
    model = Dinov2ForImageClassification(config)
    return classifier(model, model.dinov2, model.dinov2.encoder.layer, dinov2_parts)


def dinov2_gated():
    """Gated neurons, and images smaller than the positions were trained for."""
    model = Dinov2Model(Dinov2Config(**SIZES, **IMAGE, mlp_ratio=2, use_swiglu_ffn=True, qkv_bias=False))
    return classifier(model, model, model.encoder.layer, dinov2_parts, {"crop_size": 27}, side=27)


def dinov2_larger():
    """Images larger than the positions were trained for."""
    model = Dinov2Model(Dinov2Config(**SIZES, **IMAGE, mlp_ratio=1))
    return classifier(model, model, model.encoder.layer, dinov2_parts, {"crop_size": 44}, side=44)


def dinov2_with_registers():
    """Registers, which the classifier's mean leaves out, and positions that are smoothed to a smaller grid."""
    config = Dinov2WithRegistersConfig(**SIZES, **IMAGE, mlp_ratio=2, num_register_tokens=3, num_labels=5)
    model = Dinov2WithRegistersForImageClassification(config)
    base = model.dinov2_with_registers
    return classifier(model, base, base.encoder.layer, dinov2_parts, {"crop_size": 25}, side=25)


def dinov2_with_registers_gated():
    config = Dinov2WithRegistersConfig(**SIZES, **IMAGE, mlp_ratio=2, num_register_tokens=2, use_swiglu_ffn=True)
    model = Dinov2WithRegistersModel(config)
    return classifier(model, model, model.encoder.layer, dinov2_parts)


IDS = [3, 17, 4, 22, 5, 28, 6]
TEXT = dict(vocab_size=30, max_position_embeddings=9, bos_token_id=27, pad_token_id=0)


def vision_sites(tower, image, forward):
    record = Recorder()
    record.input(tower.pre_layrnorm, "hook_full_embed")
    output = run(record, tower.encoder.layers, clip_parts, forward)
    sites = record.sites
    sites["ln_pre.hook_normalized"] = normalised(sites["hook_full_embed"], tower.pre_layrnorm)
    last = sites[f"blocks.{len(tower.encoder.layers) - 1}.hook_resid_post"]
    sites["ln_final.hook_normalized"] = normalised(last, tower.post_layernorm)
    return sites, output


def text_sites(tower, forward):
    record = Recorder()
    record.output(tower.embeddings.token_embedding, "hook_embed")
    record.output(tower.embeddings.position_embedding, "hook_pos_embed")
    record.output(tower.final_layer_norm, "ln_final.hook_out")
    output = run(record, tower.encoder.layers, clip_parts, forward)
    last = record.sites[f"blocks.{len(tower.encoder.layers) - 1}.hook_resid_post"]
    record.sites["ln_final.hook_normalized"] = normalised(last, tower.final_layer_norm)
    return record.sites, output


def clip_both(tower, activation, end):
    """Both towers in one checkpoint; `end` is the end token, 2 in old files."""
    sizes = {key: value for key, value in SIZES.items() if key != "attn_implementation"}
    config = CLIPConfig(
        text_config=CLIPTextConfig(**sizes, **MLP, **TEXT, hidden_act=activation, eos_token_id=end).to_dict(),
        vision_config=CLIPVisionConfig(**sizes, **MLP, **IMAGE, hidden_act=activation).to_dict(),
        projection_dim=10,
        attn_implementation="eager",
    )
    model = shake(CLIPModel(config))
    config, weights = published(model, {"tower": tower})
    if tower == "text":
        sites, output = text_sites(model.text_model, lambda: model.get_text_features(torch.tensor([IDS])))
        sites["embeds"] = output.pooler_output
        sites["pooled"] = model.text_model(torch.tensor([IDS])).pooler_output
        return Tiny(config, weights, text(sites, IDS), REFERENCE)
    image = pixels()
    sites, output = vision_sites(model.vision_model, image, lambda: model.get_image_features(image))
    sites["embeds"] = output.pooler_output
    sites["pooled"] = model.vision_model(image).pooler_output
    return Tiny(config, weights, images(sites, image), REFERENCE)


def clip_vision_tower():
    """The image tower alone, without its projection."""
    model = shake(CLIPVisionModel(CLIPVisionConfig(**SIZES, **MLP, **IMAGE, hidden_act="gelu")))
    image = pixels()
    sites, output = vision_sites(model, image, lambda: model(image))
    sites["pooled"] = output.pooler_output
    config, weights = published(model)
    return Tiny(config, weights, images(sites, image), REFERENCE)


def clip_text_tower():
    """The text tower with its projection; the text goes on after its end."""
    config = CLIPTextConfig(**SIZES, **MLP, **TEXT, hidden_act="gelu", eos_token_id=5, projection_dim=10)
    model = shake(CLIPTextModelWithProjection(config))
    tower = model.text_model
    sites, output = text_sites(tower, lambda: model(torch.tensor([IDS])))
    sites["embeds"] = output.text_embeds
    sites["pooled"] = tower(torch.tensor([IDS])).pooler_output
    config, weights = published(model)
    return Tiny(config, weights, text(sites, IDS), REFERENCE)


MODELS = {
    "vit": vit_classifier,
    "vit-without-bias": vit_without_bias,
    "deit": deit_with_teacher,
    "deit-one-head": deit_one_head,
    "dinov2": dinov2_classifier,
    "dinov2-gated": dinov2_gated,
    "dinov2-larger": dinov2_larger,
    "dinov2-with-registers": dinov2_with_registers,
    "dinov2-with-registers-gated": dinov2_with_registers_gated,
    "clip-vision": lambda: clip_both("vision", "quick_gelu", 28),
    "clip-text": lambda: clip_both("text", "quick_gelu", 2),
    "clip-vision-tower": clip_vision_tower,
    "clip-text-tower": clip_text_tower,
}
