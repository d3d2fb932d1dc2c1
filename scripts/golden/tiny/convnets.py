"""Tiny convolutional classifiers of torchvision, timm and transformers."""
from functools import partial

import timm
import torch
import torchvision
import transformers
from torch import nn

from .recording import Recorder, Tiny, images, shake

TORCHVISION = f"torchvision {torchvision.__version__}"
TIMM = f"timm {timm.__version__}"
TRANSFORMERS = f"transformers {transformers.__version__}"


def pixels(side, batch=2):
    """Blobs rather than noise: means over space would take all difference out of noise."""
    generator = torch.Generator().manual_seed(7)
    coarse = torch.randn([batch, 3, side // 4, side // 4], generator=generator)
    fine = torch.randn([batch, 3, side, side], generator=generator)
    return nn.functional.interpolate(coarse, size=side) + 0.3 * fine


def made(model, modules, config, side, reference, sums=()):
    """Shakes a model, runs it and keeps what the modules of `modules` (site by name) give; `sums` give what goes into a
    module, which is the sum before its ReLU."""
    # ReLUs that write over what they were given would take it away from its record.
    for module in model.modules():
        if hasattr(module, "inplace"):
            module.inplace = False
    # Larger than elsewhere: what ReLUs take away of the differences between images must come back.
    shake(model, scale=0.5)
    recorder = Recorder()
    for site, name in modules.items():
        recorder.output(model.get_submodule(name), site)
    for site, name in dict(sums).items():
        recorder.input(model.get_submodule(name), site)
    x = pixels(side)
    model(x)
    recorder.close()
    sites = {site: value.flatten(1) if site == "avgpool" and value.shape[-1] == 1 else value
             for site, value in recorder.sites.items()}
    weights = {name: value for name, value in model.state_dict().items() if value.is_floating_point()}
    return Tiny(config, weights, images(sites, x), reference)


def small_resnet(block, layers, widths, stem, **options):
    """torchvision's ResNet with narrower stages."""
    model = torchvision.models.resnet.ResNet(block, [1, 1, 1, 1], num_classes=5, **options)
    model.inplanes = stem
    model.conv1 = nn.Conv2d(3, stem, 7, 2, 3, bias=False)
    model.bn1 = nn.BatchNorm2d(stem)
    for at, (n, width) in enumerate(zip(layers, widths)):
        setattr(model, f"layer{at + 1}", model._make_layer(block, width, n, stride=1 if at == 0 else 2))
    for at in range(len(layers), 4):
        setattr(model, f"layer{at + 1}", nn.Identity())
    model.fc = nn.Linear(widths[-1] * block.expansion, 5)
    return model


def resnet_basic():
    model = small_resnet(torchvision.models.resnet.BasicBlock, [2, 1, 2], [8, 12, 16], 8)
    modules = {"maxpool": "maxpool", "layer1.0.conv2": "layer1.0.bn2", "layer1.1": "layer1.1",
               "layer2.0.shortcut": "layer2.0.downsample", "layer2.0": "layer2.0", "layer3.1.residual": "layer3.1.bn2",
               "layer3.1": "layer3.1", "avgpool": "avgpool", "logits": "fc"}
    config = {"model_type": "resnet", "block": "basic", "layers": [2, 1, 2], "widths": [8, 12, 16], "stem_width": 8,
              "num_classes": 5, "image_size": 32}
    return made(model, modules, config, 32, TORCHVISION)


def resnext():
    """Bottlenecks in groups: inner widths 8 · 16 / 64 · 4 = 8 and 16."""
    model = small_resnet(torchvision.models.resnet.Bottleneck, [1, 2], [8, 16], 8, groups=4, width_per_group=16)
    modules = {"layer1.0.conv3": "layer1.0.bn3", "layer1.0.shortcut": "layer1.0.downsample", "layer1.0": "layer1.0",
               "layer2.0": "layer2.0", "layer2.1": "layer2.1", "avgpool": "avgpool", "logits": "fc"}
    config = {"model_type": "resnet", "block": "bottleneck", "layers": [1, 2], "widths": [8, 16], "stem_width": 8,
              "groups": 4, "width_per_group": 16, "num_classes": 5, "image_size": 33}
    return made(model, modules, config, 33, TORCHVISION)


def of_timm(name, modules, side, sums=(), model=None, **model_args):
    """A model of timm's with the fields that timm writes."""
    model = model or timm.create_model(name, num_classes=5, **model_args)
    config = {"architecture": name, "num_classes": 5, "num_features": model.num_features, "global_pool": "avg",
              "pretrained_cfg": {"input_size": [3, side, side], "mean": [0.485, 0.456, 0.406],
                                 "std": [0.229, 0.224, 0.225], "num_classes": 5}}
    if model_args:
        config["model_args"] = model_args
    return made(model, modules, config, side, TIMM, sums)


def resnet_timm_basic():
    modules = {"maxpool": "maxpool", "layer1.0.conv1": "layer1.0.act1", "layer1.0": "layer1.0",
               "layer2.0.shortcut": "layer2.0.downsample", "layer4.0": "layer4.0", "avgpool": "global_pool", "logits": "fc"}
    sums = {"layer1.0.sum": "layer1.0.act2", "layer2.0.sum": "layer2.0.act2"}
    return of_timm("resnet18", modules, 32, sums, layers=[1, 1, 1, 1], channels=[8, 8, 12, 12])


def resnet_timm_bottleneck():
    modules = {"layer1.0.conv1": "layer1.0.act1", "layer1.0.conv2": "layer1.0.act2",
               "layer1.0.conv3": "layer1.0.bn3", "layer2.0": "layer2.0", "layer3.1": "layer3.1", "logits": "fc"}
    sums = {"layer1.0.sum": "layer1.0.act3", "layer3.1.sum": "layer3.1.act3"}
    return of_timm("resnet50", modules, 40, sums, layers=[1, 1, 2, 1], channels=[4, 8, 8, 4])


def of_transformers(model, modules, side):
    config = {**model.config.to_dict(), "image_size": side}
    return made(model, modules, config, side, TRANSFORMERS)


def resnet_transformers(layer_type, **options):
    config = transformers.ResNetConfig(
        embedding_size=8, hidden_sizes=[8, 16, 24], depths=[1, 2, 1], layer_type=layer_type, num_labels=5, **options)
    layer = "resnet.encoder.stages.{}.layers.{}".format
    modules = {"embedder.embedder": "resnet.embedder.embedder", "maxpool": "resnet.embedder.pooler",
               "layer1.0": layer(0, 0), "layer2.0.conv1": layer(1, 0) + ".layer.0", "layer2.0.shortcut": layer(1, 0) + ".shortcut",
               "layer2.1": layer(1, 1), "layer3.0": layer(2, 0), "avgpool": "resnet.pooler", "logits": "classifier"}
    return of_transformers(transformers.ResNetForImageClassification(config), modules, 32)


def vgg(features, has_norm, side):
    model = torchvision.models.VGG(torchvision.models.vgg.make_layers(features, has_norm), num_classes=5)
    n = [width for width in features if width != "M"][-1]
    model.classifier[0], model.classifier[3] = nn.Linear(n * 49, 24), nn.Linear(24, 24)
    model.classifier[6] = nn.Linear(24, 5)
    if has_norm:
        # The site of a convolution is what its normalisation gives.
        modules = {"features.0": "features.1", "features.2": "features.2", "features.3": "features.4",
                   "pool2": f"features.{len(model.features) - 1}"}
    else:
        modules = {f"features.{k}": f"features.{k}" for k in range(len(model.features))}
    modules |= {"avgpool": "avgpool", "fc1": "classifier.0", "classifier.4": "classifier.4", "logits": "classifier"}
    config = {"model_type": "vgg", "features": features, "batch_norm": has_norm, "hidden_size": 24, "num_classes": 5,
              "image_size": side}
    return made(model, modules, config, side, TORCHVISION)


def vgg_timm():
    """timm fixes the last hidden width, so that the one before must be small."""
    cfg = [6, "M", 8, 8, "M", 8, "M"]
    model = timm.models.vgg.VGG(cfg, num_classes=5, mlp_ratio=0.002, norm_layer=nn.BatchNorm2d)
    modules = {"relu1": "features.2", "pool1": "features.3", "conv3": "features.8", "pool3": "features.14",
               "fc1": "pre_logits.fc1", "fc1.relu": "pre_logits.act1", "fc2": "pre_logits.fc2", "logits": "head"}
    tiny = of_timm("vgg11_bn", modules, 32, model=model, cfg=cfg, mlp_ratio=0.002)
    for name in ["fc1", "fc1.relu", "fc2"]:
        tiny.golden[f"images.{name}"] = tiny.golden[f"images.{name}"].flatten(1)
    return tiny


def mobilenet_v2():
    setting = [[1, 16, 1, 1], [6, 24, 2, 2], [2, 32, 2, 2]]
    model = torchvision.models.MobileNetV2(5, width_mult=0.5, inverted_residual_setting=setting)
    modules = {"features.0": "features.0", "features.1.depthwise": "features.1.conv.0", "features.1": "features.1",
               "features.2.expand": "features.2.conv.0", "features.2.depthwise": "features.2.conv.1",
               "features.3.project": "features.3.conv.3", "features.3": "features.3", "features.5": "features.5",
               "features.6": "features.6", "logits": "classifier"}
    config = {"model_type": "mobilenet_v2", "width_mult": 0.5, "inverted_residual_setting": setting, "num_classes": 5,
              "image_size": 25}
    return made(model, modules, config, 25, TORCHVISION)


def mobilenet_v2_timm():
    """timm's parts put together as in its mobilenetv2_100, but fewer."""
    blocks = timm.models._efficientnet_builder.decode_arch_def(
        [["ds_r1_k3_s1_c16"], ["ir_r2_k3_s2_e6_c24"], ["ir_r2_k3_s2_e2_c32"]])
    narrow = partial(timm.models._efficientnet_builder.round_channels, multiplier=0.5)
    model = timm.models.efficientnet.EfficientNet(
        blocks, num_classes=5, num_features=1280, stem_size=32, round_chs_fn=narrow, act_layer=nn.ReLU6)
    modules = {"conv_stem": "bn1", "features.1.depthwise": "blocks.0.0.bn1", "blocks.0.0": "blocks.0.0",
               "blocks.1.0.expand": "blocks.1.0.bn1", "blocks.1.1": "blocks.1.1", "features.4.project": "blocks.2.0.bn3",
               "blocks.2.1": "blocks.2.1", "conv_head": "bn2", "avgpool": "global_pool", "logits": "classifier"}
    config = {"model_type": "mobilenet_v2", "width_mult": 0.5, "num_classes": 5, "image_size": 24,
              "inverted_residual_setting": [[1, 16, 1, 1], [6, 24, 2, 2], [2, 32, 2, 2]]}
    return made(model, modules, config, 24, TIMM)


def mobilenet_v2_transformers(tf_padding):
    config = transformers.MobileNetV2Config(
        depth_multiplier=0.07, num_labels=5, tf_padding=tf_padding, image_size=32, finegrained_output=tf_padding)
    stem, layer = "mobilenet_v2.conv_stem.{}".format, "mobilenet_v2.layer.{}".format
    modules = {"features.0": stem("first_conv"), "features.1.depthwise": stem("conv_3x3"), "features.1": stem("reduce_1x1"),
               "features.2": layer(0), "features.3.expand": layer(1) + ".expand_1x1", "features.3": layer(1),
               "features.9": layer(7), "features.17": layer(15), "conv_head": "mobilenet_v2.conv_1x1",
               "avgpool": "mobilenet_v2.pooler", "logits": "classifier"}
    return of_transformers(transformers.MobileNetV2ForImageClassification(config), modules, 32)


MODELS = {
    "resnet-basic": resnet_basic,
    "resnet-groups": resnext,
    "resnet-timm-basic": resnet_timm_basic,
    "resnet-timm-bottleneck": resnet_timm_bottleneck,
    "resnet-hf-basic": lambda: resnet_transformers("basic"),
    "resnet-hf-bottleneck": lambda: resnet_transformers("bottleneck"),
    "resnet-hf-strides": lambda: resnet_transformers(
        "bottleneck", downsample_in_bottleneck=True, downsample_in_first_stage=True),
    "vgg": lambda: vgg([6, "M", 8, 8, "M"], False, 32),
    "vgg-bn": lambda: vgg([6, 8, "M", 8, "M"], True, 20),
    "vgg-timm-bn": vgg_timm,
    "mobilenet-v2": mobilenet_v2,
    "mobilenet-v2-timm": mobilenet_v2_timm,
    "mobilenet-v2-hf": lambda: mobilenet_v2_transformers(True),
    "mobilenet-v2-hf-even": lambda: mobilenet_v2_transformers(False),
}
