// Messages between the page and its worker. One request, one answer; progress in between.

import type { KeptFile } from '../fetch/store/shelf';
import type { FileRequest, RemoteFile } from '../fetch/store/store';
import type { CapturedSite, Catalogue, NdArray } from './engine';
import type { ExperimentRecipe, ExperimentReport } from './experiment-types';
import type {
  AnalysisList,
  ArrayCard,
  BackendChoice,
  Capability,
  Cost,
  DataRecipe,
  DataReport,
  Digest,
  ErrorReport,
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

/** One file of weights, the visitor's own or on a server; header and tensors are read from it by range. */
export type WeightsPart = { name: string; blob: Blob } | { name: string; remote: RemoteFile };

/** What `open` needs. */
export interface ModelFiles {
  model: ModelRef;
  config: Uint8Array;
  /** One file, or the parts of a checkpoint in several. */
  weights: WeightsPart[];
  /** `tokenizer.json`, for models that read text. */
  tokenizer?: Uint8Array;
}

/** What lies on this machine of files from servers. */
export interface KeptList {
  files: KeptFile[];
  /** Bytes that this page takes up, and may. */
  usage: number;
  quota: number;
  /** False where the browser keeps nothing: a private window, or a page over plain http. */
  canKeep: boolean;
}

/** Stimuli as the page has them; the worker decodes images and tokenises texts. */
export interface Stimuli {
  images?: { name: string; blob: Blob }[];
  texts?: string[];
}

/** What chosen sites cost, known before they are run. */
export interface SitesCost extends Cost {
  /** Estimated, of all stimuli together. */
  multiply_adds: number;
}

/** A token of a text as the model reads it, special ones (`[CLS]`, `<|endoftext|>`) included. */
export interface Token {
  id: number;
  piece: string;
  isSpecial: boolean;
}

/** What a training run says while it goes on. */
export type TrainEvent =
  | { kind: 'progress'; progress: TrainProgress }
  | { kind: 'point'; point: TrainPoint }
  | { kind: 'kept'; bytes: Uint8Array; step: number };

/** Methods of the worker: arguments and result. */
export interface Methods {
  probe: { args: [choice: BackendChoice]; result: Capability };
  open: { args: [files: ModelFiles]; result: ModelCard };
  run: { args: [recipe: Recipe, stimuli: Stimuli]; result: Report };
  capture: {
    args: [sites: string[], pool: Pool, stimuli: Stimuli, changes: string[]];
    result: CapturedSite[];
  };
  /** Of texts, their tokens are counted. */
  cost: { args: [sites: string[], stimuli: { texts: string[] } | { nImages: number }]; result: SitesCost };
  checkSites: { args: []; result: SiteCheck };
  /** How the open model reads texts. Answered while a run goes on. */
  tokens: { args: [texts: string[]]; result: Token[][] };
  compare: {
    args: [measure: string, a: NdArray, b: NdArray];
    result: { measure: string; value: number; n_stimuli: number };
  };
  rdm: { args: [distance: string, a: NdArray]; result: NdArray };
  compareDigests: { args: [author: Digest, mine: Digest]; result: Verdict };
  list: { args: []; result: Catalogue };
  trainTasks: { args: []; result: TaskCard[] };
  train: {
    args: [options: TrainOptions, files: { name: string; blob: Blob }[], kept: Uint8Array | undefined];
    result: TrainReport;
  };
  /** Reads a file's arrays onto the worker's shelf. */
  dataAdd: { args: [name: string, blob: Blob]; result: ArrayCard[] };
  dataRemove: { args: [name: string]; result: boolean };
  dataCards: { args: []; result: ArrayCard[] };
  dataReadAs: { args: [name: string, reading: Reading]; result: void };
  dataRun: { args: [recipe: DataRecipe]; result: DataReport };
  /** Measures, distances, summaries, decoders and maps, each with its card. */
  dataList: { args: []; result: AnalysisList };
  dataCompareDigests: { args: [author: Digest, mine: Digest]; result: Verdict };
  /** Files of the model that the experiment's card asks for come along. */
  experimentRun: {
    args: [recipe: ExperimentRecipe, files: { name: string; blob: Blob }[]];
    result: ExperimentReport;
  };
  experimentCompareDigests: { args: [author: Digest, mine: Digest]; result: Verdict };
  readNpy: { args: [bytes: Uint8Array]; result: NdArray };
  writeSafetensors: { args: [sites: CapturedSite[]]; result: Uint8Array };
  /** SHA-256 of a file in hex, here because hashing 300 MB would stop the page; empty when it cannot be had. */
  sha256: { args: [blob: Blob]; result: string };
  /** A small file from a server, kept for when it is gone. */
  fetchSmall: { args: [request: FileRequest]; result: Uint8Array };
  /** Finds out a file's length and state; fetches it when it is small or when its server knows no ranges. */
  findRemote: { args: [request: FileRequest]; result: RemoteFile };
  /** Fetches what is missing of files, so that they can be used without a network. */
  fetchWhole: { args: [files: RemoteFile[]]; result: void };
  listKept: { args: []; result: KeptList };
  dropKept: { args: [keys: string[] | 'all']; result: void };
  /** Bytes of the engine's memory, which never shrinks. */
  memory: { args: []; result: number };
  loseDevice: { args: []; result: void };
  trap: { args: []; result: void };
}

export type Method = keyof Methods;

/** Page → worker. */
export type Request =
  | { kind: 'call'; id: number; method: Method; args: unknown[] }
  | { kind: 'cancel'; id: number }
  | { kind: 'hold'; id: number; isOn: boolean };

/** Worker → page. `trap` means that the wasm instance is lost, whichever call it came from. */
export type Answer =
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; report: ErrorReport }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'train'; id: number; event: TrainEvent }
  /** Figures of an experiment that goes on. */
  | { kind: 'figures'; id: number; figures: Figure[] }
  /** A sentence for the visitor, from no call in particular. */
  | { kind: 'notice'; sentence: string }
  | { kind: 'trap'; reason: string };
