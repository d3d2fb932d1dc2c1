"""Makes crates/nn/tests/golden/nn.json: losses with their gradients, and optimisers over 20 steps, as torch
has them. Run from the repository's root:

    python scripts/golden/make_nn.py

Inputs are drawn in f32 from torch's generator at seed 0; results are computed in f64 and stored with 9 digits.
Not in torch, and written out below: NT-Xent (Chen et al. 2020, eq. 1), Barlow Twins (Zbontar et al. 2021,
algorithm 1), SSIM (Wang et al. 2004, eq. 13), Lion (Chen et al. 2023, algorithm 2).
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(0)
losses = []


def packed(x):
    return {"shape": list(x.shape), "data": [float(f"{v:.9g}") for v in x.double().flatten().tolist()]}


def draw(*shape):
    return torch.randn(*shape).double()


def add(name, loss, inputs, value, n_gradients=1, **params):
    """value(*inputs) gives one number an example; the gradient is that of its mean, for the first inputs."""
    inputs = [x.clone().requires_grad_(at < n_gradients) for at, x in enumerate(inputs)]
    out = value(*inputs)
    out.mean().backward()
    losses.append(
        {
            "name": name,
            "loss": loss,
            "params": params,
            "inputs": [packed(x) for x in inputs],
            "output": packed(out),
            "gradients": [packed(x.grad) for x in inputs[:n_gradients]],
        }
    )


def softmax_loss(smoothing):
    return lambda x, y: F.cross_entropy(x, y.long(), reduction="none", label_smoothing=smoothing)


labels = torch.tensor([0, 3, 6, 2, 2]).double()
add("cross entropy", "cross_entropy", [3 * draw(5, 7), labels], softmax_loss(0.0), smoothing=0.0)
add("cross entropy of large scores", "cross_entropy", [200 * draw(5, 7), labels], softmax_loss(0.0), smoothing=0.0)
add("label smoothing", "cross_entropy", [3 * draw(5, 7), labels], softmax_loss(0.1), smoothing=0.1)

scores = torch.cat([4 * draw(10), torch.tensor([0.0, 0.0, 60.0, -60.0])]).double()
targets = torch.cat([torch.rand(10), torch.tensor([0.0, 1.0, 0.0, 1.0])]).double()
add("binary cross entropy", "binary_cross_entropy", [scores, targets],
    lambda x, y: F.binary_cross_entropy_with_logits(x, y, reduction="none"))
add("squared error", "mean_squared_error", [draw(4, 3), draw(4, 3)], lambda x, y: F.mse_loss(x, y, reduction="none"), 2)
add("Huber", "huber", [2 * draw(4, 3), draw(4, 3)], lambda x, y: F.huber_loss(x, y, reduction="none", delta=0.7), 2,
    delta=0.7)
add("KL divergence", "kl_divergence", [F.log_softmax(draw(4, 6), -1), F.log_softmax(draw(4, 6), -1)],
    lambda p, q: F.kl_div(q, p, reduction="none", log_target=True).sum(-1), 2)
add("cosine", "cosine_similarity", [draw(5, 8), draw(5, 8)], lambda a, b: F.cosine_similarity(a, b), 2)
add("InfoNCE", "info_nce", [draw(6, 8), draw(6, 8)],
    lambda a, b: F.cross_entropy(F.normalize(a) @ F.normalize(b).T / 0.2, torch.arange(6), reduction="none"), 2,
    temperature=0.2)


def nt_xent(a, b):
    z = F.normalize(torch.cat([a, b]))
    n = len(a)
    scores = (z @ z.T / 0.5).masked_fill(torch.eye(2 * n, dtype=torch.bool), float("-inf"))
    return F.cross_entropy(scores, (torch.arange(2 * n) + n) % (2 * n), reduction="none")


def barlow(a, b):
    norm = lambda x: (x - x.mean(0)) / (x.var(0, unbiased=False) + 1e-5).sqrt()
    c = norm(a).T @ norm(b) / len(a)
    same = torch.eye(len(c), dtype=torch.bool)
    return (1 - c[same]).square().sum() + 0.005 * c[~same].square().sum()


def ssim(a, b):
    k = torch.exp(-((torch.arange(11).double() - 5) ** 2) / (2 * 1.5**2))
    k = k / k.sum()
    window = (k[:, None] * k[None, :])[None, None]
    n, channels = a.shape[:2]
    blur = lambda x: F.conv2d(x.reshape(n * channels, 1, *x.shape[2:]), window)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma**2, blur(b * b) - mb**2, blur(a * b) - ma * mb
    c1, c2 = 0.01**2, 0.03**2
    value = (2 * ma * mb + c1) * (2 * cov + c2) / ((ma**2 + mb**2 + c1) * (va + vb + c2))
    return value.reshape(n, -1).mean(1)


add("NT-Xent", "nt_xent", [draw(4, 8), draw(4, 8)], nt_xent, 2, temperature=0.5)
add("Barlow Twins", "barlow_twins", [draw(9, 5), draw(9, 5)], barlow, 2, weight=0.005)
x = torch.rand(2, 2, 14, 13).double()
add("SSIM", "ssim", [x, (x + 0.2 * torch.randn(2, 2, 14, 13)).clamp(0, 1).float().double()], ssim, 2, range=1.0)


# A bent valley: the mean square of tanh(A x) − y, for 12 numbers of which 4 are a bias.
N_STEPS = 20
a, y, start = draw(10, 2), draw(10, 4), draw(12)


def valley(x):
    return (torch.tanh(a @ x[:8].reshape(4, 2).T + x[8:]) - y).square().mean()


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                b1, b2 = group["betas"]
                direction = (b1 * m + (1 - b1) * p.grad).sign()
                p -= group["lr"] * (direction + group["weight_decay"] * p)
                m.mul_(b2).add_(p.grad, alpha=1 - b2)


optimisers = []


def train(settings, make):
    x = start.clone().requires_grad_(True)
    optimiser = make([x])
    path = []
    for _ in range(N_STEPS):
        optimiser.zero_grad()
        valley(x).backward()
        optimiser.step()
        path.append([float(f"{v:.9g}") for v in x.tolist()])
    optimisers.append({"settings": settings, "path": path})


def sgd(rate, momentum=0.0, nesterov=False, decay=0.0):
    train({"optimiser": {"kind": "sgd", "momentum": momentum, "nesterov": nesterov, "weight_decay": decay}, "rate": rate},
          lambda p: torch.optim.SGD(p, lr=rate, momentum=momentum, nesterov=nesterov, weight_decay=decay))


def adam(kind, rate, decay):
    settings = {"kind": kind, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weight_decay": decay}
    make = torch.optim.Adam if kind == "adam" else torch.optim.AdamW
    train({"optimiser": settings, "rate": rate}, lambda p: make(p, lr=rate, weight_decay=decay))


def rms_prop(rate, momentum, decay):
    settings = {"kind": "rms_prop", "alpha": 0.99, "eps": 1e-8, "momentum": momentum, "weight_decay": decay}
    train({"optimiser": settings, "rate": rate},
          lambda p: torch.optim.RMSprop(p, lr=rate, momentum=momentum, weight_decay=decay))


sgd(0.5)
sgd(0.3, momentum=0.9, decay=0.01)
sgd(0.3, momentum=0.9, nesterov=True, decay=0.01)
adam("adam", 0.05, 0.0)
adam("adam", 0.05, 0.1)
adam("adam_w", 0.05, 0.1)
rms_prop(0.02, 0.0, 0.0)
rms_prop(0.02, 0.9, 0.01)
train({"optimiser": {"kind": "lion", "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.1}, "rate": 0.01},
      lambda p: Lion(p, 0.01, (0.9, 0.99), 0.1))

# Clipping: torch's, on the gradient of the first step.
x = start.clone().requires_grad_(True)
valley(x).backward()
gradient = x.grad.clone()
torch.nn.utils.clip_grad_norm_([x], 0.1)

one_cycle = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
schedule = torch.optim.lr_scheduler.OneCycleLR(one_cycle, max_lr=1.0, total_steps=20)
factors = []
for _ in range(20):
    factors.append(schedule.get_last_lr()[0])
    one_cycle.step()
    schedule.step() if len(factors) < 20 else None

OUT = pathlib.Path("crates/nn/tests/golden/nn.json")
OUT.parent.mkdir(parents=True, exist_ok=True)
valley_data = {"a": packed(a), "y": packed(y), "start": packed(start)}
clip = {"gradient": packed(gradient), "clipped": packed(x.grad)}
content = {"losses": losses, "valley": valley_data, "optimisers": optimisers, "clip": clip, "one_cycle": factors}
OUT.write_text(json.dumps(content) + "\n")
print(f"{OUT}: {OUT.stat().st_size} bytes, {len(losses)} losses, {len(optimisers)} optimisers; torch {torch.__version__}")
