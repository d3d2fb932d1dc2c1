/** How busy the machine is with other work before a cell, so that a number can be judged. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const WATCHED_MS = 400;
const rounded = (value, digits) => Number(value.toFixed(digits));

export async function measureLoad() {
  return {
    others_busy: rounded(await coresBusy(), 2),
    calibration_ms: rounded(calibrate(), 1),
    load: rounded(loadavg()[0], 2),
  };
}

/** Cores at work while nothing of ours runs. */
async function coresBusy() {
  const before = ticks();
  await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
  const after = ticks();
  return cpus().length * (1 - (after.idle - before.idle) / (after.all - before.all));
}

function ticks() {
  const [line] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const fields = line.split(/\s+/).slice(1).map(Number);
  return { idle: fields[3] + fields[4], all: fields.reduce((sum, value) => sum + value, 0) };
}

/** The best of three runs of a fixed loop, which grows when the cores are slower or shared. */
function calibrate() {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    let x = 1;
    for (let i = 0; i < 5e6; i++) x = (x * 1.0000001 + i) % 1e6;
    // x is never negative, but the loop must not be optimised away.
    best = Math.min(best, performance.now() - start + (x < 0));
  }
  return best;
}
