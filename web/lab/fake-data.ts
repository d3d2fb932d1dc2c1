// A worker for tests that reads npy files and pretends to analyse them: the shelf, the messages and the sentences are
// those of the real one, the numbers are not.

import type { WorkerLike } from './client';
import type { Answer, Request } from './protocol';
import type {
  AnalysisList,
  ArrayCard,
  ArrayKind,
  Choice,
  DataRecipe,
  DataReport,
  Digest,
  Reading,
} from './types';

const choice = (name: string, takes?: string): Choice => ({
  name,
  about: `${name} in a sentence.`,
  ...(takes && { takes }),
  card: {
    title: `Title of ${name}`,
    formula: 'x^2',
    source: 'Somebody 2020',
    range: '0 to 1',
    larger_is: 'more alike',
    unchanged_by: [],
    fails: 'Sometimes.',
  },
});

export const FAKE_LIST: AnalysisList = {
  measures: [
    choice('rdm_pearson', 'rdms'),
    choice('rdm_spearman', 'rdms'),
    choice('cka_linear_debiased', 'activations'),
  ],
  distances: [choice('correlation'), choice('euclidean')],
  summaries: [choice('participation_ratio')],
  decoders: [choice('probe_logistic')],
  estimators: [choice('mi_ksg1_3_nats', 'activations')],
  groupings: [choice('linkage_average', 'rdms'), choice('k_means')],
  maps: [choice('pca')],
  noise_distances: [choice('crossnobis'), choice('squared_mahalanobis_per_unit')],
  transforms: [choice('rank_transform'), choice('geo_topological_transform'), choice('geodesic_distance')],
  further: [choice('codelength_online_bits'), choice('rsa_regression_nnls')],
};

export class FakeDataWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isTerminated = false;
  readonly shelf = new Map<string, ArrayCard>();
  /** Runs that wait until they are let go or cancelled. */
  readonly held = new Map<number, () => void>();
  isHolding = false;
  calls: string[] = [];

  postMessage(request: Request) {
    if (request.kind === 'cancel') {
      this.held.delete(request.id);
      const report = { kind: 'cancelled', message: 'the run was cancelled', causes: [] };
      // A worker never answers while it is being asked.
      queueMicrotask(() => this.say({ kind: 'error', id: request.id, report }));
    }
    if (request.kind !== 'call') return;
    const { id, method } = request;
    this.calls.push(method);
    this.work(request).then(
      (value) => this.say({ kind: 'result', id, value }),
      (report) => this.say({ kind: 'error', id, report }),
    );
  }

  async work({ id, method, args }: Extract<Request, { kind: 'call' }>): Promise<unknown> {
    if (method === 'dataList') return FAKE_LIST;
    if (method === 'dataAdd') return this.add(args[0] as string, args[1] as Blob);
    if (method === 'dataRemove') return this.shelf.delete(args[0] as string);
    if (method === 'dataCards') return [...this.shelf.values()];
    if (method === 'dataReadAs') return this.read(args[0] as string, args[1] as Reading);
    if (method === 'dataCompareDigests') return compare(args[0] as Digest, args[1] as Digest);
    if (method !== 'dataRun') throw refusal(`the fake engine knows no ${method}`);
    const recipe = args[0] as DataRecipe;
    if (this.isHolding) {
      const progress = { stage: 'analysing', done: 0.5, seconds_left: 3 };
      this.say({ kind: 'progress', id, progress });
      await new Promise<void>((resolve) => this.held.set(id, resolve));
    }
    return this.run(recipe);
  }

  async add(file: string, blob: Blob): Promise<ArrayCard[]> {
    if (!file.endsWith('.npy')) throw refusal(`${file} was to be read as an array, but only .npy can be`);
    const card = await readCard(file.replace(/\.npy$/, ''), blob);
    this.shelf.set(card.name, card);
    return [card];
  }

  read(name: string, reading: Reading) {
    const card = this.shelf.get(name)!;
    const rows = card.shape[0]!;
    const [kind, n_stimuli] =
      reading === 'rdms' ? (['rdms', card.pairs_of!] as const) : (['activations', rows] as const);
    this.shelf.set(name, { ...card, kind, n_stimuli, understood: `Read as ${reading}.` });
  }

  run(recipe: DataRecipe): DataReport {
    const cards = recipe.arrays.map(({ name }) => {
      const card = this.shelf.get(name);
      if (!card) throw refusal(`the analysis needs an array named "${name}", which was not given`);
      return card;
    });
    const labels = cards.map((card) => card.name);
    const values = labels.flatMap((_, i) => labels.map((_, j) => (i === j ? 1 : 0.5)));
    const caption = {
      id: 'similarity',
      finding: 'They agree.',
      about: 'CKA',
      unit: '',
      n: 60,
      alt: 'a matrix',
    };
    const hash = cards.map(({ sha256 }) => sha256).join('');
    const figures = [{ id: 'similarity', hash, samples: values.slice(0, 12), scale: 1 }];
    return {
      recipe: { ...recipe, digest: { backend: 'cpu', figures } },
      engine: '0.1.0',
      n_stimuli: cards[0]?.n_stimuli ?? 0,
      times: [{ stage: 'analysis', seconds: 0.2 }],
      figures: [{ kind: 'heatmap', caption, entries: 'arrays', labels, values, domain: [0, 1] }],
      warnings: ['no file names its stimuli'],
    };
  }

  say(answer: Answer) {
    if (!this.isTerminated) this.onmessage?.({ data: structuredClone(answer) } as MessageEvent<Answer>);
  }

  terminate() {
    this.isTerminated = true;
  }
}

function compare(author: Digest, mine: Digest) {
  const [a, b] = [author.figures[0], mine.figures[0]];
  return a?.hash === b?.hash ? { kind: 'exact' } : { kind: 'differs', figure: 'similarity', worst: 0.2 };
}

const refusal = (message: string) => ({ kind: 'recipe', message, causes: [] });

/** Shape and number format from the header; the kind by the engine's rules, as far as the shape tells. */
async function readCard(name: string, blob: Blob): Promise<ArrayCard> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const header = String.fromCharCode(...bytes.slice(0, 200));
  const [, format = '', sizes = ''] = /'descr': '(<\w+)'.*'shape': \(([^)]*)\)/.exec(header) ?? [];
  if (format === '') throw refusal(`${name} has no npy header`);
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  const kind: ArrayKind =
    shape.length === 1
      ? format === '<i4'
        ? 'labels'
        : 'values'
      : shape.at(-1) === shape.at(-2)
        ? shape.length === 3
          ? 'rdms'
          : 'rdm'
        : 'activations';
  const twice = 2 * (shape[1] ?? 0);
  const n_pairs = Math.round((1 + Math.sqrt(1 + 4 * twice)) / 2);
  const isPairs = kind === 'activations' && n_pairs >= 4 && n_pairs * (n_pairs - 1) === twice;
  const sum = bytes.reduce((total, byte, i) => (total * 31 + byte + i) >>> 0, 7);
  return {
    name,
    shape,
    dtype: format === '<i4' ? 'i32' : 'f64',
    kind,
    n_stimuli: shape.length === 3 ? shape[1]! : (shape[0] ?? 0),
    n_nan: 0,
    n_infinite: 0,
    sha256: sum.toString(16).padStart(8, '0').repeat(8),
    understood: `An array of shape ${shape.join(' × ')}.`,
    stimuli: [],
    ...(isPairs && { pairs_of: n_pairs }),
  };
}
