/**
 * `node scripts/experiments/store.mjs [SLUG…]`: runs each experiment's defaults (all, if none is named) natively on the
 * CPU and stores its report for the gallery's thumbnails: web/experiments/stored/SLUG.json. Run it after any change of an
 * experiment's defaults or method.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A thumbnail needs no more digits than these. */
const DIGITS = 4;

/** A report whose figures and readings have numbers of few digits; its recipe, with the digest, stays as it is. */
export function thinned(report) {
  const { recipe, ...rest } = report;
  return { recipe, ...JSON.parse(JSON.stringify(rest, (_, value) => rounded(value))) };
}

const rounded = (value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

function main(named) {
  const inscape = ['run', '--quiet', '--release', '--bin', 'inscape', '--'];
  const list = JSON.parse(execFileSync('cargo', [...inscape, 'list'], { maxBuffer: 1 << 26 }));
  const slugs = named.length > 0 ? named : list.experiments.map(({ slug }) => slug);
  const folder = mkdtempSync(join(tmpdir(), 'stored-'));
  mkdirSync('web/experiments/stored', { recursive: true });
  for (const slug of slugs) {
    const out = join(folder, `${slug}.json`);
    // A run in which a claim fails ends with 1, and is stored all the same: the gallery shows what came out.
    spawnSync('cargo', [...inscape, 'run', slug, '--out', out], { stdio: ['ignore', 'ignore', 'inherit'] });
    const report = thinned(JSON.parse(readFileSync(out, 'utf8')));
    writeFileSync(`web/experiments/stored/${slug}.json`, `${JSON.stringify(report)}\n`);
    console.log(`${slug}: ${report.claims.map(({ id, verdict }) => `${id} ${verdict}`).join(', ')}`);
  }
  rmSync(folder, { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
