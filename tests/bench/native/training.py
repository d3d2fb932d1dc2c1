"""Training workloads: name → a function of the setting that returns `(update, updates per repetition)`.

`update()` makes one update and returns the loss before it, as a tensor.
"""
import torch
import torch.nn.functional as F
from seeded import ints

TINY = [12, 10, 7, 5, 4, 3, 2]
TINY_ROWS, TINY_RATE, N_NETWORKS = 4096, 0.1, 50
D, HEADS, FF, VOCAB, DECODER_BATCH, SEQ, LAYERS = 128, 4, 512, 512, 8, 64, 4


def trained(parameters, loss, optimizer):
    """The update of `parameters` by what `optimizer` says of `loss()`."""

    def update():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        return value.detach()

    return update


def adam(parameters):
    return torch.optim.Adam(parameters, 1e-3, (0.9, 0.999), 1e-8)


def mlp_parameters(setting, sizes, seed=0):
    return [
        parameter
        for k, (width_in, width_out) in enumerate(zip(sizes, sizes[1:]))
        for parameter in (
            setting.weight(seed + 10 + k, width_in, width_in, width_out),
            setting.constant(0.0, width_out),
        )
    ]


def mlp_logits(x, parameters, activation):
    """Also of stacked parameters: [networks, in, out] and [networks, 1, out]."""
    for k in range(0, len(parameters), 2):
        x = x @ parameters[k] + parameters[k + 1]
        x = activation(x) if k + 2 < len(parameters) else x
    return x


def mlp(setting):
    parameters = mlp_parameters(setting, [784, 256, 256, 10])
    x, labels = setting.seeded(1, 128, 784, scale=2), torch.from_numpy(ints(128, 2, 10))
    loss = lambda: F.cross_entropy(mlp_logits(x, parameters, F.relu), labels)  # noqa: E731
    return trained(parameters, loss, adam(parameters)), 100


def tiny_batch(setting):
    return setting.seeded(1, TINY_ROWS, TINY[0], scale=2), torch.from_numpy(ints(TINY_ROWS, 2, TINY[-1]))


def tiny(setting):
    parameters = mlp_parameters(setting, TINY)
    x, labels = tiny_batch(setting)
    loss = lambda: F.cross_entropy(mlp_logits(x, parameters, torch.tanh), labels)  # noqa: E731
    return trained(parameters, loss, torch.optim.SGD(parameters, TINY_RATE)), 200


def many_tiny(setting):
    """50 networks stacked; the sum of their losses has each network's own gradient, and the mean is reported."""
    networks = [mlp_parameters(setting, TINY, 1000 * s) for s in range(N_NETWORKS)]
    parameters = [
        torch.stack([parameter.detach() for parameter in same]).reshape(N_NETWORKS, -1, same[0].shape[-1]).requires_grad_()
        for same in zip(*networks)
    ]
    x, labels = tiny_batch(setting)
    all_labels = labels.repeat(N_NETWORKS)

    def loss():
        logits = mlp_logits(x, parameters, torch.tanh)
        return F.cross_entropy(logits.reshape(-1, TINY[-1]), all_labels) * N_NETWORKS

    update = trained(parameters, loss, torch.optim.SGD(parameters, TINY_RATE))
    return lambda: update() / N_NETWORKS, 20


def cnn(setting):
    parameters = [
        setting.weight(10, 9, 16, 1, 3, 3), setting.constant(0.0, 16),
        setting.weight(11, 144, 32, 16, 3, 3), setting.constant(0.0, 32),
        setting.weight(12, 1568, 1568, 10), setting.constant(0.0, 10),
    ]
    x, labels = setting.seeded(1, 64, 1, 28, 28, scale=2), torch.from_numpy(ints(64, 2, 10))

    def block(h, weight, bias):
        return F.max_pool2d(F.relu(F.conv2d(h, weight, bias, padding=1)), 2)

    def loss():
        features = block(block(x, *parameters[0:2]), *parameters[2:4])
        return F.cross_entropy(features.flatten(1) @ parameters[4] + parameters[5], labels)

    return trained(parameters, loss, adam(parameters)), 20


def decoder(setting):
    tokens = torch.from_numpy(ints(DECODER_BATCH * (SEQ + 1), 1, VOCAB)).reshape(DECODER_BATCH, SEQ + 1)
    inputs, targets = tokens[:, :-1], tokens[:, 1:].reshape(-1)
    embedding = setting.seeded(10, VOCAB, D, scale=0.2).requires_grad_()
    positions = setting.seeded(11, SEQ, D, scale=0.2).requires_grad_()
    head = setting.weight(12, D, D, VOCAB)

    def norm():
        return [setting.constant(1.0, D), setting.constant(0.0, D)]

    def linear(width_in, width_out, seed):
        return [setting.weight(seed, width_in, width_in, width_out), setting.constant(0.0, width_out)]

    layers = [
        [*norm(), *linear(D, 3 * D, 20 + 4 * l), *linear(D, D, 21 + 4 * l),
         *norm(), *linear(D, FF, 22 + 4 * l), *linear(FF, D, 23 + 4 * l)]
        for l in range(LAYERS)
    ]
    last_norm = norm()

    def loss():
        x = embedding[inputs] + positions
        for gain1, bias1, qkv, qkv_bias, out, out_bias, gain2, bias2, up, up_bias, down, down_bias in layers:
            joint = F.layer_norm(x, (D,), gain1, bias1) @ qkv + qkv_bias
            query, key, value = joint.view(DECODER_BATCH, SEQ, 3, HEADS, D // HEADS).permute(2, 0, 3, 1, 4)
            mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
            x = x + mixed.transpose(1, 2).reshape(DECODER_BATCH, SEQ, D) @ out + out_bias
            inner = F.gelu(F.layer_norm(x, (D,), gain2, bias2) @ up + up_bias, approximate="tanh")
            x = x + inner @ down + down_bias
        return F.cross_entropy((F.layer_norm(x, (D,), *last_norm) @ head).view(-1, VOCAB), targets)

    parameters = [embedding, positions, head, *last_norm, *(parameter for layer in layers for parameter in layer)]
    return trained(parameters, loss, adam(parameters)), 10


TRAINING = {
    "mlp-train": mlp,
    "cnn-train": cnn,
    "transformer-train": decoder,
    "tiny-mlp-train": tiny,
    "tiny-mlp-50-train": many_tiny,
}
