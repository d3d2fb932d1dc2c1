/**
 * The timing loops, the same for every engine. Each resolves to `{ ms, check, … }`: one entry of `ms` a repetition after
 * the warm-up, and what the check compares with refs.json (see README.md).
 */
import { fingerprint } from './fingerprint.js';
import { DECODE, decodePrompt } from './pretrained.js';
import { workloadNamed } from './workloads.js';

/** At least so many; the address of the page may ask for another number. */
const REPETITIONS = Number(new URLSearchParams(globalThis.location?.search).get('repetitions') ?? 5);
/** Short runs are repeated up to so often, as long as all repetitions fit into `ENOUGH_MS`. */
const MOST_REPETITIONS = 4 * REPETITIONS;
const ENOUGH_MS = 2000;
/** A first run longer than this is all of the warm-up. */
const LONG_RUN_MS = 10_000;
/** Training repetitions have fewer updates where one repetition would take longer. */
const LONG_REPETITION_MS = 5000;
/** The loss that is checked is that of this update, taken before the update is applied. */
const CHECKED_UPDATE = 6;
/** A decoder whose step takes longer than this is timed in short groups of tokens. */
const SLOW_STEP_MS = 300;
/** Five groups and the prompt stay within the positions that every engine's tables cover. */
const SLOW_GROUP = 6;
const HEAD = 8;

const clock = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** `run(true)` resolves to the whole output as a typed array; `run(false)` is what is timed. */
export async function timeForward(run) {
  let output;
  let estimate = await clock(async () => {
    output = await run(true);
  });
  if (estimate < LONG_RUN_MS) estimate = await clock(() => run(false));
  const fitting = Math.floor(ENOUGH_MS / estimate);
  const repetitions = Math.max(REPETITIONS, Math.min(MOST_REPETITIONS, fitting));
  const ms = [];
  while (ms.length < repetitions) ms.push(await clock(() => run(false)));
  return { ms, check: fingerprint(output), head: Array.from(output.slice(0, HEAD)) };
}

/**
 * `update(n)` makes n updates, each with the loss before it; `loss()` reads the last one. The loss is read once a
 * repetition, which waits for all its updates.
 */
export async function timeTraining({ update, loss }, workload) {
  await update(CHECKED_UPDATE);
  const check = await loss();
  const repetition = (n) =>
    clock(async () => {
      await update(n);
      await loss();
    });
  const fitting = Math.floor(LONG_REPETITION_MS / (await repetition(1)));
  const steps = Math.max(1, Math.min(workloadNamed(workload).updates, fitting));
  const ms = [];
  while (ms.length < REPETITIONS) ms.push((await repetition(steps)) / steps);
  return { ms, check, steps };
}

/**
 * ms per generated token; the prompt is not timed. `start()` begins with an empty cache and resolves to a function
 * `step(id, position)` that resolves to the next id. The first session is the warm-up. A slow engine gets one session
 * with five groups of 6 tokens, and only its first ids are checked.
 */
export async function timeDecode(start) {
  const prompt = decodePrompt();
  const ms = [];
  let ids = [];
  for (let session = 0; session <= REPETITIONS; session++) {
    const step = await start();
    let position = 0;
    let id;
    const feed = async (token) => {
      id = await step(token, position++);
    };
    const promptMs = await clock(async () => {
      for (const token of prompt) await feed(token);
    });
    ids = [id];
    const group = (n) =>
      clock(async () => {
        for (let i = 0; i < n; i++) {
          await feed(id);
          ids.push(id);
        }
      });
    if (promptMs / prompt.length > SLOW_STEP_MS) {
      while (ms.length < REPETITIONS) ms.push((await group(SLOW_GROUP)) / SLOW_GROUP);
      return { ms, head: ids.slice(0, HEAD) };
    }
    const tokenMs = (await group(DECODE.new - 1)) / (DECODE.new - 1);
    if (session > 0) ms.push(tokenMs);
  }
  return { ms, check: fingerprint(ids), head: ids.slice(0, HEAD) };
}
