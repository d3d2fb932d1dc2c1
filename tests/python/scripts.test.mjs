// “Copy as Python” reproduces what the page shows: each script is run beside the files that it names.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureScript } from '../../web/pages/bench/python.ts';
import { BENCH, cases, FACTS, FILES, REPORT } from './cases.mjs';
import { engineWith } from './engine.mjs';
import { MORE, MORE_FILES } from './more-cases.mjs';

const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0,
);
if (!python) console.log('skipped, Python 3.11 or newer with venv absent: install it, then run this again.');

const SEED = 3;
const files = { ...FILES, ...MORE_FILES };
const engine = await engineWith(files);
const all = [...Object.entries(cases(engine.list())), ...MORE];
const fileOf = (name) => name.replaceAll(/\W+/g, '-');

describe.skipIf(!python)('a script in Python', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inscape-python-'));
  let printed = {};

  beforeAll(() => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    for (const [name, { task }] of all) {
      const script = engine.script(task, SEED);
      if ('text' in script) writeFileSync(join(folder, `${fileOf(name)}.py`), script.text);
    }
    for (const [name, { figure }] of BENCH) {
      writeFileSync(join(folder, `bench-${name}.py`), figureScript(figure, REPORT, FACTS));
    }
    writeFileSync(join(folder, 'bench-rdm.py'), figureScript('rdm', REPORT, FACTS));
    const output = execFileSync(python, ['tests/python/run.py', folder], {
      maxBuffer: 2 ** 26,
      timeout: 540_000,
    });
    printed = JSON.parse(output);
  }, 560_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(all)('prints what the page shows: %s', async (name, { task, shown, named, isMap, isIterative }) => {
    const script = engine.script(task, SEED);
    expect(script, script.why).toHaveProperty('text');
    const { error, printed: text } = printed[fileOf(name)];
    expect(error).toBeUndefined();
    const figures = await engine.run(task, SEED);
    const tolerance = isIterative ? 1e-3 : 1e-5;
    if (named) expectNamed(text, named(figures), tolerance);
    else expectNumbers(numbersIn(text), shown(figures), tolerance, isMap);
  });

  it.each(BENCH)('of the bench prints what the saved arrays give: %s', async (name, { task, shown }) => {
    const { error, printed: text } = printed[`bench-${name}`];
    expect(error).toBeUndefined();
    expectNumbers(numbersIn(text), shown(await engine.run(task, SEED)), 1e-5, name === 'map');
  });

  it('of the bench prints the whole RDM', () => {
    const { error, printed: text } = printed['bench-rdm'];
    expect(error).toBeUndefined();
    const rows = text.trim().split('\n').map(numbersIn);
    const n = REPORT.run.n_stimuli;
    expect(rows).toHaveLength(n);
    expect(rows.every((row, i) => row.length === n && row[i] === 0 && row[0] === rows[0][i])).toBe(true);
  });
});

/** Numbers with a point, in the order in which they stand. */
const numbersIn = (text) => (text.match(/-?\d+\.\d*(e[-+]?\d+)?|nan/g) ?? []).map(Number);

/** Lines `name: measure number` against a table of numbers by `name: measure`. */
function expectNamed(text, table, tolerance) {
  const lines = text.trim().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const [, name, number] = /^(.*) (\S+)$/.exec(line);
    expect(table, line).toHaveProperty([name]);
    if (typeof table[name] === 'number') expectAlike([Number(number)], [table[name]], tolerance, name);
    else expect(number, line).toBe('nan');
  }
}

/** Each axis of a map turned as the other is. */
function turned(found, wanted) {
  const signs = [0, 1].map((axis) =>
    Math.sign(wanted.reduce((sum, value, i) => (i % 2 === axis ? sum + value * found[i] : sum), 0)),
  );
  return found.map((value, i) => value * signs[i % 2]);
}

function expectNumbers(found, wanted, tolerance, isMap) {
  expect(found).toHaveLength(wanted.length);
  expectAlike(isMap ? turned(found, wanted) : found, wanted, tolerance);
}

function expectAlike(found, wanted, tolerance, name = '') {
  wanted.forEach((value, i) => {
    const isRounded = typeof value === 'object';
    const number = isRounded ? value.rounded : value;
    const most = isRounded ? 6e-4 : tolerance * Math.max(1, Math.abs(number));
    expect(Math.abs(found[i] - number), `${name} number ${i}: ${found[i]} and ${number}`).toBeLessThan(most);
  });
}
