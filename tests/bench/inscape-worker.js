/**
 * The worker that times the lab's wasm, through its class `Bench`, which makes all seeded numbers itself:
 *
 *     static async create(device: 'cpu' | 'webgpu'): Bench
 *     async prepare(workload: string, weights: Uint8Array | undefined, config: string | undefined)
 *         `weights` are the bytes of model.safetensors and `config` the text of config.json, for pretrained models.
 *     forward   async run(read: boolean): Float32Array | number
 *                   the whole output if `read`, else any number once it is ready on its device
 *     training  async step(n: number): n updates;  async loss(): number, the loss before the last of them
 *     decode    async restart(): an empty cache;  async decode(id: number, position: number): number, the likeliest next id
 *     counters(): string, JSON of numbers about the last step: dispatches, bytes, …
 *
 * Times are taken here: a visitor's lab runs in a worker too, and what crosses to the page is not part of any peer's.
 */
import { addressOf, readBytes } from './spec/files.js';
import { DECODE, MINILM, SQUEEZENET } from './spec/pretrained.js';
import { timeDecode, timeForward, timeTraining } from './spec/timing.js';
import { workloadNamed } from './spec/workloads.js';

const MODELS = { 'minilm-32x32': MINILM, 'squeezenet-8': SQUEEZENET, decode: DECODE };

/** How each kind of workload is timed. */
const measures = {
  forward(bench, name) {
    // As for the peers, a product's output stays on its device, and every other output is read.
    const isResident = name.startsWith('matmul-');
    return timeForward(async (isRead) => {
      const output = await bench.run(isRead || !isResident);
      return typeof output === 'number' ? Float32Array.of(output) : output;
    });
  },
  training: (bench, name) => timeTraining({ update: (n) => bench.step(n), loss: () => bench.loss() }, name),
  decode: (bench) =>
    timeDecode(async () => {
      await bench.restart();
      return (id, position) => bench.decode(id, position);
    }),
};

async function benchmark(name, device) {
  const lab = await import(addressOf('lab/lab_bench.js'));
  if (!lab.Bench) throw new Error('This build of the lab has no class Bench.');
  await lab.default({ module_or_path: addressOf('lab/lab_bench_bg.wasm') });
  const bench = await lab.Bench.create(device);
  const folder = MODELS[name]?.folder;
  const weights = folder && (await readBytes(`${folder}/model.safetensors`));
  const config = folder && new TextDecoder().decode(await readBytes(`${folder}/config.json`));
  await bench.prepare(name, weights, config);
  const result = await measures[workloadNamed(name).kind](bench, name);
  return { ...result, counters: JSON.parse(bench.counters()) };
}

const sentence = (error) => error?.message ?? String(error);
const fail = (error) => self.postMessage({ error: sentence(error) });

// A trap inside an async wasm function never settles its promise: it surfaces only here.
self.addEventListener('error', (event) => fail(event));
self.addEventListener('unhandledrejection', (event) => fail(event.reason));

self.addEventListener('message', async ({ data: { workload, device } }) => {
  try {
    self.postMessage({ result: await benchmark(workload, device) });
  } catch (error) {
    fail(error);
  }
});
