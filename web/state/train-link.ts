// Training ↔ URL hash: `#train?task=fashion-mlp&seed=7`, readable as it stands. What is left out is the task's
// own: all data, all steps, one run, the faster engine.

import type { Backend, BackendChoice } from '../lab/types';
import { t } from '../words/words';
import { problem } from './problem';
import { type Author, DEFAULT_SETUP, LARGEST_SEED, MOST_RUNS, type TrainSetup } from './train-setup';

/** Digits of a digest in a link: 64 bits tell two runs apart, and the link stays short. */
const DIGEST_DIGITS = 16;

/** The hash of a setup, `#` included; with what its run gave when there is one. */
export function encodeSetup(setup: TrainSetup, author?: Author): string {
  const fields = new URLSearchParams({ task: setup.task, seed: String(setup.seed) });
  if (setup.n_runs !== 1) fields.set('runs', String(setup.n_runs));
  if (setup.n_train_files !== undefined) fields.set('parts', String(setup.n_train_files));
  if (setup.n_steps !== undefined) fields.set('steps', String(setup.n_steps));
  if (setup.backend !== 'auto') fields.set('engine', setup.backend);
  if (author && author.digests.length > 0) {
    fields.set('digest', author.digests.map((digest) => digest.slice(0, DIGEST_DIGITS)).join('.'));
    if (author.backend) fields.set('on', author.backend);
    if (author.engine) fields.set('version', author.engine);
  }
  return `#train?${fields}`;
}

/** What a hash asks for. Throws an `ErrorReport` that names the field that cannot be. */
export function decodeSetup(hash: string): { setup: TrainSetup; author?: Author } {
  const fields = new URLSearchParams(hash.replace(/^#train\??/, ''));
  const setup: TrainSetup = { ...DEFAULT_SETUP };
  let author: Author | undefined;
  for (const [name, value] of fields) {
    if (name === 'task') setup.task = value;
    else if (name === 'seed') setup.seed = whole(name, value, 0, LARGEST_SEED);
    else if (name === 'runs') setup.n_runs = whole(name, value, 1, MOST_RUNS);
    else if (name === 'parts') setup.n_train_files = whole(name, value, 1, 1000);
    else if (name === 'steps') setup.n_steps = whole(name, value, 1, 1e9);
    else if (name === 'engine') setup.backend = oneOf<BackendChoice>(name, value, ['auto', 'cpu', 'gpu']);
    else if (name === 'digest') author = { engine: '', ...author, digests: digestsOf(value) };
    else if (name === 'on')
      author = { digests: [], engine: '', ...author, backend: oneOf<Backend>(name, value, ['cpu', 'gpu']) };
    else if (name === 'version') author = { digests: [], ...author, engine: value };
    else throw bad(t`This link has a field “${name}” that this version does not know.`);
  }
  return { setup, ...(author && author.digests.length > 0 && { author }) };
}

/** Whether a run gave the bits that a link names. */
export function isDigest(found: string, told: string): boolean {
  return told !== '' && found.startsWith(told);
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw bad(
    t`This link says ${name} = ${JSON.stringify(value)}, but expected was a whole number from ${least} to ${most}.`,
  );
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  if (known.includes(value as T)) return value as T;
  throw bad(
    t`This link says ${name} = ${JSON.stringify(value)}, but expected was ${known.join(` ${t`or`} `)}.`,
  );
}

function digestsOf(value: string): string[] {
  const digests = value.split('.');
  if (digests.every((digest) => /^[0-9a-f]{8,64}$/.test(digest))) return digests;
  throw bad(t`This link carries a digest that is cut off or changed.`);
}

function bad(found: string) {
  return problem(
    'link',
    t`${found} Ask for it again, and copy it whole; the usual settings are shown instead.`,
  );
}
