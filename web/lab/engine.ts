// The wasm modules as the worker sees them. Loading them is the worker's business alone.

import type { ExperimentRecipe, ExperimentReport } from './experiment-types';
import type {
  AnalysisList,
  ArrayCard,
  BackendChoice,
  Capability,
  Choice,
  Cost,
  DataRecipe,
  DataReport,
  Digest,
  Figure,
  ModelCard,
  ModelRef,
  Pool,
  Progress,
  Reading,
  Recipe,
  Report,
  SiteCheck,
  TaskCard,
  TrainOptions,
  TrainPoint,
  TrainProgress,
  TrainReport,
  Verdict,
} from './types';

/** Bytes of a weights file, read by range. */
export interface WeightsFile {
  name: string;
  length: number;
  /** Whether all of its bytes are on this machine, so that it can be hashed. */
  isLocal: boolean;
  read(start: number, length: number): Promise<Uint8Array>;
}

/** A decoded image: 8-bit RGBA, row-major. */
export interface Pixels {
  name: string;
  width: number;
  height: number;
  data: Uint8Array;
}

/** Stimuli as the engine takes them. */
export interface StimuliInput {
  images?: Pixels[];
  texts?: { text: string; ids: Uint32Array }[];
}

/** The tokeniser as the engine asks it: what an id reads as, and the ids of a text with its special tokens. */
export interface Vocabulary {
  piece(id: number): string;
  encode(text: string): Uint32Array;
}

/** Who hears of a job's progress and may cancel it (`breathe` resolves to true). */
export interface JobHost {
  progress(progress: Progress): void;
  breathe(): Promise<boolean>;
}

/** Who hears of a training run. `breathe` stays open while the run is paused and resolves to true to cancel it. */
export interface TrainHost {
  progress(progress: TrainProgress): void;
  point(point: TrainPoint): void;
  /** A snapshot from which `train` can go on, and the step that it was taken after. */
  kept(bytes: Uint8Array, step: number): void;
  breathe(): Promise<boolean>;
}

/** Who hears of an experiment. `breathe` stays open while it is paused and resolves to true to cancel it. */
export interface ExperimentHost extends JobHost {
  /** Figures as they stand; those of the report follow at the end. */
  show(figures: Figure[]): void;
}

/** An n-d array, row-major. */
export interface NdArray {
  shape: number[];
  values: Float32Array | Float64Array;
}

/** Activations of all stimuli at one site: `[n_stimuli, n_units]` when pooled. */
export interface CapturedSite {
  site: string;
  shape: number[];
  values: Float32Array;
  /** Tokens of each text; empty for images. */
  n_positions?: number[];
}

/** Every measure, distance and architecture that the engine knows. */
export interface Catalogue {
  measures: Choice[];
  distances: Choice[];
  architectures: string[];
}

/** The main wasm class. */
export interface Lab {
  probe(choice: BackendChoice): Promise<Capability>;
  /** Reads config and headers; a model whose hash is not known is hashed, with progress, when all of it is local. */
  open(model: ModelRef, config: Uint8Array, weights: WeightsFile[], job: JobHost): Promise<ModelCard>;
  /** The `tokenizer.json` that a GGUF file holds. */
  tokenizer(): Uint8Array | undefined;
  run(recipe: Recipe, stimuli: StimuliInput, job: JobHost, vocabulary?: Vocabulary): Promise<Report>;
  capture(
    sites: string[],
    pool: Pool,
    stimuli: StimuliInput,
    changes: string[],
    job: JobHost,
  ): Promise<CapturedSite[]>;
  /** What sites would read and hold, known from sizes alone. */
  cost(sites: string[]): Cost;
  /** Multiply-adds up to the deepest of the sites; a length for each stimulus, of texts in tokens. */
  multiply_adds(sites: string[], lengths: Uint32Array): number;
  check_sites(job: JobHost): Promise<SiteCheck>;
  compare(measure: string, a: NdArray, b: NdArray): { measure: string; value: number; n_stimuli: number };
  rdm(distance: string, a: NdArray): NdArray;
  compare_digests(author: Digest, mine: Digest): Verdict;
  list(): Catalogue;
  train_tasks(): TaskCard[];
  /** Trains from the start, or from a snapshot that an earlier run of the same options handed over. */
  train(
    options: TrainOptions,
    files: { name: string; bytes: Uint8Array }[],
    kept: Uint8Array | undefined,
    host: TrainHost,
  ): Promise<TrainReport>;
  read_npy(bytes: Uint8Array): NdArray;
  write_npy(array: NdArray): Uint8Array;
  write_safetensors(sites: CapturedSite[]): Uint8Array;
  /** Takes the graphics device away, as a driver may. */
  lose_device(): void;
  trap(): void;
}

/** The tokeniser's wasm class; loads only when text does. */
export interface TextLab {
  encode(text: string, addSpecial: boolean): Uint32Array;
  pieces(ids: Uint32Array): string[];
  /** 1 for a special token, 0 for one that stands for text. */
  specials(ids: Uint32Array): Uint8Array;
  readonly vocab_size: number;
}

/** The wasm class of analyses of the visitor's own arrays; loads only when these are asked for. */
export interface DataLab {
  /** Reads a file's arrays; one of a name that is there already takes its place. */
  add(fileName: string, bytes: Uint8Array): ArrayCard[];
  remove(name: string): boolean;
  cards(): ArrayCard[];
  read_as(name: string, reading: Reading): void;
  run(recipe: DataRecipe, job: JobHost): Promise<DataReport>;
  list(): AnalysisList;
  compare_digests(author: Digest, mine: Digest): Verdict;
}

/** The wasm class of experiments; loads only when one is run. */
export interface ExperimentLab {
  /** Runs a recipe on its device; `files` are those of the model that the card asks for. */
  run(
    recipe: ExperimentRecipe,
    files: { name: string; bytes: Uint8Array }[],
    job: ExperimentHost,
  ): Promise<ExperimentReport>;
  compare_digests(author: Digest, mine: Digest): Verdict;
}

/** The memory of the main module, once it is loaded. */
let memory: WebAssembly.Memory | undefined;

/** Bytes that the main module takes up; it never gives any back. */
export const memoryBytes = () => memory?.buffer.byteLength ?? 0;

/** Loads the main module and makes its class. */
export async function loadLab(): Promise<Lab> {
  const [module, url] = await Promise.all([import('./wasm/lab.js'), import('./wasm/lab_bg.wasm?url')]);
  memory = (await module.default({ module_or_path: url.default })).memory;
  return new module.Lab() as unknown as Lab;
}

/** Loads the tokeniser's module and reads a `tokenizer.json`. */
export async function loadTextLab(tokenizerJson: Uint8Array): Promise<TextLab> {
  const [module, url] = await Promise.all([import('./wasm/text.js'), import('./wasm/text_bg.wasm?url')]);
  await module.default({ module_or_path: url.default });
  return new module.TextLab(tokenizerJson) as unknown as TextLab;
}

/** Loads the module of analyses of the visitor's own arrays, with an empty shelf. */
export async function loadDataLab(): Promise<DataLab> {
  const [module, url] = await Promise.all([import('./wasm/data.js'), import('./wasm/data_bg.wasm?url')]);
  await module.default({ module_or_path: url.default });
  return new module.DataLab() as unknown as DataLab;
}

/** Loads the module of experiments. */
export async function loadExperimentLab(): Promise<ExperimentLab> {
  const [module, url] = await Promise.all([
    import('./wasm/experiments.js'),
    import('./wasm/experiments_bg.wasm?url'),
  ]);
  await module.default({ module_or_path: url.default });
  return new module.ExperimentLab() as unknown as ExperimentLab;
}
