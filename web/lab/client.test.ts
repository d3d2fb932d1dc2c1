import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabClient, type WorkerLike } from './client';
import type { Answer, Method, Request } from './protocol';

/** A worker that does what `script` says for each request, a moment later. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  seen: Request[] = [];
  isTerminated = false;
  script: (request: Request, worker: FakeWorker) => void;
  constructor(script: FakeWorker['script']) {
    this.script = script;
  }
  postMessage(message: Request) {
    this.seen.push(message);
    this.script(message, this);
  }
  terminate() {
    this.isTerminated = true;
  }
  answer(answer: Answer) {
    queueMicrotask(() => this.onmessage?.({ data: answer } as MessageEvent<Answer>));
  }
  get methods(): Method[] {
    return this.seen.flatMap((request) => (request.kind === 'call' ? [request.method] : []));
  }
}

function client(script: FakeWorker['script'], graceMs?: number) {
  const workers: FakeWorker[] = [];
  const lab = new LabClient(() => {
    workers.push(new FakeWorker(script));
    return workers.at(-1)!;
  }, graceMs);
  return { lab, workers };
}

const files = {
  model: { id: 'm', revision: '', sha256: '' },
  config: new Uint8Array(),
  weights: [{ name: 'w', blob: new Blob() }],
};

afterEach(() => vi.useRealTimers());

describe('the lab client', () => {
  it('resolves with the result and hears progress before it', async () => {
    const { lab } = client((request, worker) => {
      worker.answer({ kind: 'progress', id: request.id, progress: { stage: 'listing', done: 0.5 } });
      worker.answer({ kind: 'result', id: request.id, value: 'list' });
    });
    const stages: string[] = [];
    expect(await lab.call('list', [], { onProgress: (p) => stages.push(p.stage) })).toBe('list');
    expect(stages).toEqual(['listing']);
  });

  it('passes on sentences for the visitor that belong to no call', async () => {
    const { lab } = client((request, worker) => {
      worker.answer({ kind: 'notice', sentence: 'There is no room.' });
      worker.answer({ kind: 'result', id: request.id, value: 'list' });
    });
    const said: string[] = [];
    lab.onNotice = (sentence) => said.push(sentence);
    await lab.call('list', []);
    expect(said).toEqual(['There is no room.']);
  });

  it('rejects with the report of the engine and keeps its worker', async () => {
    const report = { kind: 'recipe', message: 'no such site', causes: ['a'] };
    const { lab, workers } = client((request, worker) =>
      worker.answer({ kind: 'error', id: request.id, report }),
    );
    await expect(lab.call('list', [])).rejects.toEqual(report);
    await expect(lab.call('list', [])).rejects.toEqual(report);
    expect(workers).toHaveLength(1);
  });

  it('passes a cancel on, and the engine that answers it lives on', async () => {
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'cancel')
        worker.answer({
          kind: 'error',
          id: request.id,
          report: { kind: 'cancelled', message: 'cancelled', causes: [] },
        });
    });
    const stop = new AbortController();
    const run = lab.call('list', [], { signal: stop.signal });
    stop.abort();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect(workers).toHaveLength(1);
    expect(workers[0]!.isTerminated).toBe(false);
  });

  it('replaces a worker that does not answer a cancel in time', async () => {
    vi.useFakeTimers();
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'call' && request.method === 'open')
        worker.answer({ kind: 'result', id: request.id, value: {} });
    }, 5000);
    await lab.call('open', [files]);
    const stop = new AbortController();
    const run = lab.call('list', [], { signal: stop.signal });
    const outcome = expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    stop.abort();
    await vi.advanceTimersByTimeAsync(4999);
    expect(workers[0]!.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    expect(workers[0]!.isTerminated).toBe(true);
    expect(workers[1]!.methods).toEqual(['open']);
  });

  it('after a trap fails all calls with a sentence, and opens the model again in a fresh worker', async () => {
    const { lab, workers } = client((request, worker) => {
      if (request.kind !== 'call') return;
      if (request.method === 'trap') worker.answer({ kind: 'trap', reason: 'unreachable' });
      else if (request.method !== 'run')
        worker.answer({ kind: 'result', id: request.id, value: request.method });
    });
    const rebuilt = vi.fn();
    lab.onRebuilt = rebuilt;
    await lab.call('probe', ['auto']);
    await lab.call('open', [files]);
    const waiting = lab.call('run', [{} as never, {}]);
    const trap = lab.call('trap', []);
    await expect(waiting).rejects.toMatchObject({
      kind: 'trap',
      message: expect.stringContaining('settings are kept'),
    });
    await expect(trap).rejects.toMatchObject({ kind: 'trap', causes: ['unreachable'] });
    expect(workers[0]!.isTerminated).toBe(true);
    expect(workers[1]!.methods).toEqual(['probe', 'open']);
    expect(await lab.call('list', [])).toBe('list');
    expect(rebuilt).toHaveBeenCalledOnce();
  });

  it('does not open again a model that trapped while it was opened', async () => {
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'call') worker.answer({ kind: 'trap', reason: 'out of memory' });
    });
    await expect(lab.call('open', [files])).rejects.toMatchObject({
      message: expect.stringContaining('memory'),
    });
    expect(workers).toHaveLength(1);
  });

  it('ignores what a thrown-away worker still says', async () => {
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'call' && request.method === 'trap') worker.answer({ kind: 'trap', reason: 'x' });
    });
    await expect(lab.call('trap', [])).rejects.toMatchObject({ kind: 'trap' });
    const next = lab.call('list', []);
    workers[0]!.answer({ kind: 'result', id: 2, value: 'old' });
    workers[1]!.answer({ kind: 'result', id: 2, value: 'new' });
    expect(await next).toBe('new');
  });

  it('hears of a training run, and holds it', async () => {
    const point = { step: 1, epoch: 0.1, loss: 2, rate: 0.1 };
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'call')
        worker.answer({ kind: 'train', id: request.id, event: { kind: 'point', point } });
      else worker.answer({ kind: 'result', id: request.id, value: {} });
    });
    const heard: unknown[] = [];
    const run = lab.call('train', [{ task: 't', seed: 1 }, [], undefined], {
      onTrain: (event) => heard.push(event),
    });
    lab.hold(true);
    await run;
    expect(heard).toEqual([{ kind: 'point', point }]);
    expect(workers[0]!.seen.at(-1)).toEqual({ kind: 'hold', id: 1, isOn: true });
    lab.hold(false);
    expect(workers[0]!.seen).toHaveLength(2);
  });

  it('that is ended rejects what it was doing, and starts afresh with the next call', async () => {
    const { lab, workers } = client((request, worker) => {
      if (request.kind === 'call' && request.method === 'list')
        worker.answer({ kind: 'result', id: request.id, value: 'list' });
    });
    const run = lab.call('probe', ['auto']);
    lab.end();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect(workers[0]!.isTerminated).toBe(true);
    expect(await lab.call('list', [])).toBe('list');
    expect(workers).toHaveLength(2);
  });
});
