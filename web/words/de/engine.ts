import type { Catalogue } from '../words';
import { engineAbouts } from './engine-abouts';
import { engineBench } from './engine-bench';
import { engineColumns } from './engine-columns';
import { engineExperiments } from './engine-experiments';
import { engineFailures } from './engine-failures';
import { engineFiles } from './engine-files';
import { engineGiven } from './engine-given';
import { engineLaws } from './engine-laws';
import { engineLimits } from './engine-limits';
import { engineMeasures } from './engine-measures';
import { engineOwn } from './engine-own';
import { enginePairs } from './engine-pairs';
import { enginePrediction } from './engine-prediction';
import { engineStimuli } from './engine-stimuli';
import { engineTraining } from './engine-training';
import { engineViews } from './engine-views';

/** What the engine says, by its English text. */
export const engine: Catalogue = {
  ...engineAbouts,
  ...engineBench,
  ...engineColumns,
  ...engineExperiments,
  ...engineFailures,
  ...engineFiles,
  ...engineGiven,
  ...engineLaws,
  ...engineLimits,
  ...engineMeasures,
  ...engineOwn,
  ...enginePairs,
  ...enginePrediction,
  ...engineStimuli,
  ...engineTraining,
  ...engineViews,
};
