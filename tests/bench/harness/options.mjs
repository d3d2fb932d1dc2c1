/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { workloadNamed, workloads } from '../spec/workloads.js';
import { engineNamed, engines } from './engines.mjs';

const OPTIONS = {
  engines: { type: 'string' },
  workloads: { type: 'string' },
  url: { type: 'string', multiple: true, default: [] },
  lab: { type: 'string', default: '.cache/bench/lab' },
  native: { type: 'string', multiple: true, default: [] },
  out: { type: 'string', default: 'test-results/bench' },
  repetitions: { type: 'string', default: '5' },
  timeout: { type: 'string', default: '300' },
  isolated: { type: 'boolean', default: false },
  port: { type: 'string', default: '8090' },
};

export function readOptions(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const named = (list, find, all) => (list ? list.split(',').filter(Boolean).map(find) : all);
  return {
    ...values,
    engines: [...named(values.engines, engineNamed, engines), ...values.url.map(otherPage)],
    workloads: named(values.workloads, workloadNamed, workloads),
    timeout_s: positive('timeout', values.timeout),
    repetitions: positive('repetitions', values.repetitions),
    port: positive('port', values.port),
  };
}

/** `NAME=ADDRESS`: a page elsewhere that keeps the contract. A name that ends in “webgpu” is on the WebGPU path. */
function otherPage(text) {
  const [, name, address] = /^([^=]+)=(https?:\/\/.*)$/.exec(text) ?? [];
  if (!name) throw new Error(`--url expected NAME=http://…, but it was given “${text}”.`);
  return { name, path: name.endsWith('webgpu') ? 'webgpu' : 'cpu', page: address };
}

function positive(name, text) {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} expected a number above 0, but it was given “${text}”.`);
  return number;
}
