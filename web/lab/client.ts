// The page's side of the worker: typed calls that resolve or reject, with progress and cancel.

import { problem } from '../state/problem';
import { t } from '../words/words';
import type { Answer, Method, Methods, Request, TrainEvent } from './protocol';
import type { ErrorReport, Figure, Progress } from './types';

/** The part of `Worker` that is used; a test has its own. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  /** Hears of a training run. */
  onTrain?: (event: TrainEvent) => void;
  /** Hears of figures while they grow. */
  onFigures?: (figures: Figure[]) => void;
  /** Aborting asks the engine to stop; if it does not answer in time, the worker is thrown away. */
  signal?: AbortSignal;
}

/** How long a cancelled call may take to answer before the worker is replaced. */
const CANCEL_GRACE_MS = 5000;

interface Call {
  resolve(value: unknown): void;
  reject(report: ErrorReport): void;
  onProgress?: (progress: Progress) => void;
  onTrain?: (event: TrainEvent) => void;
  onFigures?: (figures: Figure[]) => void;
  graceTimer?: ReturnType<typeof setTimeout>;
  stopListening?: () => void;
}

/** Calls that a fresh worker must see again to be where the old one was. */
interface Replay {
  probe?: Methods['probe']['args'];
  open?: Methods['open']['args'];
}

export class LabClient {
  #worker: WorkerLike | undefined;
  #calls = new Map<number, Call>();
  #nextId = 1;
  #replay: Replay = {};
  readonly #makeWorker: () => WorkerLike;
  readonly #cancelGraceMs: number;
  /** Hears that the worker was replaced, and why. */
  onRebuilt: ((reason: string) => void) | undefined;
  /** Hears sentences for the visitor that belong to no call. */
  onNotice: ((sentence: string) => void) | undefined;

  constructor(makeWorker: () => WorkerLike, cancelGraceMs = CANCEL_GRACE_MS) {
    this.#makeWorker = makeWorker;
    this.#cancelGraceMs = cancelGraceMs;
  }

  /** Calls a method of the worker. Rejects with an `ErrorReport`. */
  call<M extends Method>(
    method: M,
    args: Methods[M]['args'],
    options: CallOptions = {},
  ): Promise<Methods[M]['result']> {
    if (options.signal?.aborted) return Promise.reject(CANCELLED);
    const result = this.#send(method, args, options) as Promise<Methods[M]['result']>;
    // Remembered only once it worked, so that a model that kills the worker is not opened again.
    if (method === 'probe') this.#rememberOnSuccess(result, { probe: args as Methods['probe']['args'] });
    if (method === 'open') this.#rememberOnSuccess(result, { open: args as Methods['open']['args'] });
    return result;
  }

  #rememberOnSuccess(result: Promise<unknown>, calls: Replay) {
    result.then(
      () => Object.assign(this.#replay, calls),
      () => {},
    );
  }

  #send(
    method: Method,
    args: unknown[],
    { onProgress, onTrain, onFigures, signal }: CallOptions,
  ): Promise<unknown> {
    const worker = this.#ensureWorker();
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const call: Call = {
        resolve,
        reject,
        ...(onProgress && { onProgress }),
        ...(onTrain && { onTrain }),
        ...(onFigures && { onFigures }),
      };
      this.#calls.set(id, call);
      if (signal) {
        const cancel = () => this.#cancel(id);
        signal.addEventListener('abort', cancel, { once: true });
        call.stopListening = () => signal.removeEventListener('abort', cancel);
      }
      worker.postMessage({ kind: 'call', id, method, args });
    });
  }

  /** Holds what the worker is doing at its next breath, or lets it go on. Calls that begin later are not held. */
  hold(isOn: boolean) {
    for (const id of this.#calls.keys()) this.#worker?.postMessage({ kind: 'hold', id, isOn });
  }

  /** Ends the worker. What it was doing is rejected as cancelled; the next call starts a fresh one. */
  end() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#replay = {};
    for (const id of [...this.#calls.keys()]) this.#settle(id)?.reject(CANCELLED);
  }

  #cancel(id: number) {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#worker?.postMessage({ kind: 'cancel', id });
    call.graceTimer = setTimeout(() => {
      this.#settle(id)?.reject(CANCELLED);
      this.#rebuild(t`The run did not stop when asked, so the engine was restarted; your settings are kept.`);
    }, this.#cancelGraceMs);
  }

  #ensureWorker(): WorkerLike {
    if (this.#worker) return this.#worker;
    const worker = this.#makeWorker();
    worker.onmessage = (event) => this.#receive(worker, event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#receive(worker, { kind: 'trap', reason: event.message ?? t`the worker could not start` });
    };
    this.#worker = worker;
    return worker;
  }

  #receive(worker: WorkerLike, answer: Answer) {
    if (worker !== this.#worker) return;
    if (answer.kind === 'trap') this.#rebuild(trapSentence(answer.reason), answer.reason);
    else if (answer.kind === 'notice') this.onNotice?.(answer.sentence);
    else if (answer.kind === 'progress') this.#calls.get(answer.id)?.onProgress?.(answer.progress);
    else if (answer.kind === 'train') this.#calls.get(answer.id)?.onTrain?.(answer.event);
    else if (answer.kind === 'figures') this.#calls.get(answer.id)?.onFigures?.(answer.figures);
    else if (answer.kind === 'result') this.#settle(answer.id)?.resolve(answer.value);
    else this.#settle(answer.id)?.reject(answer.report);
  }

  #settle(id: number): Call | undefined {
    const call = this.#calls.get(id);
    if (!call) return undefined;
    this.#calls.delete(id);
    clearTimeout(call.graceTimer);
    call.stopListening?.();
    return call;
  }

  /** Throws the worker away, fails what it was doing, and brings a fresh one to the same model. */
  #rebuild(why: string, cause?: string) {
    this.#worker?.terminate();
    this.#worker = undefined;
    const report = problem('trap', why, cause ? [cause] : []);
    for (const id of [...this.#calls.keys()]) this.#settle(id)?.reject(report);
    // The messages queue in the worker, so later calls find device and model ready. Should one fail,
    // the next call says so itself.
    const { probe, open } = this.#replay;
    if (probe) this.#send('probe', probe, {}).catch(() => {});
    if (open) this.#send('open', open, {}).catch(() => {});
    this.onRebuilt?.(why);
  }
}

const CANCELLED = problem('cancelled', t`The run was cancelled.`);

function trapSentence(reason: string): string {
  const memory = /memory|alloc|oom/i.test(reason)
    ? t`It ran out of memory: try fewer sites or inputs, or a pooling other than “none”.`
    : t`Run it again; if it stops at the same place, try fewer sites or the other backend.`;
  return t`The engine stopped in the middle of its work and was restarted; the model and your settings are kept. ${memory}`;
}
