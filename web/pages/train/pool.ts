import type { LabClient } from '../../lab/client';

/** The workers of a training, one a run, each with a memory of its own. */
export class Pool {
  #labs: (LabClient | undefined)[] = [];
  readonly #make: () => LabClient;

  constructor(make: () => LabClient) {
    this.#make = make;
  }

  /** The worker of run `i`, started when it is first called. */
  at(i: number): LabClient {
    this.#labs[i] ??= this.#make();
    return this.#labs[i];
  }

  hold(isOn: boolean) {
    for (const lab of this.#labs) lab?.hold(isOn);
  }

  async loseDevices() {
    await Promise.all(this.#labs.map((lab) => lab?.call('loseDevice', [])));
  }

  /** Ends a worker; the next call of its run starts a fresh one. */
  drop(i: number) {
    this.#labs[i]?.end();
    this.#labs[i] = undefined;
  }

  /** Ends all workers but the first, which holds the engine for the next run. */
  rest() {
    for (let i = 1; i < this.#labs.length; i++) this.drop(i);
  }
}
