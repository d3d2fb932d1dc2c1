// A stand-in for the engine's training, for tests and for working on the page without building Rust. It learns nothing:
// its curves are drawn from the seed, and its weights are a hash of what was asked. Never part of the built page.

import { sha256 } from '../fetch/sha256';
import type { Lab, TrainHost } from './engine';
import type { TaskCard, TrainOptions, TrainPoint, TrainReport } from './types';

const ACCURACY = { name: 'test accuracy', unit: '%', is_higher_better: true };
const GARMENTS = {
  data: 'fashion-mnist',
  train_files: [1, 2, 3, 4, 5].map((part) => `train-${part}.npz`),
  test_files: ['test.npz'],
  optimiser: 'AdamW, rate 0.002, 50 steps of warm-up, then cosine to 0',
};

export const FAKE_TASKS: TaskCard[] = [
  {
    ...GARMENTS,
    id: 'fashion-mlp',
    title: 'Garments by a perceptron',
    about: 'Names ten kinds of garments from 28 × 28 grey pixels, which it sees as one list of numbers.',
    network: '784–256–10, ReLU',
    n_parameters: 203_530,
    batch: 128,
    n_steps: 3744,
    steps_per_epoch: 468,
    metric: { ...ACCURACY, target: 88 },
    budget_secs: 60,
  },
  {
    ...GARMENTS,
    id: 'fashion-cnn',
    title: 'Garments by a convolutional network',
    about: 'The same garments, by a network that looks at small patches everywhere alike.',
    network: 'conv 3 × 3, 1–16–32, each with ReLU and 2 × 2 max-pool; 1568–64–10',
    n_parameters: 105_866,
    batch: 64,
    n_steps: 4685,
    steps_per_epoch: 937,
    metric: { ...ACCURACY, target: 90.5 },
    budget_secs: 300,
  },
  {
    id: 'austen-decoder',
    title: 'The next character of Jane Austen',
    about: 'Guesses each next character of Pride and Prejudice and Persuasion from the 64 before it.',
    data: 'austen',
    train_files: ['text.txt'],
    test_files: [],
    network: 'decoder, 2 layers, d 64, 2 heads, MLP 256 with GELU, learned positions',
    n_parameters: 113_997,
    optimiser: 'AdamW, rate 0.004, decay 0.1, clip 1, 100 steps of warm-up, then cosine to a tenth',
    batch: 32,
    n_steps: 1500,
    steps_per_epoch: 250,
    metric: { name: 'validation loss', unit: 'nats per character', target: 1.6, is_higher_better: false },
    budget_secs: 240,
  },
];

/** How often the fake says what; the engine counts seconds where the fake counts steps. */
export interface FakePace {
  steps_per_breath: number;
  ms_per_breath: number;
  point_every: number;
  keep_every: number;
}

/** What the fake needs to know of the device: its kind, its name, and whether it was taken away. */
export interface FakeDevice {
  backend: 'cpu' | 'gpu';
  name: string;
  is_lost: boolean;
}

/** Trains by the contract of the engine. */
export async function fakeTrain(
  { task, seed, n_train_files, n_steps }: TrainOptions,
  files: { name: string; bytes: Uint8Array }[],
  kept: Uint8Array | undefined,
  host: TrainHost,
  device: FakeDevice,
  pace: FakePace = {
    steps_per_breath: n_steps === undefined ? 12 : 1,
    ms_per_breath: 40,
    point_every: 10,
    keep_every: 50,
  },
): Promise<TrainReport> {
  const card = FAKE_TASKS.find(({ id }) => id === task);
  if (!card) throw { kind: 'recipe', message: `there is no task “${task}”`, causes: [] };
  if (files.some(({ bytes }) => bytes.length === 0))
    throw { kind: 'format', message: 'a file is empty', causes: [] };
  const last = Math.min(n_steps ?? card.n_steps, card.n_steps);
  let step = kept ? Number(new TextDecoder().decode(kept)) : 0;
  const first = step;
  const [started, random] = [performance.now(), noise(seed)];
  let point: TrainPoint = { step, epoch: 0, loss: Number.NaN, rate: 0 };
  while (step < last) {
    step += 1;
    point = pointOf(card, step, random(step), seed);
    const isTest = step % card.steps_per_epoch === 0 || step === last;
    if (isTest || step % pace.point_every === 0)
      host.point(isTest ? { ...point, metric: metricOf(card, step, seed) } : point);
    if (step % pace.keep_every === 0 || step === first + 1)
      host.kept(new TextEncoder().encode(String(step)), step);
    if (step % pace.steps_per_breath !== 0) continue;
    const steps_per_sec = ((step - first) * 1000) / Math.max(performance.now() - started, 1);
    host.progress({ step, n_steps: last, steps_per_sec, seconds_left: (last - step) / steps_per_sec });
    if (pace.ms_per_breath > 0) await new Promise((resolve) => setTimeout(resolve, pace.ms_per_breath));
    if (await host.breathe()) throw { kind: 'cancelled', message: 'the run was cancelled', causes: [] };
    if (device.is_lost)
      throw { kind: 'device', message: 'the graphics device was lost (Destroyed)', causes: [] };
  }
  const asked = JSON.stringify({ task, seed, n_train_files, last });
  const digest = await sha256(new Blob([asked]));
  return {
    task,
    seed,
    step: last,
    n_steps: last,
    loss: point.loss,
    metric: metricOf(card, last, seed),
    sha256: digest,
    backend: device.backend,
    device: device.name,
    precision: 'f32',
    engine_version: '0.1.0',
    n_train: card.data === 'austen' ? 1_036_461 : 12_000 * (n_train_files ?? 5),
    n_test: card.data === 'austen' ? 32_768 : 10_000,
    seconds: (performance.now() - started) / 1000,
    kernels_per_step: 31,
    allocated_bytes_per_step: 0,
    peak_bytes_per_step: 0,
    weights: new TextEncoder().encode(digest),
  };
}

/** Gives a real lab the fake training. */
export function withFakeTraining(lab: Lab): Lab {
  const device: FakeDevice = { backend: 'cpu', name: 'CPU, one thread', is_lost: false };
  const probe = lab.probe.bind(lab);
  return Object.assign(lab, {
    probe: async (choice: Parameters<Lab['probe']>[0]) => {
      const capability = await probe(choice);
      const name = capability.backends.find(({ backend }) => backend === capability.chosen)?.name ?? '';
      Object.assign(device, { backend: capability.chosen, name, is_lost: false });
      return capability;
    },
    train_tasks: () => FAKE_TASKS,
    train: (...[options, files, kept, host]: Parameters<Lab['train']>) =>
      fakeTrain(options, files, kept, host, device),
    lose_device: () => {
      device.is_lost = true;
    },
  });
}

function pointOf(card: TaskCard, step: number, random: number, seed: number): TrainPoint {
  const [top, floor] = card.metric.unit === '%' ? [2.3, 0.22] : [4.4, 1.38];
  const pace = card.steps_per_epoch * (0.5 + (seed % 3) / 20);
  const loss = floor + (top - floor) / (1 + (step / pace) * 6) + (random - 0.5) * floor * 0.5;
  return {
    step,
    epoch: step / card.steps_per_epoch,
    loss,
    rate: 2e-3 * (0.5 + 0.5 * Math.cos((Math.PI * step) / card.n_steps)),
  };
}

function metricOf({ metric, steps_per_epoch }: TaskCard, step: number, seed: number): number {
  const away = (metric.target * 0.08 * steps_per_epoch) / (step + steps_per_epoch * 0.4);
  const luck = Math.sin(seed * 12.9 + step) * metric.target * 0.002;
  return metric.is_higher_better
    ? metric.target * 1.012 - away + luck
    : metric.target * 0.96 + 4 * away + luck;
}

/** Numbers from 0 to 1 by seed and step (the finaliser of MurmurHash3). */
function noise(seed: number) {
  return (step: number) => {
    let bits = Math.imul(seed * 7919 + step, 0x9e3779b1);
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
}
