// The worker: holds the wasm instance and answers one call at a time.

import { sha256 } from '../fetch/sha256';
import { openWords, t } from '../words/words';
import { Breath } from './breath';
import { buffersOf } from './buffers';
import { decodeImage } from './decode-image';
import {
  type DataLab,
  type ExperimentHost,
  type ExperimentLab,
  type JobHost,
  type Lab,
  loadDataLab,
  loadExperimentLab,
  loadLab,
  loadTextLab,
  memoryBytes,
  type StimuliInput,
  type TextLab,
  type TrainHost,
  type Vocabulary,
} from './engine';
import { Keeper } from './keeper';
import { throttled } from './live-figures';
import type { Answer, Method, Methods, ModelFiles, Request, Stimuli, TrainEvent } from './protocol';
import type { ErrorReport, Figure, Progress } from './types';

const scope = self as unknown as {
  name: string;
  postMessage(message: Answer, handedOver?: ArrayBuffer[]): void;
  addEventListener(type: string, listener: (event: never) => void): void;
};
/** The page's language, by the worker's name. Every answer waits for it; modules that are used here make no text as they load. */
const wordsAreHere = openWords(scope.name);
const breath = new Breath();
let labLoading: Promise<Lab> | undefined;
let dataLoading: Promise<DataLab> | undefined;
let experimentsLoading: Promise<ExperimentLab> | undefined;
let text: TextLab | undefined;
let tokenizer: Uint8Array | undefined;
let queue: Promise<void> = Promise.resolve();
const keeper = new Keeper((sentence) => scope.postMessage({ kind: 'notice', sentence }));
/** How the calls in progress are stopped while they wait for a server. */
const stops = new Map<number, AbortController>();
/** The call that the engine works for. */
let working: number | undefined;

/** What needs no turn at the engine. A device is lost in the middle of work; tokens and files are of other modules. */
const UNQUEUED: Method[] = [
  'loseDevice',
  'tokens',
  'fetchSmall',
  'findRemote',
  'fetchWhole',
  'listKept',
  'dropKept',
];

/** The wasm instance; a failed load is tried anew by the next call. */
function getLab(): Promise<Lab> {
  labLoading ??= loadLab().catch((error: unknown) => {
    labLoading = undefined;
    throw unloaded(error);
  });
  return labLoading;
}

/** The same of the module that analyses the visitor's own arrays. */
function getDataLab(): Promise<DataLab> {
  dataLoading ??= loadDataLab().catch((error: unknown) => {
    dataLoading = undefined;
    throw unloaded(error);
  });
  return dataLoading;
}

/** The same of the module of experiments. */
function getExperimentLab(): Promise<ExperimentLab> {
  experimentsLoading ??= loadExperimentLab().catch((error: unknown) => {
    experimentsLoading = undefined;
    throw unloaded(error);
  });
  return experimentsLoading;
}

function unloaded(error: unknown): unknown {
  if (error instanceof WebAssembly.RuntimeError) return error;
  const words = error instanceof Error ? error.message : String(error);
  return report('engine', t`Loading the engine failed: ${words}. Check the connection, then try again.`);
}

function trapped(reason: unknown) {
  scope.postMessage({ kind: 'trap', reason: reason instanceof Error ? reason.message : String(reason) });
}

// A trap inside an async wasm function never settles its promise: it surfaces only here.
scope.addEventListener('error', (event: ErrorEvent) => trapped(event.message));
scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => trapped(event.reason));

scope.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'cancel') {
    breath.cancel(request.id);
    stops.get(request.id)?.abort();
  }
  if (request.kind === 'hold') breath.hold(request.id, request.isOn);
  if (request.kind !== 'call') return;
  const { id, method, args } = request;
  if (UNQUEUED.includes(method)) void answer(id, method, args);
  else {
    queue = queue.then(() => {
      working = id;
      return answer(id, method, args);
    });
  }
});

async function answer(id: number, method: Method, args: unknown[]) {
  const stop = new AbortController();
  stops.set(id, stop);
  await wordsAreHere;
  try {
    if (breath.isCancelled(id)) throw cancelReport();
    const call = methods[method] as (id: number, ...args: unknown[]) => Promise<unknown>;
    const value = await call(id, ...args);
    scope.postMessage({ kind: 'result', id, value }, buffersOf(value));
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) trapped(error);
    else if (stop.signal.aborted) scope.postMessage({ kind: 'error', id, report: cancelReport() });
    else scope.postMessage({ kind: 'error', id, report: asReport(error) });
  } finally {
    breath.end(id);
    stops.delete(id);
  }
}

const tellOf = (id: number) => (progress: Progress) => scope.postMessage({ kind: 'progress', id, progress });

/** The signal of a call that is in progress. */
const signalOf = (id: number) => stops.get(id)?.signal ?? AbortSignal.abort();

/** Runs a job of the engine with progress, downloads included, and cancel of call `id`. */
function job<T>(id: number, work: (host: JobHost) => Promise<T>): Promise<T> {
  return keeper.withBytes(tellOf(id), (progress) => work({ progress, breathe: () => breath.breathe(id) }));
}

/** Curves, snapshots, pause and cancel of the training run that call `id` asked for. */
function trainHost(id: number): TrainHost {
  const tell = (event: TrainEvent) => scope.postMessage({ kind: 'train', id, event });
  return {
    progress: (progress) => tell({ kind: 'progress', progress }),
    point: (point) => tell({ kind: 'point', point }),
    kept: (bytes, step) => tell({ kind: 'kept', bytes, step }),
    breathe: () => breath.breathe(id),
  };
}

/** Progress, live figures, pause and cancel of the experiment that call `id` asked for. */
function experimentHost(id: number): ExperimentHost {
  const show = (figures: Figure[]) =>
    scope.postMessage({ kind: 'figures', id, figures }, buffersOf({ figures }));
  return { progress: tellOf(id), show: throttled(show), breathe: () => breath.breathe(id) };
}

/** A file with its bytes in memory. */
const read = async ({ name, blob }: { name: string; blob: Blob }) => ({
  name,
  bytes: new Uint8Array(await blob.arrayBuffer()),
});

async function tokeniser(): Promise<TextLab> {
  if (text) return text;
  const json = tokenizer ?? (await getLab()).tokenizer();
  if (!json) {
    throw report(
      'inputs',
      t`Splitting the texts into tokens needs the model's tokenizer.json, which was not given; add it to the model's files.`,
    );
  }
  text = await loadTextLab(json);
  return text;
}

function vocabularyOf(splitter: TextLab): Vocabulary {
  return {
    piece: (id) => splitter.pieces(Uint32Array.of(id))[0] ?? '',
    encode: (line) => splitter.encode(line, true),
  };
}

async function asInput(stimuli: Stimuli): Promise<StimuliInput> {
  if (stimuli.texts) {
    const splitter = await tokeniser();
    return { texts: stimuli.texts.map((line) => ({ text: line, ids: splitter.encode(line, true) })) };
  }
  return {
    images: await Promise.all((stimuli.images ?? []).map(({ name, blob }) => decodeImage(name, blob))),
  };
}

type Handlers = {
  [M in Method]: (id: number, ...args: Methods[M]['args']) => Promise<Methods[M]['result']>;
};

const methods: Handlers = {
  probe: async (_, choice) => (await getLab()).probe(choice),
  open: async (id, files: ModelFiles) => {
    text = undefined;
    tokenizer = files.tokenizer;
    const lab = await getLab();
    const signal = () => (working === undefined ? undefined : stops.get(working)?.signal);
    const weights = await keeper.readable(files.weights, signal);
    const card = await job(id, (host) => lab.open(files.model, files.config, weights, host));
    keeper.releaseAllBut(files.weights);
    return card;
  },
  run: async (id, recipe, stimuli) => {
    const lab = await getLab();
    const input = await asInput(stimuli);
    const vocabulary = input.texts && vocabularyOf(await tokeniser());
    return job(id, (host) => lab.run(recipe, input, host, vocabulary));
  },
  capture: async (id, sites, pool, stimuli, changes) => {
    const lab = await getLab();
    const input = await asInput(stimuli);
    return job(id, (host) => lab.capture(sites, pool, input, changes, host));
  },
  cost: async (_, sites, stimuli) => {
    const lab = await getLab();
    const lengths =
      'texts' in stimuli
        ? ((await asInput(stimuli)).texts ?? []).map(({ ids }) => ids.length)
        : Array<number>(stimuli.nImages).fill(1);
    return { ...lab.cost(sites), multiply_adds: lab.multiply_adds(sites, Uint32Array.from(lengths)) };
  },
  checkSites: async (id) => {
    const lab = await getLab();
    return job(id, (host) => lab.check_sites(host));
  },
  tokens: async (_, texts) => {
    const splitter = await tokeniser();
    return texts.map((line) => {
      const ids = splitter.encode(line, true);
      const [pieces, specials] = [splitter.pieces(ids), splitter.specials(ids)];
      return [...ids].map((id, i) => ({ id, piece: pieces[i] ?? '', isSpecial: specials[i] === 1 }));
    });
  },
  compare: async (_, measure, a, b) => (await getLab()).compare(measure, a, b),
  rdm: async (_, distance, a) => (await getLab()).rdm(distance, a),
  compareDigests: async (_, author, mine) => (await getLab()).compare_digests(author, mine),
  list: async () => (await getLab()).list(),
  trainTasks: async () => (await getLab()).train_tasks(),
  train: async (id, options, files, kept) => {
    const lab = await getLab();
    return lab.train(options, await Promise.all(files.map(read)), kept, trainHost(id));
  },
  dataAdd: async (_, name, blob) => (await getDataLab()).add(name, new Uint8Array(await blob.arrayBuffer())),
  dataRemove: async (_, name) => (await getDataLab()).remove(name),
  dataCards: async () => (await getDataLab()).cards(),
  dataReadAs: async (_, name, reading) => (await getDataLab()).read_as(name, reading),
  dataRun: async (id, recipe) => {
    const lab = await getDataLab();
    return job(id, (host) => lab.run(recipe, host));
  },
  dataList: async () => (await getDataLab()).list(),
  dataCompareDigests: async (_, author, mine) => (await getDataLab()).compare_digests(author, mine),
  experimentRun: async (id, recipe, files) => {
    const lab = await getExperimentLab();
    return lab.run(recipe, await Promise.all(files.map(read)), experimentHost(id));
  },
  experimentCompareDigests: async (_, author, mine) =>
    (await getExperimentLab()).compare_digests(author, mine),
  readNpy: async (_, bytes) => (await getLab()).read_npy(bytes),
  writeSafetensors: async (_, sites) => (await getLab()).write_safetensors(sites),
  sha256: async (_, blob) => sha256(blob),
  fetchSmall: async (id, request) => keeper.small(request, tellOf(id), signalOf(id)),
  findRemote: async (id, request) => keeper.find(request, tellOf(id), signalOf(id)),
  fetchWhole: async (id, files) => keeper.whole(files, tellOf(id), signalOf(id)),
  listKept: async () => keeper.list(),
  dropKept: async (_, keys) => keeper.drop(keys),
  memory: async () => memoryBytes(),
  loseDevice: async () => (await getLab()).lose_device(),
  trap: async () => (await getLab()).trap(),
};

function report(kind: string, message: string): ErrorReport {
  return { kind, message, causes: [] };
}

const cancelReport = () => report('cancelled', t`the run was cancelled`);

function asReport(error: unknown): ErrorReport {
  if (typeof error === 'object' && error !== null && 'kind' in error && 'message' in error) {
    const { kind, message, causes } = error as Partial<ErrorReport>;
    return { kind: String(kind), message: String(message), causes: Array.isArray(causes) ? causes : [] };
  }
  return report('unexpected', error instanceof Error ? error.message : String(error));
}
