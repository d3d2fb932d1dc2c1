// Training from the console: on the page, so that it can be watched, paused and cancelled there.

import type { BackendChoice, TrainReport } from '../../lab/types';
import { page } from '../../state/page';
import { updateTrain } from '../../state/train';
import { encodeSetup } from '../../state/train-link';
import { DEFAULT_SETUP, setup, type TrainSetup } from '../../state/train-setup';
import { bare } from './files';
import { start } from './run';

export interface TrainRequest {
  /** `fashion-mlp`, `fashion-cnn` or `austen-decoder`. */
  task: string;
  /** 1 when absent. */
  seed?: number;
  /** Fewer steps than the task's. */
  nSteps?: number;
  /** The first parts of the training data only. */
  nTrainFiles?: number;
  /** The faster one when absent. */
  backend?: BackendChoice;
}

/** Trains on the page. Resolves with the report, without the weights; rejects with an `ErrorReport`. */
export async function trainHere(request: TrainRequest): Promise<Omit<TrainReport, 'weights'>> {
  const asked: TrainSetup = {
    ...DEFAULT_SETUP,
    task: request.task,
    seed: request.seed ?? DEFAULT_SETUP.seed,
    n_steps: request.nSteps,
    n_train_files: request.nTrainFiles,
    backend: request.backend ?? 'auto',
  };
  setup.value = asked;
  updateTrain({ author: undefined });
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${encodeSetup(asked)}`);
  page.value = 'train';
  const [report] = await start(asked);
  return bare(report!);
}
