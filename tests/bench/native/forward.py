"""Forward workloads: name → a function of the setting that returns the function to time."""
import torch
import torch.nn.functional as F
from seeded import ints

N_LAYERS, N_HEADS, WIDTH = 6, 12, 384
BATCH, SEQ = 32, 32
ALPHA = 10.0


def matmul(n):
    def prepare(setting):
        a, b = setting.seeded(1, n, n), setting.seeded(2, n, n)
        return lambda: a @ b

    return prepare


def minilm(setting):
    weights = setting.model("minilm-l6")
    ids = torch.from_numpy(ints(BATCH * SEQ, 1, 20000) + 1000).reshape(BATCH, SEQ)

    def norm(x, name):
        return F.layer_norm(x, (WIDTH,), weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12)

    def linear(x, name):
        return F.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def table(name):
        return weights[f"embeddings.{name}_embeddings.weight"]

    def split(x):
        return x.view(BATCH, SEQ, N_HEADS, WIDTH // N_HEADS).transpose(1, 2)

    def run():
        x = norm(table("word")[ids] + table("position")[:SEQ] + table("token_type")[0], "embeddings.LayerNorm")
        for i in range(N_LAYERS):
            layer = f"encoder.layer.{i}"
            query, key, value = (
                split(linear(x, f"{layer}.attention.self.{which}")) for which in ("query", "key", "value")
            )
            mixed = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).reshape(BATCH, SEQ, WIDTH)
            output = f"{layer}.attention.output"
            x = norm(x + linear(mixed, f"{output}.dense"), f"{output}.LayerNorm")
            inner = F.gelu(linear(x, f"{layer}.intermediate.dense"))
            x = norm(x + linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        return x

    return run


def squeezenet(setting):
    weights, images = setting.model("squeezenet1_1"), setting.seeded(1, 8, 3, 227, 227, scale=256)

    def conv(x, name, **options):
        return F.conv2d(x, weights[f"{name}.weight"], weights[f"{name}.bias"], **options)

    def fire(x, name):
        squeezed = F.relu(conv(x, f"{name}.squeeze"))
        wide = F.relu(conv(squeezed, f"{name}.expand3x3", padding=1))
        return torch.cat([F.relu(conv(squeezed, f"{name}.expand1x1")), wide], 1)

    def run():
        x = F.relu(conv(images, "features.0", stride=2, padding=1))
        for i in range(2, 13):
            x = F.max_pool2d(x, 3, 2) if i in (2, 5, 8) else fire(x, f"features.{i}")
        return conv(x, "classifier.1").mean((2, 3))

    return run


def rdm(setting):
    x = setting.seeded(1, 1000, 768)

    def run():
        squares = (x * x).sum(1, keepdim=True)
        return squares + squares.T - 2 * (x @ x.T)

    return run


def cka(setting):
    """Linear CKA, biased: ‖XᵀY‖² / (‖XᵀX‖ · ‖YᵀY‖) of column-centred X and Y."""
    raw = [setting.seeded(seed, 1000, 768) for seed in (1, 2)]

    def run():
        x, y = (each - each.mean(0) for each in raw)
        norm = torch.linalg.matrix_norm
        return (norm(x.T @ y) ** 2 / (norm(x.T @ x) * norm(y.T @ y))).reshape(1)

    return run


def ridge(setting):
    """W = (XᵀX + αI)⁻¹ XᵀY, by a Cholesky factor."""
    x, y = setting.seeded(1, 1000, 768), setting.seeded(2, 1000, 500)
    penalty = ALPHA * torch.eye(768, dtype=setting.dtype)

    def run():
        factor = torch.linalg.cholesky(x.T @ x + penalty)
        return torch.cholesky_solve(x.T @ y, factor)

    return run


FORWARD = {
    "matmul-512": matmul(512),
    "matmul-1024": matmul(1024),
    "minilm-32x32": minilm,
    "squeezenet-8": squeezenet,
    "rdm-1000x768": rdm,
    "cka-1000x768": cka,
    "ridge-1000x768-500": ridge,
}
