// What the tasks are called in sentences. A task that is not here is spoken of in the engine's own words.

import type { TaskCard } from '../../lab/types';
import { t } from '../../words/words';

interface DataWords {
  /** The size of one part of the training data. */
  n_part: number;
  /** Whether all examples are seen once before any is seen again. */
  has_epochs: boolean;
  /** So many examples: `12,000 images`. */
  items(n: string): string;
  /** What a test measures, with the measured value in words: `names 87.3 % of 10,000 unseen garments correctly`. */
  says(value: string, isPlural: boolean): string;
  /** What training on the first parts alone costs, by their number. */
  expects: Record<number, string>;
}

/** How the runs of a task are spoken of: one, or `how many` in words. */
interface Networks {
  one: string;
  many(howMany: string): string;
}

const NETWORKS: Record<string, Networks> = {
  'fashion-mlp': { one: t`the perceptron`, many: (n) => t`${n} perceptrons` },
  'fashion-cnn': { one: t`the convolutional network`, many: (n) => t`${n} convolutional networks` },
  'austen-decoder': { one: t`the decoder`, many: (n) => t`${n} decoders` },
};
const OTHER: Networks = { one: t`the network`, many: (n) => t`${n} networks` };
const HOW_MANY = ['', '', t`two`, t`three`, t`four`];

const QUESTIONS: Record<string, string> = {
  'fashion-mlp': t`How well does a small perceptron learn to name garments?`,
  'fashion-cnn': t`How well does a small convolutional network learn to name garments?`,
  'austen-decoder': t`How well does a small decoder learn to spell like Jane Austen?`,
};

const DATA: Record<string, DataWords> = {
  'fashion-mnist': {
    n_part: 12_000,
    has_epochs: true,
    items: (n) => t`${n} images`,
    says: (value, isPlural) =>
      isPlural
        ? t`name ${value} of 10,000 unseen garments correctly`
        : t`names ${value} of 10,000 unseen garments correctly`,
    expects: { 1: t`expect about 85 %` },
  },
  austen: {
    n_part: 0,
    has_epochs: false,
    items: (n) => t`${n} characters`,
    says: (value, isPlural) =>
      isPlural
        ? t`need ${value} for each character of Austen that they have not read`
        : t`needs ${value} for each character of Austen that it has not read`,
    expects: {},
  },
};

/** The networks of `nRuns` runs, as a sentence's subject: `the perceptron`, `three perceptrons`. */
export function networkName(task: string, nRuns: number): string {
  const { one, many } = NETWORKS[task] ?? OTHER;
  return nRuns === 1 ? one : many(HOW_MANY[nRuns] ?? String(nRuns));
}

export const questionOf = (task: string) => QUESTIONS[task] ?? t`How does a small network learn?`;

export const dataWords = (card: TaskCard): DataWords | undefined => DATA[card.data];
