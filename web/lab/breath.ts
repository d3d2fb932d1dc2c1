// Between two pieces of its work the engine takes a breath: messages arrive, and the call may be held or cancelled.

export class Breath {
  #cancelled = new Set<number>();
  #held = new Set<number>();
  /** How a call that is held goes on. */
  #waiting = new Map<number, () => void>();
  readonly #turn: () => Promise<void>;

  /** `turn` resolves after messages had their turn. */
  constructor(turn: () => Promise<void> = nextTask) {
    this.#turn = turn;
  }

  cancel(id: number) {
    this.#cancelled.add(id);
    this.#wake(id);
  }

  /** Holds a call at its next breath, or lets it go on. */
  hold(id: number, isOn: boolean) {
    if (isOn) this.#held.add(id);
    else this.#held.delete(id);
    if (!isOn) this.#wake(id);
  }

  isCancelled(id: number): boolean {
    return this.#cancelled.has(id);
  }

  /** Resolves to true when call `id` is to stop; stays open while it is held. */
  async breathe(id: number): Promise<boolean> {
    await this.#turn();
    while (this.#held.has(id) && !this.#cancelled.has(id))
      await new Promise<void>((resolve) => this.#waiting.set(id, resolve));
    return this.#cancelled.has(id);
  }

  /** Forgets a call that has been answered. */
  end(id: number) {
    this.#cancelled.delete(id);
    this.#held.delete(id);
    this.#waiting.delete(id);
  }

  #wake(id: number) {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }
}

/** Messages arrive only between macrotasks, hence the channel; a timer would wait 4 ms. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
