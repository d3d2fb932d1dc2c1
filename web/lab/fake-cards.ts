// Cards of experiments that are none, with a setting and an exercise of each kind. Never part of the built page.

import type { ExperimentCard } from './experiment-types';

const PAPER = {
  title: 'Task structure and nonlinearity jointly determine learned representational geometry',
  authors: ['Matteo Alleman', 'Jack Lindsey', 'Stefano Fusi'],
  year: 2024,
  venue: 'ICLR 2024',
  arxiv: '2401.13558',
  bibtex: '@inproceedings{alleman2024task,\n  title = {Task structure and nonlinearity},\n  year = {2024}\n}',
};

export const FAKE_CARD: ExperimentCard = {
  slug: 'fake-geometry',
  title: 'Nonlinearity and geometry',
  version: 1,
  paper: PAPER,
  wing: 'compare',
  claims: [
    'Networks of tanh units bend their inputs towards the targets; those of ReLU keep more of the inputs.',
    'The difference is largest where the task is not linear.',
    'It comes from how the units saturate, not from how well the task is learnt.',
  ],
  system: {
    boxes: [
      { id: 'inputs', label: 'Inputs: corners of a cube', row: 0, column: 0 },
      { id: 'hidden', label: 'Hidden layer, tanh or ReLU', row: 0, column: 1 },
      { id: 'targets', label: 'Targets', row: 0, column: 2 },
      { id: 'kernel', label: 'Alignment of kernels', row: 1, column: 1 },
    ],
    arrows: [
      { from: 'inputs', to: 'hidden', label: 'trained' },
      { from: 'hidden', to: 'targets', label: 'trained' },
      { from: 'hidden', to: 'kernel', label: 'measured' },
    ],
  },
  fake: 'Targets that are shuffled are learnt just as well, and yet no alignment with the true ones is left.',
  needs: { gpu: false, files: [], seconds_cpu: 12 },
  seed: 1,
  verify_seeds: [1, 2, 3],
  params: [
    {
      name: 'n_hidden',
      label: 'Hidden units',
      help: 'More units make the network wider, not deeper.',
      unit: 'units',
      kind: { kind: 'integer', min: 8, max: 256, step: 8, default: 64 },
    },
    {
      name: 'rate',
      label: 'Learning rate',
      help: 'How far a step goes.',
      unit: '',
      kind: { kind: 'number', min: 0.001, max: 1, step: 0.1, default: 0.1, is_log: true },
    },
    {
      name: 'unit',
      label: 'Nonlinearity',
      help: 'What a hidden unit does with its sum.',
      unit: '',
      kind: {
        kind: 'choice',
        default: 'tanh',
        options: [
          { name: 'tanh', label: 'tanh', about: 'It saturates on both sides.' },
          { name: 'relu', label: 'ReLU', about: 'It saturates on one side.' },
        ],
      },
    },
    {
      name: 'noisy',
      label: 'Noise on the inputs',
      help: 'Gaussian noise of a tenth.',
      unit: '',
      kind: { kind: 'flag', default: false },
    },
  ],
  exercises: [
    {
      id: 'guess',
      question: 'Which units keep more of the **inputs**?',
      kind: {
        kind: 'prediction',
        params: {},
        options: [
          { label: 'tanh', condition: { reading: 'gap', at_most: 0 } },
          { label: 'ReLU', condition: { reading: 'gap', at_least: 0 } },
        ],
      },
      hint: 'Which of them is linear over half of its range?',
      why: 'ReLU is linear for every input that is above zero.',
    },
    {
      id: 'corners',
      question: 'How many corners has a cube in $d = 3$ dimensions?',
      kind: { kind: 'number', answer: 8, tolerance: 0, unit: 'corners' },
      hint: '$2^d$.',
      why: 'Each of the $d$ coordinates is one of two: $2^3 = 8$.',
    },
    {
      id: 'control',
      question: 'What does the control shuffle?',
      kind: { kind: 'choice', options: ['the inputs', 'the targets', 'the units'], answer: 1 },
      hint: 'See the claims table.',
      why: 'With shuffled targets nothing is left to align with.',
    },
    {
      id: 'narrow',
      question: 'Find a setting at which the gap is small.',
      kind: {
        kind: 'setting',
        goal: 'A gap below 0.2.',
        conditions: [{ reading: 'gap', at_most: 0.2 }],
      },
      hint: 'Fewer units.',
      why: 'A narrow network has no room for both.',
    },
  ],
  lesson: `## What was done

A network with one hidden layer learns targets $y$ from inputs $x$. Its **kernel alignment** is

$$
A = \\frac{\\langle K_h, K_y \\rangle}{\\|K_h\\| \\, \\|K_y\\|}
$$

- with $K_h$ the kernel of the hidden layer,
- and $K_y$ that of the targets.

| unit | alignment |
|---|---|
| tanh | 0.7 |
| ReLU | 0.4 |

<script>alert('no')</script>
`,
};

export const FAKE_CARDS: ExperimentCard[] = [
  FAKE_CARD,
  {
    ...FAKE_CARD,
    slug: 'fake-heads',
    title: 'Heads that retrieve',
    wing: 'language',
    needs: { gpu: true, model: 'tiny-llama', files: [], seconds_cpu: 60 },
    exercises: [],
    params: [],
    paper: { ...PAPER, title: 'Retrieval heads', authors: ['A Wu', 'B Wang', 'C Xiao', 'D Peng'] },
  },
];
