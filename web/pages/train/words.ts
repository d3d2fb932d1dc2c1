// What the tasks are called in sentences. A task that is not here is spoken of in the engine's own words.

import type { TaskCard } from '../../lab/types';

interface DataWords {
  /** The size of one part of the training data. */
  n_part: number;
  /** Whether all examples are seen once before any is seen again. */
  has_epochs: boolean;
  /** `garments`. */
  items: string;
  /** What a test measures, with the measured value in words: `names 87.3 % of 10,000 unseen garments correctly`. */
  says(value: string, isPlural: boolean): string;
  /** What training on the first parts alone costs, by their number. */
  expects: Record<number, string>;
}

const NETWORKS: Record<string, [one: string, many: string]> = {
  'fashion-mlp': ['perceptron', 'perceptrons'],
  'fashion-cnn': ['convolutional network', 'convolutional networks'],
  'austen-decoder': ['decoder', 'decoders'],
};

const QUESTIONS: Record<string, string> = {
  'fashion-mlp': 'How well does a small perceptron learn to name garments?',
  'fashion-cnn': 'How well does a small convolutional network learn to name garments?',
  'austen-decoder': 'How well does a small decoder learn to spell like Jane Austen?',
};

const DATA: Record<string, DataWords> = {
  'fashion-mnist': {
    n_part: 12_000,
    has_epochs: true,
    items: 'images',
    says: (value, isPlural) => `${isPlural ? 'name' : 'names'} ${value} of 10,000 unseen garments correctly`,
    expects: { 1: 'expect about 85 %' },
  },
  austen: {
    n_part: 0,
    has_epochs: false,
    items: 'characters',
    says: (value, isPlural) =>
      `${isPlural ? 'need' : 'needs'} ${value} for each character of Austen that ${isPlural ? 'they have' : 'it has'} not read`,
    expects: {},
  },
};

export const networkName = (task: string, isPlural = false) =>
  (NETWORKS[task] ?? ['network', 'networks'])[isPlural ? 1 : 0];

export const questionOf = (task: string) => QUESTIONS[task] ?? 'How does a small network learn?';

export const dataWords = (card: TaskCard): DataWords | undefined => DATA[card.data];
