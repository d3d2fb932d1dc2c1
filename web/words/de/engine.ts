import type { Catalogue } from '../words';
import { engineAbouts } from './engine-abouts';
import { engineBench } from './engine-bench';
import { engineColumns } from './engine-columns';
import { engineDevices } from './engine-devices';
import { engineExperiments } from './engine-experiments';
import { engineFailures } from './engine-failures';
import { engineFiles } from './engine-files';
import { engineGiven } from './engine-given';
import { engineLaws } from './engine-laws';
import { engineLimits } from './engine-limits';
import { engineMeasures } from './engine-measures';
import { engineModels } from './engine-models';
import { engineOwn } from './engine-own';
import { enginePairs } from './engine-pairs';
import { enginePrediction } from './engine-prediction';
import { engineReasons } from './engine-reasons';
import { engineRefusals } from './engine-refusals';
import { engineSites } from './engine-sites';
import { engineStimuli } from './engine-stimuli';
import { engineTraining } from './engine-training';
import { engineViews } from './engine-views';
import { engineWhys } from './engine-whys';
import { convergentLearning } from './experiment-convergent-learning';
import { experimentFeatureBiases } from './experiment-feature-biases';
import { experimentInformationPlane } from './experiment-information-plane';
import { experimentMatryoshka } from './experiment-matryoshka';
import { experimentPrototypes } from './experiment-prototypes';
import { relativeRepresentations } from './experiment-relative-representations';
import { engineExperimentRetrievalHeads } from './experiment-retrieval-heads';
import { experimentRichLazy } from './experiment-rich-lazy';
import { experimentSparsey } from './experiment-sparsey';
import { topologyGeometry } from './experiment-topology-geometry';
import { engineExperimentVerbatimMemory } from './experiment-verbatim-memory';

/** What the engine says, by its English text. */
export const engine: Catalogue = {
  ...engineAbouts,
  ...engineBench,
  ...engineColumns,
  ...engineExperimentRetrievalHeads,
  ...engineExperimentVerbatimMemory,
  ...engineExperiments,
  ...engineDevices,
  ...engineFailures,
  ...engineFiles,
  ...engineGiven,
  ...engineLaws,
  ...engineLimits,
  ...engineMeasures,
  ...engineModels,
  ...engineOwn,
  ...enginePairs,
  ...enginePrediction,
  ...engineReasons,
  ...engineRefusals,
  ...engineSites,
  ...engineStimuli,
  ...engineTraining,
  ...engineViews,
  ...engineWhys,
  ...experimentMatryoshka,
  ...experimentSparsey,
  ...experimentFeatureBiases,
  ...convergentLearning,
  ...experimentInformationPlane,
  ...experimentPrototypes,
  ...experimentRichLazy,
  ...relativeRepresentations,
  ...topologyGeometry,
};
