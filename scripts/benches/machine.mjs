/** What the numbers were measured on, so that they can be judged. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

export function describeMachine(browser) {
  return {
    date: new Date().toISOString(),
    commit: firstLine('git', ['rev-parse', '--short', 'HEAD']),
    cpu: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    load_before: loadavg().map((load) => Math.round(load * 100) / 100),
    node: process.version,
    rust: firstLine('rustc', ['--version']),
    browser,
  };
}

function firstLine(program, args) {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')[0];
  } catch {
    return 'unknown';
  }
}
