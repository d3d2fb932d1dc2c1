// Stand-ins for experiments, for tests and for working on the page without building Rust. They measure nothing: their
// numbers follow from the seed and the settings. Never part of the built page.

import type { ExperimentLab } from './engine';
import type { ExperimentRecipe, ExperimentReport, Values } from './experiment-types';
import type { Figure } from './types';

/** How the fake goes about it. */
export interface FakePace {
  n_steps: number;
  ms_per_step: number;
}

/** The engine's module of experiments, pretended. */
export function fakeExperiments(pace: FakePace = { n_steps: 40, ms_per_step: 60 }): ExperimentLab {
  return {
    async run(recipe, _, job) {
      const begun = performance.now();
      for (let step = 1; step <= pace.n_steps; step++) {
        const done = step / pace.n_steps;
        const seconds_left = ((performance.now() - begun) / 1000 / done) * (1 - done);
        job.progress({ stage: 'training', done, seconds_left });
        job.show(figuresOf(recipe, done));
        if (pace.ms_per_step > 0) await new Promise((resolve) => setTimeout(resolve, pace.ms_per_step));
        if (await job.breathe()) throw { kind: 'cancelled', message: 'the run was cancelled', causes: [] };
      }
      return fakeReport(recipe, (performance.now() - begun) / 1000);
    },
    compare_digests(author, mine) {
      const isSame =
        JSON.stringify(author.figures.map((f) => f.hash)) === JSON.stringify(mine.figures.map((f) => f.hash));
      return isSame ? { kind: 'exact' } : { kind: 'differs', figure: mine.figures[0]?.id ?? '', worst: 0.3 };
    },
  };
}

/** A report as the engine would give it. */
export function fakeReport(recipe: ExperimentRecipe, seconds = 1): ExperimentReport {
  const figures = figuresOf(recipe, 1);
  const gap = gapOf(recipe);
  const digest = {
    backend: recipe.backend,
    figures: figures.map(({ caption }) => ({
      id: caption.id,
      hash: hashOf(`${caption.id} ${recipe.seed} ${JSON.stringify(recipe.params)}`),
      samples: Array.from({ length: 12 }, (_, i) => Number((gap * i).toPrecision(6))),
      scale: 1,
    })),
  };
  const control = {
    control: 'With shuffled targets the gap must stay below 0.1.',
    control_measured: 'It was 0.02.',
    control_holds: true,
  };
  return {
    recipe: { ...recipe, defaults: 1, engine: '0.1.0', digest },
    run: {
      engine: '0.1.0',
      backend: recipe.backend,
      device: 'CPU, one thread',
      precision: 'f32',
      seed: recipe.seed,
      n_repeats: 5,
      times: [{ stage: 'training', seconds }],
    },
    figures,
    claims: [
      {
        ...control,
        id: 'gap',
        claim: 'ReLU keeps more of the inputs than tanh',
        measured: `The alignment with the inputs differs by ${gap.toFixed(3)}.`,
        value: gap,
        interval: [gap - 0.05, gap + 0.05],
        n: 5,
        unit: '',
        criterion: 'The gap is at least 0.2.',
        verdict: gap >= 0.2 ? 'holds' : 'fails',
        about: 'Kernel alignment of the hidden layer, mean over five networks.',
      },
      {
        ...control,
        id: 'loss',
        claim: 'Both learn the task equally well',
        measured: 'The losses were not compared at these settings.',
        n: 5,
        unit: '',
        criterion: 'The losses differ by less than 0.02.',
        verdict: 'open',
        about: 'Losses after training.',
      },
    ],
    readings: [{ name: 'gap', value: gap, unit: '' }],
    warnings: [],
  };
}

const gapOf = ({ seed, params }: { seed: number; params: Values }) =>
  0.3 + (Number(params.n_hidden ?? 64) - 64) / 400 + (((seed * 7919) % 13) - 6) / 200;

function figuresOf(recipe: ExperimentRecipe, done: number): Figure[] {
  const gap = gapOf(recipe) * done;
  const places = Array.from({ length: 12 }, (_, i) => i);
  const caption = (id: string, finding: string) => ({
    id,
    finding,
    about: 'Kernel alignment of the hidden layer',
    unit: 'alignment',
    n: 5,
    alt: finding,
  });
  return [
    {
      kind: 'curve',
      caption: caption('alignment', `The gap grows to ${gap.toFixed(2)}.`),
      labels: places.map((i) => String(i * 100)),
      values: places.map((i) => gap * (1 - Math.exp(-i / 3))),
      y_name: 'gap of alignment',
      x_name: 'step',
    },
    {
      kind: 'intervals',
      caption: caption('units', 'ReLU keeps more of the inputs than tanh.'),
      title: 'Alignment by unit',
      labels: ['tanh', 'ReLU'],
      values: [0.5 - gap / 2, 0.5 + gap / 2],
      intervals: [
        [0.45 - gap / 2, 0.55 - gap / 2],
        [0.45 + gap / 2, 0.55 + gap / 2],
      ],
      notes: ['', ''],
      x_name: 'alignment',
    },
    {
      kind: 'scatter',
      caption: caption('plane', 'The corners lie apart.'),
      labels: places.map((i) => `corner ${i}`),
      x: places.map((i) => Math.cos(i * (1 + gap))),
      y: places.map((i) => Math.sin(i * 2.1)),
      x_name: 'first component',
      y_name: 'second component',
      groups: places.map((i) => (i % 2 ? 'odd' : 'even')),
    },
  ];
}

/** Sixteen hex digits of a text (FNV-1a, twice). */
function hashOf(text: string): string {
  const half = (start: number) => {
    let bits = start;
    for (const letter of text) bits = Math.imul(bits ^ letter.charCodeAt(0), 0x01000193);
    return (bits >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9e3779b1);
}
