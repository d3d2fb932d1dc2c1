// `window.inscape`: the same as the native commands, for the console and for pages that embed the lab.

import type { CapturedSite, NdArray } from './lab/engine';
import type { ExperimentReport } from './lab/experiment-types';
import type { Stimuli } from './lab/protocol';
import { lab } from './lab/start';
import type {
  AnalysisList,
  ArrayCard,
  DataRecipe,
  DataReport,
  ModelCard,
  Pool,
  Report,
  TrainReport,
} from './lab/types';
import { benchDoor, dataDoor, experimentDoor, trainingDoor } from './pages/doors';
import type { ExperimentRequest } from './pages/experiment/console';
import type { TrainRequest } from './pages/train/console';
import { bench } from './state/bench';
import { page } from './state/page';
import { problem } from './state/problem';

/** Rows of numbers, or an n-d array as `{shape, values}`. */
export type ArrayLikeInput = NdArray | number[][] | { shape: number[]; values: number[] };

export interface CaptureOptions {
  /** Sites by full or short name; the recipe's when absent. */
  sites?: string[];
  /** Pooling; the recipe's when absent. */
  pool?: Pool;
  /** Texts in place of the recipe's inputs. */
  texts?: string[];
  /** Image files in place of the recipe's inputs. */
  images?: { name: string; blob: Blob }[];
  /** Changes on the way, as `fire5 units 0 = zero`; none when absent, whatever the recipe says. */
  changes?: string[];
}

export interface DataConsole {
  /** Reads a file (by its ending: npy, npz, csv, tsv, safetensors) and says what was understood of each of its arrays. */
  add(name: string, blob: Blob): Promise<ArrayCard[]>;
  /** Shows a recipe on the page and runs it. Its arrays are named as their cards are; `sha256` may be left out. */
  run(recipe: DataRecipe): Promise<DataReport>;
  /** Measures, distances, summaries, decoders and maps by their exact names, each with its card. */
  list(): Promise<AnalysisList>;
}

/** Every promise rejects with `{kind, message, causes}`. */
export interface InscapeConsole {
  /** Activations of the model on the page: one `{site, shape, values}` a site, `[n_stimuli, n_units]` when pooled. */
  capture(options?: CaptureOptions): Promise<CapturedSite[]>;
  /** Compares two arrays of the same stimuli by a measure's exact name. */
  compare(
    measure: string,
    a: ArrayLikeInput,
    b: ArrayLikeInput,
  ): Promise<{ measure: string; value: number; n_stimuli: number }>;
  /** Dissimilarities `[n_stimuli, n_stimuli]` of activations `[n_stimuli, n_units]` by a distance's exact name. */
  rdm(distance: string, a: ArrayLikeInput): Promise<NdArray>;
  /**
   * Opens a model of this page, of a hub (`owner/name` with a branch, tag or commit) or of an address (revision
   * `address`), and runs nothing: a `capture` reads only the weights that its sites need.
   */
  openModel(model: { id: string; revision?: string; sha256?: string }): Promise<ModelCard>;
  /** Bytes of the engine's memory at its largest; buffers on a graphics device come on top. */
  memory(): Promise<number>;
  /** Opens a recipe (object or JSON text) on the page and runs it. */
  openRecipe(recipe: unknown): Promise<Report>;
  /** Trains a small network on the page. Resolves with its report, without the weights. */
  train(request: TrainRequest): Promise<Omit<TrainReport, 'weights'>>;
  /** Runs an experiment on the page, whatever has been predicted. Resolves with its report. */
  run(request: ExperimentRequest): Promise<ExperimentReport>;
  /** Arrays of one's own, on the page “Your data”. */
  data: DataConsole;
  /** Takes the graphics device of the page in view away on purpose, to see that the page lives on. */
  loseDevice(): Promise<void>;
  /** Stops the engine on purpose, to see that the page lives on. Rejects, as every call to a lost engine does. */
  trap(): Promise<void>;
}

declare global {
  interface Window {
    inscape: InscapeConsole;
  }
}

export function installConsole() {
  window.inscape = {
    async capture({ sites, pool, texts, images, changes } = {}) {
      const { ready, findStimuli } = await benchDoor.load();
      await ready();
      const { recipe } = bench.value;
      const stimuli: Stimuli = texts
        ? { texts }
        : images
          ? { images }
          : await findStimuli(recipe.inputs, new AbortController().signal);
      return lab.call('capture', [sites ?? recipe.sites, pool ?? recipe.pool, stimuli, changes ?? []]);
    },
    compare: async (measure, a, b) => lab.call('compare', [measure, asArray(a), asArray(b)]),
    rdm: async (distance, a) => lab.call('rdm', [distance, asArray(a)]),
    openModel: async ({ id, revision = 'main', sha256 = '' }) =>
      (await benchDoor.load()).openModel({ id, revision, sha256 }),
    memory: async () => lab.call('memory', []),
    async openRecipe(recipe) {
      const { openJson } = await benchDoor.load();
      page.value = 'bench';
      return openJson(typeof recipe === 'string' ? parse(recipe) : recipe, 'the console');
    },
    train: async (request) => (await trainingDoor.load()).trainHere(request),
    run: async (request) => (await experimentDoor.load()).experimentHere(request),
    data: {
      add: async (name, blob) => (await dataDoor.load()).addHere(name, blob),
      run: async (recipe) => (await dataDoor.load()).runHere(recipe),
      list: async () => (await dataDoor.load()).listHere(),
    },
    loseDevice: async () =>
      page.value === 'train' ? (await trainingDoor.load()).loseDevices() : lab.call('loseDevice', []),
    trap: async () => lab.call('trap', []),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw problem('link', 'Reading the recipe from the console failed: the text is not JSON.');
  }
}

/** Rows of numbers as an n-d array. */
export function asArray(input: ArrayLikeInput): NdArray {
  if (Array.isArray(input)) {
    const width = input[0]?.length ?? 0;
    const odd = input.findIndex((row) => row.length !== width);
    if (odd >= 0) {
      const found = input[odd]!.length;
      throw problem(
        'recipe',
        `Reading rows of numbers failed: row ${odd} has ${found} numbers, but row 0 has ${width}. Give every row the same length.`,
      );
    }
    return { shape: [input.length, width], values: Float64Array.from(input.flat()) };
  }
  const { shape, values } = input;
  return { shape, values: Array.isArray(values) ? Float64Array.from(values) : values };
}
