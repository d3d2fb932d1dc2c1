import type { Catalogue } from '../words';
import { engineAbouts } from './engine-abouts';
import { engineBench } from './engine-bench';
import { engineColumns } from './engine-columns';
import { engineLaws } from './engine-laws';
import { engineLimits } from './engine-limits';
import { engineMeasures } from './engine-measures';
import { engineOwn } from './engine-own';
import { engineTraining } from './engine-training';
import { engineViews } from './engine-views';

/** What the engine says, by its English text. */
export const engine: Catalogue = {
  ...engineAbouts,
  ...engineBench,
  ...engineColumns,
  ...engineLaws,
  ...engineLimits,
  ...engineMeasures,
  ...engineOwn,
  ...engineTraining,
  ...engineViews,
};
