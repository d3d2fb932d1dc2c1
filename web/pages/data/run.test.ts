// @vitest-environment happy-dom
// Arrays from files to figures, with a worker that lives in this process and an engine that only pretends.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeMat } from '../../inputs/mat/fake-mat';
import { LabClient } from '../../lab/client';
import { FakeDataWorker } from '../../lab/fake-data';
import { data, EMPTY_DATA, isOtherRecipe, recipeNow } from '../../state/data';
import { decodeData, encodeData } from '../../state/data-link';
import { page } from '../../state/page';
import { redo, undo } from '../../state/undo';
import { change, chooseKind, tick } from './changes';
import { addHere, listHere, runHere } from './console';
import { makeExample } from './example';
import { dataLab } from './lab';
import { makeLink } from './link';
import { open } from './opening';
import { originsOf } from './origins';
import { removeArray } from './removal';
import { cancel, run } from './run';
import { addFiles, forgetFiles, learnList } from './shelf';

const workers: FakeDataWorker[] = vi.hoisted(() => []);
const worker = () => workers.at(-1)!;

vi.mock('../../lab/start', () => ({
  makeLab: () =>
    new LabClient(() => {
      workers.push(new FakeDataWorker());
      return workers.at(-1)!;
    }, 50),
}));

let leave: () => void;
const idle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** The page as it is after a (re)load at an address. */
async function visit(hash: string) {
  leave?.();
  dataLab.end();
  forgetFiles();
  data.value = { ...EMPTY_DATA };
  page.value = 'data';
  history.replaceState(null, '', hash);
  leave = open();
  await learnList();
}

beforeEach(() => visit('#data'));
afterEach(() => leave());

describe('files', () => {
  it('become arrays, and the form follows until something is chosen, then fills what is empty', async () => {
    const [a, b, classes, subjects] = makeExample();
    await addFiles([a!, b!]);
    expect(data.value.cards.map(({ name, shape }) => [name, shape])).toEqual([
      ['layer_a', [60, 20]],
      ['layer_b', [60, 20]],
    ]);
    expect(data.value.form).toMatchObject({ kind: 'compare', arrays: ['layer_a', 'layer_b'] });
    await addFiles([subjects!]);
    expect(data.value.form).toMatchObject({ kind: 'reference', reference: 'subjects' });
    tick('layer_b', false);
    await addFiles([classes!]);
    expect(data.value.form).toMatchObject({ kind: 'reference', arrays: ['layer_a'], labels: 'classes' });
    tick('layer_b', true);
    expect(data.value.form.arrays).toEqual(['layer_a', 'layer_b']);
  });

  it('that cannot be read say so and leave the others', async () => {
    const [a, b] = makeExample();
    await addFiles([a!, { name: 'notes.docx', blob: new Blob(['x']) }, b!]);
    expect(data.value.cards).toHaveLength(2);
    expect(data.value.refused).toMatchObject([
      { file: 'notes.docx', report: { message: expect.stringContaining('only .npy can be') } },
    ]);
    expect(data.value.reading).toEqual([]);
  });

  it('of MATLAB become an array a matrix, and come back after a removal; what is left out is told', async () => {
    const x = { name: 'x', shape: [3, 2], values: [1, 2, 3, 4, 5, 7] };
    const kinds = { name: 'kinds', shape: [3, 1], values: [1, 2, 1] };
    const mat = writeMat([x, kinds, { name: 's', shape: [2, 2], kind: 5 }]);
    await addFiles([{ name: 'rec.mat', blob: new Blob([mat]) }]);
    const read = () => data.value.cards.map(({ name, kind }) => [name, kind]);
    expect(read()).toEqual([
      ['rec/x', 'activations'],
      ['rec/kinds', 'labels'],
    ]);
    expect(data.value.notice).toBe('Of rec.mat these were left out: “s” is sparse; save full(s).');
    expect(data.value.origins['rec/x']).toEqual({ file: 'rec.mat', key: 'x' });
    await removeArray('rec/kinds');
    undo('data');
    await vi.waitFor(() => expect(read()).toHaveLength(2));
    expect([...worker().shelf.keys()].sort()).toEqual(['rec/kinds', 'rec/x']);
    await addFiles([{ name: 'bad.mat', blob: new Blob([writeMat([])]) }]);
    expect(data.value.refused[0]!.report.message).toBe(
      'bad.mat holds no array of numbers: it has no variables.',
    );
  });

  it('of the same name take the place of the older', async () => {
    const [a, b] = makeExample();
    await addFiles([a!, b!]);
    const before = data.value.cards[0]!.sha256;
    await addFiles([{ name: 'layer_a.npy', blob: b!.blob }]);
    expect(data.value.cards.map(({ name }) => name).sort()).toEqual(['layer_a', 'layer_b']);
    expect(data.value.cards.find(({ name }) => name === 'layer_a')!.sha256).not.toBe(before);
  });

  it('that are removed are gone from the form, too', async () => {
    await addFiles(makeExample());
    change({ labels: 'classes' });
    await removeArray('classes');
    await removeArray('layer_a');
    expect(data.value.form).toMatchObject({ labels: '', arrays: ['layer_b'] });
    expect([...worker().shelf.keys()]).toEqual(['layer_b', 'subjects']);
  });

  it('that are removed come back where that is taken back', async () => {
    await addFiles(makeExample());
    change({ seed: 5 });
    const { cards, form } = data.value;
    await removeArray('classes');
    expect(undo('data')).toContain('classes');
    await vi.waitFor(() => expect(data.value.cards).toEqual(cards));
    expect(data.value.form).toEqual(form);
    expect(worker().shelf.has('classes')).toBe(true);
    expect(undo('data')).toBeDefined();
    expect(data.value.form.seed).not.toBe(5);
    redo('data');
    expect(data.value.form).toEqual(form);
  });

  it('are remembered with what they call their arrays', () => {
    const card = (name: string) => ({ name }) as never;
    expect(originsOf('run.1.npz', [card('run.1/fire9'), card('run.1/conv1')])).toEqual({
      'run.1/fire9': { file: 'run.1.npz', key: 'fire9' },
      'run.1/conv1': { file: 'run.1.npz', key: 'conv1' },
    });
    expect(originsOf('a.npy', [card('a')])).toEqual({ a: { file: 'a.npy' } });
  });
});

describe('another task', () => {
  it('starts with what it needs, and keeps what was chosen', async () => {
    await addFiles(makeExample());
    chooseKind('decode');
    expect(data.value.form).toMatchObject({ array: 'layer_a', labels: 'classes', decoder: 'probe_logistic' });
    change({ array: 'layer_b', decoder: '', labels: '' });
    chooseKind('map');
    expect(data.value.form).toMatchObject({
      array: 'layer_b',
      method: 'pca',
      decoder: 'probe_logistic',
      labels: '',
    });
    await run();
    expect(data.value.shown?.report.recipe.task).toMatchObject({ kind: 'map', labels: null });
  });
});

describe('a run', () => {
  it('shows its figures and writes its digest into address and link', async () => {
    await addFiles(makeExample().slice(0, 2));
    expect(decodeData(location.hash)?.digest).toBeUndefined();
    const report = await run();
    expect(data.value.shown?.report).toBe(report);
    expect(data.value.job).toBeUndefined();
    expect(isOtherRecipe(data.value)).toBe(false);
    const written = decodeData(location.hash)!;
    expect(written.digest).toEqual(report.recipe.digest);
    expect(written.arrays.map(({ name }) => name)).toEqual(['layer_a', 'layer_b']);
    expect(makeLink()).toMatchObject({ words: expect.stringContaining('carries none of the numbers') });
    expect(makeLink().address).toContain(encodeData(written));
    change({ seed: 2 });
    expect(isOtherRecipe(data.value)).toBe(true);
    expect(makeLink().words).toContain('cannot be checked');
  });

  it('is cancelled when asked to, and says so', async () => {
    await addFiles(makeExample().slice(0, 2));
    worker().isHolding = true;
    const going = run();
    await vi.waitUntil(() => data.value.job?.done === 0.5);
    expect(data.value.job).toMatchObject({ stage: 'analysing', secondsLeft: 3 });
    cancel();
    await expect(going).rejects.toMatchObject({ kind: 'cancelled' });
    expect(data.value).toMatchObject({ job: undefined, notice: 'The run was cancelled.' });
    expect(data.value.problem).toBeUndefined();
  });

  it('that cannot be is refused in a sentence', async () => {
    await addFiles(makeExample().slice(0, 1));
    change({ kind: 'compare' });
    await expect(run()).rejects.toMatchObject({ message: 'Choose at least two arrays.' });
    expect(data.value.problem?.kind).toBe('recipe');
  });

  it('whose engine is lost says so, and the files are read again', async () => {
    await addFiles(makeExample());
    await removeArray('classes');
    const lost = worker();
    lost.isHolding = true;
    const going = run();
    await vi.waitUntil(() => data.value.job?.done === 0.5);
    lost.say({ kind: 'trap', reason: 'out of memory' });
    await expect(going).rejects.toMatchObject({
      kind: 'trap',
      message: expect.stringContaining('fewer resamples'),
    });
    await vi.waitUntil(() => data.value.notice?.includes('has read your files again'));
    expect(worker()).not.toBe(lost);
    expect([...worker().shelf.keys()].sort()).toEqual(['layer_a', 'layer_b', 'subjects']);
    await run();
    expect(data.value.shown?.report.recipe.task.kind).toBe('reference');
  });
});

describe('a link', () => {
  /** The address of a finished comparison of the two layers. */
  async function finished(): Promise<string> {
    await addFiles(makeExample().slice(0, 2));
    change({ seed: 5 });
    await run();
    return location.hash;
  }

  it('waits for its arrays, then runs by itself and says that it matches', async () => {
    const hash = await finished();
    await visit(hash);
    expect(data.value).toMatchObject({ isAwaited: true, form: { seed: 5, arrays: ['layer_a', 'layer_b'] } });
    const [a, b] = makeExample();
    await addFiles([a!]);
    expect(data.value.shown).toBeUndefined();
    expect(location.hash).toBe(hash);
    await addFiles([b!]);
    expect(data.value.shown?.report.recipe.seed).toBe(5);
    expect(data.value.comparison).toEqual({ verdict: { kind: 'exact' }, others: [] });
    expect(location.hash).toBe(hash);
  });

  it('names the arrays that hold other numbers', async () => {
    const hash = await finished();
    await visit(hash);
    const [a, , , subjects] = makeExample();
    await addFiles([a!, { name: 'layer_b.npy', blob: a!.blob }, subjects!]);
    expect(data.value.comparison).toEqual({
      verdict: { kind: 'differs', figure: 'similarity', worst: 0.2 },
      others: ['layer_b'],
    });
  });

  it('no longer holds its author to what was changed', async () => {
    const hash = await finished();
    await visit(hash);
    change({ seed: 6 });
    expect(data.value.wanted).toBeUndefined();
    await addFiles(makeExample().slice(0, 2));
    expect(data.value.shown).toBeUndefined();
    expect(decodeData(location.hash)).toMatchObject({ seed: 6 });
  });

  it('that is damaged says so', async () => {
    await visit('#data?r=abc');
    expect(data.value.problem?.kind).toBe('link');
  });

  it('in view already is not run again when the page comes back', async () => {
    const hash = await finished();
    const before = data.value.shown;
    leave();
    history.replaceState(null, '', hash);
    leave = open();
    await idle();
    expect(data.value.shown).toBe(before);
    leave();
    history.replaceState(null, '', '#data');
    leave = open();
    expect(location.hash).toBe(hash);
  });
});

describe('the console', () => {
  it('adds, lists and runs on the page', async () => {
    for (const { name, blob } of makeExample()) expect(await addHere(name, blob)).toHaveLength(1);
    expect((await listHere()).maps[0]!.name).toBe('pca');
    const { arrays: _, ...rest } = recipeNow();
    await expect(runHere(rest)).rejects.toMatchObject({ message: expect.stringContaining('arrays') });
    const report = await runHere({ ...rest, arrays: [] });
    expect(report.figures).toHaveLength(1);
    expect(decodeData(location.hash)).toMatchObject({ task: rest.task });
  });
});
