// Trainings from setup to report, with workers that live in this process and an engine that only pretends.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetTraining } from '../../fetch/training-data';
import { Breath } from '../../lab/breath';
import { LabClient, type WorkerLike } from '../../lab/client';
import { FAKE_TASKS, type FakeDevice, fakeTrain } from '../../lab/fake-training';
import type { Answer, Request, TrainEvent } from '../../lab/protocol';
import type { TrainOptions } from '../../lab/types';
import { stepNow, train, updateTrain } from '../../state/train';
import { DEFAULT_SETUP, type TrainSetup } from '../../state/train-setup';
import { cancel, discard, findKept, loseDevices, pause, start } from './run';

const workers: FakeWorker[] = [];
const PACE = { steps_per_breath: 1, ms_per_breath: 1, point_every: 5, keep_every: 10 };

/** A worker that trains as the real one does. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isTerminated = false;
  device: FakeDevice = { backend: 'cpu', name: 'CPU', is_lost: false };
  breath = new Breath(() => Promise.resolve());

  postMessage(request: Request) {
    if (request.kind === 'cancel') this.breath.cancel(request.id);
    else if (request.kind === 'hold') this.breath.hold(request.id, request.isOn);
    else
      this.work(request).then(
        (value) => this.say({ kind: 'result', id: request.id, value }),
        (report) => this.say({ kind: 'error', id: request.id, report }),
      );
  }

  async work({ id, method, args }: Extract<Request, { kind: 'call' }>): Promise<unknown> {
    if (method === 'trainTasks') return FAKE_TASKS;
    if (method === 'probe')
      return { backends: [{ backend: 'cpu', name: this.device.name }], chosen: 'cpu', why: '' };
    if (method === 'loseDevice') {
      this.device.is_lost = true;
      return undefined;
    }
    const [options, files, kept] = args as [
      TrainOptions,
      { name: string; blob: Blob }[],
      Uint8Array | undefined,
    ];
    const tell = (event: TrainEvent) => this.say({ kind: 'train', id, event });
    const bytes = await Promise.all(
      files.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })),
    );
    const host = {
      progress: (progress: never) => tell({ kind: 'progress', progress }),
      point: (point: never) => tell({ kind: 'point', point }),
      kept: (bytes: Uint8Array, step: number) => tell({ kind: 'kept', bytes, step }),
      breathe: () => this.breath.breathe(id),
    };
    return fakeTrain(options, bytes, kept, host, this.device, PACE);
  }

  say(answer: Answer) {
    if (!this.isTerminated) this.onmessage?.({ data: structuredClone(answer) } as MessageEvent<Answer>);
  }

  terminate() {
    this.isTerminated = true;
  }
}

vi.mock('../../lab/start', () => ({
  makeLab: () =>
    new LabClient(() => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    }),
}));

const SETUP: TrainSetup = { ...DEFAULT_SETUP, task: 'austen-decoder', n_steps: 40 };
const LONG: TrainSetup = { ...SETUP, n_steps: 800 };

/** Starts a training that is long enough to do something to. */
function begin(setup: TrainSetup) {
  updateTrain({ runs: [] });
  const run = start(setup);
  run.catch(() => {});
  return run;
}

/** Resolves once the first run has gone that far. */
async function untilStep(step: number) {
  await vi.waitUntil(() => train.value.runs[0] && stepNow(train.value.runs[0]) >= step, {
    timeout: 5000,
    interval: 5,
  });
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('fetch', async (url: string) =>
    url.endsWith('index.json') ? new Response('{"models":[]}') : new Response('words'),
  );
});

afterEach(async () => {
  await discard(train.value.kept);
  vi.unstubAllGlobals();
  forgetTraining();
  updateTrain({ runs: [], shown: undefined, problem: undefined, notice: undefined, author: undefined });
});

describe('a training', () => {
  it('ends with a report, all points, and nothing kept; the same seed gives the same again', async () => {
    const [first] = await start(SETUP);
    expect(first!.step).toBe(40);
    expect(train.value.phase).toBe('idle');
    expect(train.value.runs[0]!.points.map(({ step }) => step)).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
    expect(train.value.runs[0]!.repeat).toEqual({ kind: 'first' });
    expect(train.value.kept).toEqual([]);
    const [second] = await start(SETUP);
    expect(second!.sha256).toBe(first!.sha256);
    expect(train.value.runs[0]!.repeat).toEqual({ kind: 'same' });
    const [other] = await start({ ...SETUP, seed: 2 });
    expect(other!.sha256).not.toBe(first!.sha256);
  });

  it('of several seeds has a worker each, of which one stays', async () => {
    const before = workers.filter((worker) => !worker.isTerminated).length;
    const reports = await start({ ...SETUP, seed: 4, n_runs: 3 });
    expect(reports.map(({ seed }) => seed)).toEqual([4, 5, 6]);
    expect(new Set(reports.map(({ sha256 }) => sha256)).size).toBe(3);
    expect(workers.filter((worker) => !worker.isTerminated).length).toBe(before);
  });

  it('stands still while it is paused, and goes on after', async () => {
    const run = begin(LONG);
    await untilStep(5);
    pause(true);
    expect(train.value.phase).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const held = stepNow(train.value.runs[0]!);
    expect(held).toBeLessThan(LONG.n_steps!);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stepNow(train.value.runs[0]!)).toBe(held);
    pause(false);
    expect((await run)[0]!.step).toBe(LONG.n_steps);
  });

  it('that is cancelled says where, and its snapshot is offered', async () => {
    const run = begin(LONG);
    await untilStep(15);
    cancel();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect(train.value.notice).toMatch(/cancelled after step \d+\. The last snapshot \(step \d+\) is kept/);
    expect(train.value.problem).toBeUndefined();
    expect(train.value.kept).toHaveLength(1);
    expect(train.value.kept[0]!.step % 10).toBeLessThanOrEqual(1);
  });

  it('whose device is lost keeps its snapshot, from which a fresh worker comes to the same bits', async () => {
    const [whole] = await start(LONG);
    const n = workers.length;
    const run = begin(LONG);
    await untilStep(25);
    await loseDevices();
    await expect(run).rejects.toMatchObject({ kind: 'device', message: expect.stringContaining('is kept') });
    expect(train.value.problem?.kind).toBe('device');
    const { kept } = train.value;
    expect(kept).toHaveLength(1);
    const [resumed] = await start(kept[0]!.setup, kept);
    expect(workers.length).toBe(n + 1);
    expect(resumed!.sha256).toBe(whole!.sha256);
    expect(train.value.runs[0]!.points.map(({ step }) => step)).toEqual(
      Array.from({ length: 160 }, (_, i) => 5 * (i + 1)),
    );
    expect(train.value.runs[0]!.repeat).toEqual({ kind: 'same' });
    expect(train.value.kept).toEqual([]);
  });

  it('of a link is held against what its author got', async () => {
    const [report] = await start(SETUP);
    updateTrain({ author: { digests: [report!.sha256.slice(0, 16)], engine: '' } });
    await start(SETUP);
    expect(train.value.runs[0]!.matches_link).toBe(true);
    updateTrain({ author: { digests: ['0'.repeat(16)], engine: '' } });
    await start(SETUP);
    expect(train.value.runs[0]!.matches_link).toBe(false);
  });

  it('is refused while another goes on, and when there is no such task, in sentences', async () => {
    const run = start(SETUP);
    await expect(start(SETUP)).rejects.toMatchObject({ kind: 'busy' });
    await run;
    await expect(start({ ...SETUP, task: 'fashion-mpl' })).rejects.toMatchObject({
      kind: 'recipe',
      message: expect.stringContaining('this engine knows fashion-mlp, fashion-cnn, austen-decoder'),
    });
    await expect(start({ ...SETUP, n_train_files: 2 })).rejects.toMatchObject({
      message: expect.stringContaining('has 1 parts of training data, but 2 were asked for'),
    });
  });

  it('whose data are missing says what to do, and tries again', async () => {
    vi.stubGlobal('fetch', async () => new Response('no', { status: 404, statusText: 'Not Found' }));
    await expect(start(SETUP)).rejects.toMatchObject({
      kind: 'fetch',
      message: expect.stringContaining('models/austen/text.txt answered 404 Not Found'),
    });
    expect(train.value.problem?.kind).toBe('fetch');
    vi.stubGlobal('fetch', async () => new Response('words'));
    expect(await start(SETUP)).toHaveLength(1);
    expect(train.value.problem).toBeUndefined();
  });

  it('that goes on in another tab is not offered here', async () => {
    const run = begin(LONG);
    await untilStep(15);
    vi.stubGlobal('navigator', {
      locks: { query: async () => ({ held: [{ name: 'inscape.train/austen-decoder/1/all/800/auto' }] }) },
    });
    cancel();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect(train.value.kept).toEqual([]);
    vi.unstubAllGlobals();
    await findKept();
    expect(train.value.kept).toHaveLength(1);
  });
});
