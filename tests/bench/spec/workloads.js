/**
 * Every workload: its kind, the arithmetic of its matrix products and convolutions (2 for a multiplication with an
 * addition; elementwise work is not counted), and how many times faster than the best peer Inscape means to be on the
 * CPU path. README.md defines what each computes.
 */
import { ROWS, TARGETS, UNITS } from './analyses.js';
import { CNN } from './cnn.js';
import { DECODER } from './decoder.js';
import { MLP, N_NETWORKS, TINY } from './mlp.js';
import { MINILM, SQUEEZENET, SQUEEZENET_LAYERS } from './pretrained.js';

/** `check` may differ from its reference by this much, relatively, unless `tolerance` or, for us, `ourTolerance` says otherwise. */
export const TOLERANCE = 2e-4;

/**
 * The loss of the tiny networks stays near ln 2 and moves by 7e-7 an update, so only this tells six updates from four.
 * Inscape is held to it; the peers are not, because their running f32 sums over 4096 rows are off by up to 6e-5.
 */
const TINY_TOLERANCE = 1e-6;

/** What the speed of products is measured by; it is the gemm limit of its path. */
export const GEMM_WORKLOAD = 'matmul-1024';

export const workloads = [
  { name: 'matmul-512', kind: 'forward', flops: 2 * 512 ** 3, bar: 1 },
  { name: GEMM_WORKLOAD, kind: 'forward', flops: 2 * 1024 ** 3, bar: 1 },
  { name: 'minilm-32x32', kind: 'forward', flops: minilmFlops(), bar: 1.05 },
  { name: 'squeezenet-8', kind: 'forward', flops: squeezenetFlops(), bar: 1.05 },
  { name: 'rdm-1000x768', kind: 'forward', flops: 2 * ROWS ** 2 * UNITS, bar: 1.2 },
  { name: 'cka-1000x768', kind: 'forward', flops: 3 * 2 * ROWS * UNITS ** 2 },
  { name: 'ridge-1000x768-500', kind: 'forward', flops: ridgeFlops() },
  { name: 'mlp-train', kind: 'training', updates: 100, flops: mlpFlops(MLP), bar: 1.3 },
  { name: 'cnn-train', kind: 'training', updates: 20, flops: cnnFlops(), bar: 6 },
  { name: 'transformer-train', kind: 'training', updates: 10, flops: decoderFlops(), bar: 1.5 },
  {
    name: 'tiny-mlp-train',
    kind: 'training',
    updates: 200,
    flops: mlpFlops(TINY),
    bar: 3,
    ourTolerance: TINY_TOLERANCE,
  },
  {
    name: 'tiny-mlp-50-train',
    kind: 'training',
    updates: 20,
    flops: N_NETWORKS * mlpFlops(TINY),
    ourTolerance: TINY_TOLERANCE,
  },
  // The check is a fingerprint of ids, so nothing but the exact ids will do.
  { name: 'decode', kind: 'decode', flops: decodeFlops(), bar: 1.2, tolerance: 1e-9 },
];

export function workloadNamed(name) {
  const found = workloads.find((workload) => workload.name === name);
  if (!found)
    throw new Error(
      `No workload is called “${name}”; there are ${workloads.map((each) => each.name).join(', ')}.`,
    );
  return found;
}

/** Every token meets four d × d and two d × ff matrices a layer, and `seq` keys and values. */
function minilmFlops() {
  const { batch, seq, d, ff, layers } = MINILM;
  return layers * batch * seq * (2 * (4 * d * d + 2 * d * ff) + 4 * seq * d);
}

function squeezenetFlops() {
  const { batch, side } = SQUEEZENET;
  const conv = (pixels, from, to, kernel) => 2 * pixels * from * to * kernel ** 2;
  // Squeeze widths of the fire modules; each expands to eight times as many channels.
  const squeezes = { 3: 16, 4: 16, 6: 32, 7: 32, 9: 48, 10: 48, 11: 64, 12: 64 };
  let edge = Math.floor((side + 2 - 3) / 2) + 1;
  let channels = 64;
  let flops = conv(edge ** 2, 3, channels, 3);
  for (const layer of SQUEEZENET_LAYERS) {
    if (layer === 'pool') {
      edge = Math.floor((edge - 3) / 2) + 1;
      continue;
    }
    const squeeze = squeezes[layer];
    const half = 4 * squeeze;
    flops += conv(edge ** 2, channels, squeeze, 1);
    flops += conv(edge ** 2, squeeze, half, 1) + conv(edge ** 2, squeeze, half, 3);
    channels = 2 * half;
  }
  return batch * (flops + conv(edge ** 2, channels, 1000, 1));
}

/** XᵀX and XᵀY, a Cholesky factor of XᵀX + αI, and two triangular solves for all targets. */
function ridgeFlops() {
  const products = 2 * ROWS * UNITS * (UNITS + TARGETS);
  return products + UNITS ** 3 / 3 + 2 * UNITS ** 2 * TARGETS;
}

/** Each product has two in the backward pass, but the first layer needs no gradient of its input. */
function mlpFlops({ sizes, rows }) {
  const products = sizes.slice(1).map((width, k) => 2 * rows * sizes[k] * width);
  return products.reduce((sum, flops) => sum + 3 * flops, -products[0]);
}

function cnnFlops() {
  const { batch, side, channels, classes } = CNN;
  const first = 2 * batch * side ** 2 * 9 * channels[0] * channels[1];
  const second = 2 * batch * (side / 2) ** 2 * 9 * channels[1] * channels[2];
  const dense = 2 * batch * (side / 4) ** 2 * channels[2] * classes;
  return 2 * first + 3 * (second + dense);
}

/** The embedding is a look-up. Attention is counted whole, though half of it is masked. */
function decoderFlops() {
  const { layers, d, ff, vocab, batch, seq } = DECODER;
  const token = layers * (2 * (4 * d * d + 2 * d * ff) + 4 * seq * d) + 2 * d * vocab;
  return 3 * batch * seq * token;
}

/** One token through SmolLM2-135M: every weight of its matrices once; attention over 48 keys, the middle of the run. */
function decodeFlops() {
  const layers = 30;
  const d = 576;
  const keyWidth = 192;
  const ff = 1536;
  const vocab = 49152;
  return layers * (2 * (2 * d * d + 2 * d * keyWidth + 3 * d * ff) + 4 * 48 * d) + 2 * d * vocab;
}
