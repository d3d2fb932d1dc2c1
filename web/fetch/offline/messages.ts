/** What the page tells its service worker. */
export type WorkerMessage =
  /** Take the place of the worker of an older build. */
  | { kind: 'take over' }
  /** Keep these; answered by the port that comes along. */
  | { kind: 'used'; addresses: string[] };
