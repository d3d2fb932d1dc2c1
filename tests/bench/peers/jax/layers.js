import { nn, numpy as np } from '@jax-js/jax';

export const linear = (x, [weight, bias]) => np.matmul(x, weight.ref).add(bias.ref);

export function layerNorm(x, [gain, bias], epsilon) {
  const centred = x.ref.sub(np.mean(x, -1, { keepdims: true }));
  const variance = np.mean(np.square(centred.ref), -1, { keepdims: true });
  return centred
    .div(np.sqrt(variance.add(epsilon)))
    .mul(gain.ref)
    .add(bias.ref);
}

/** [batch · seq, heads · width] → [batch, heads, seq, width] */
export const splitHeads = (x, batch, seq, heads) =>
  np.transpose(x.reshape([batch, seq, heads, x.shape.at(-1) / heads]), [0, 2, 1, 3]);

/** [batch, heads, seq, width] → [batch · seq, d] */
export const joinHeads = (x, batch, seq, d) => np.transpose(x, [0, 2, 1, 3]).reshape([batch * seq, d]);

export function attention(query, key, value, width, mask) {
  const scores = np.matmul(query, np.transpose(key, [0, 1, 3, 2])).mul(width ** -0.5);
  return np.matmul(nn.softmax(scores.add(mask), -1), value);
}

/** The mean over rows; `target` is one-hot. */
export const crossEntropy = (logits, target) =>
  np.mean(np.sum(nn.logSoftmax(logits, -1).mul(target), -1)).neg();
