"""Tiny recurrent language models, of torch's own layers."""
import torch
from torch import nn

from .recording import Tiny, shake, text

IDS = [3, 17, 0, 28, 28, 5, 11]
HIDDEN, VOCAB = 12, 29


class Model(nn.Module):
    """Embedding (or one-hot), layers, head; under names of the caller's."""

    def __init__(self, layers, n_embed, names, head_bias=True, is_tied=False):
        super().__init__()
        self.names, self.n_embed = names, n_embed
        if n_embed:
            setattr(self, names[0], nn.Embedding(VOCAB, n_embed))
        setattr(self, names[1], layers)
        setattr(self, names[2], nn.Linear(HIDDEN, VOCAB, bias=head_bias))
        if is_tied:
            getattr(self, names[2]).weight = getattr(self, names[0]).weight


def layer_alone(rnn, k):
    """Layer `k` of a stack as a stack of one."""
    x, h = ((rnn.input_size if k == 0 else rnn.hidden_size), rnn.hidden_size)
    options = {"nonlinearity": rnn.nonlinearity} if isinstance(rnn, nn.RNN) else {}
    alone = type(rnn)(x, h, bias=rnn.bias, batch_first=True, **options)
    for name in [name for name, _ in alone.named_parameters()]:
        getattr(alone, name).copy_(getattr(rnn, name.replace("_l0", f"_l{k}")))
    return alone


def made(cell, config, layers, n_embed=10, names=("embedding", "rnn", "head"), **options):
    model = shake(Model(layers, n_embed, names, **options), scale=0.5)
    embed, rnn, head = (getattr(model, name, None) for name in names)
    ids = torch.tensor([IDS])
    x = embed(ids) if embed else nn.functional.one_hot(ids, VOCAB).float()
    sites = {"hook_embed": x}
    outputs, _ = rnn(x)
    for k in range(rnn.num_layers):
        alone = layer_alone(rnn, k)
        # The states after each step, as the library itself returns them for a text that ends there.
        ends = [alone(x[:, : n + 1])[1] for n in range(len(IDS))]
        if cell == "lstm":
            sites[f"layers.{k}.hook_c"] = torch.cat([c for _, c in ends], 1)
            ends = [h for h, _ in ends]
        x = torch.cat(ends, 1)
        sites[f"layers.{k}.hook_h"] = x
    assert torch.allclose(x, outputs, atol=1e-6)
    sites["logits"] = head(outputs)
    config = {"model_type": "rnn_lm", "cell": cell, "vocab_size": VOCAB, "hidden_size": HIDDEN,
              "num_layers": rnn.num_layers, **({"embedding_size": n_embed} if n_embed else {}), **config}
    weights = dict(model.state_dict())
    if options.get("is_tied"):
        del weights[f"{names[2]}.weight"]
    return Tiny(config, weights, text(sites, IDS), f"torch {torch.__version__}")


def stack(kind, n_in=10, n_layers=2, **options):
    return kind(n_in, HIDDEN, n_layers, batch_first=True, **options)


MODELS = {
    "rnn-lm-lstm": lambda: made("lstm", {}, stack(nn.LSTM)),
    "rnn-lm-lstm-tied": lambda: made(
        "lstm", {"bias": False, "head_bias": False, "tie_word_embeddings": True},
        stack(nn.LSTM, HIDDEN, bias=False), HIDDEN, ("encoder", "rnn", "decoder"), head_bias=False, is_tied=True),
    "rnn-lm-gru": lambda: made("gru", {}, stack(nn.GRU, n_layers=3), names=("embed", "gru", "fc")),
    "rnn-lm-tanh": lambda: made("rnn", {}, stack(nn.RNN, VOCAB, 3), None),
    "rnn-lm-relu": lambda: made("rnn", {"nonlinearity": "relu"}, stack(nn.RNN, n_layers=3, nonlinearity="relu")),
}
