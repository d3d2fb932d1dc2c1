// The worker: holds the wasm instance and answers one call at a time.

import { sha256 } from '../fetch/sha256';
import { Breath } from './breath';
import { decodeImage } from './decode-image';
import {
  type Lab,
  loadLab,
  loadTextLab,
  type StimuliInput,
  type TextLab,
  type TrainHost,
  type Vocabulary,
  type WeightsFile,
} from './engine';
import type {
  Answer,
  Method,
  Methods,
  ModelFiles,
  Request,
  Stimuli,
  TrainEvent,
  WeightsPart,
} from './protocol';
import type { ErrorReport } from './types';

const scope = self as unknown as {
  postMessage(message: Answer): void;
  addEventListener(type: string, listener: (event: never) => void): void;
};
const breath = new Breath();
let labLoading: Promise<Lab> | undefined;
let text: TextLab | undefined;
let tokenizer: Uint8Array | undefined;
let queue: Promise<void> = Promise.resolve();

/** The wasm instance; a failed load is tried anew by the next call. */
function getLab(): Promise<Lab> {
  labLoading ??= loadLab().catch((error: unknown) => {
    labLoading = undefined;
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw report('engine', `Loading the engine failed: ${words}. Check the connection, then try again.`);
  });
  return labLoading;
}

function trapped(reason: unknown) {
  scope.postMessage({ kind: 'trap', reason: reason instanceof Error ? reason.message : String(reason) });
}

// A trap inside an async wasm function never settles its promise: it surfaces only here.
scope.addEventListener('error', (event: ErrorEvent) => trapped(event.message));
scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => trapped(event.reason));

scope.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'cancel') breath.cancel(request.id);
  else if (request.kind === 'hold') breath.hold(request.id, request.isOn);
  // A device is lost in the middle of work, and tokens are of another module: neither waits for the call before it.
  else if (request.method === 'loseDevice' || request.method === 'tokens')
    void answer(request.id, request.method, request.args);
  else queue = queue.then(() => answer(request.id, request.method, request.args));
});

async function answer(id: number, method: Method, args: unknown[]) {
  try {
    if (breath.isCancelled(id)) throw cancelReport();
    const call = methods[method] as (id: number, ...args: unknown[]) => Promise<unknown>;
    scope.postMessage({ kind: 'result', id, value: await call(id, ...args) });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) trapped(error);
    else scope.postMessage({ kind: 'error', id, report: asReport(error) });
  } finally {
    breath.end(id);
  }
}

/** Progress and cancel of call `id`. */
function jobHost(id: number) {
  return {
    progress: (progress: import('./types').Progress) => scope.postMessage({ kind: 'progress', id, progress }),
    breathe: () => breath.breathe(id),
  };
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

async function tokeniser(): Promise<TextLab> {
  if (text) return text;
  const json = tokenizer ?? (await getLab()).tokenizer();
  if (!json) {
    throw report(
      'inputs',
      "Splitting the texts into tokens needs the model's tokenizer.json, which was not given; add it to the model's files.",
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

/** A part of the weights as the engine reads it. */
function readable({ name, blob }: WeightsPart): WeightsFile {
  return {
    name,
    length: blob.size,
    isLocal: true,
    read: async (start, length) => new Uint8Array(await blob.slice(start, start + length).arrayBuffer()),
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
    return lab.open(files.model, files.config, files.weights.map(readable), jobHost(id));
  },
  run: async (id, recipe, stimuli) => {
    const lab = await getLab();
    const input = await asInput(stimuli);
    return lab.run(recipe, input, jobHost(id), input.texts && vocabularyOf(await tokeniser()));
  },
  capture: async (id, sites, pool, stimuli, changes) => {
    const lab = await getLab();
    return lab.capture(sites, pool, await asInput(stimuli), changes, jobHost(id));
  },
  cost: async (_, sites, stimuli) => {
    const lab = await getLab();
    const lengths =
      'texts' in stimuli
        ? ((await asInput(stimuli)).texts ?? []).map(({ ids }) => ids.length)
        : Array<number>(stimuli.nImages).fill(1);
    return { ...lab.cost(sites), multiply_adds: lab.multiply_adds(sites, Uint32Array.from(lengths)) };
  },
  checkSites: async (id) => (await getLab()).check_sites(jobHost(id)),
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
    const read = async ({ name, blob }: { name: string; blob: Blob }) => ({
      name,
      bytes: new Uint8Array(await blob.arrayBuffer()),
    });
    return lab.train(options, await Promise.all(files.map(read)), kept, trainHost(id));
  },
  readNpy: async (_, bytes) => (await getLab()).read_npy(bytes),
  writeSafetensors: async (_, sites) => (await getLab()).write_safetensors(sites),
  sha256: async (_, blob) => sha256(blob),
  loseDevice: async () => (await getLab()).lose_device(),
  trap: async () => (await getLab()).trap(),
};

function report(kind: string, message: string): ErrorReport {
  return { kind, message, causes: [] };
}

function cancelReport(): ErrorReport {
  return report('cancelled', 'the run was cancelled');
}

function asReport(error: unknown): ErrorReport {
  if (typeof error === 'object' && error !== null && 'kind' in error && 'message' in error) {
    const { kind, message, causes } = error as Partial<ErrorReport>;
    return { kind: String(kind), message: String(message), causes: Array.isArray(causes) ? causes : [] };
  }
  return report('unexpected', error instanceof Error ? error.message : String(error));
}
