import { fill } from '../../spec/seeded.js';
import { timeForward } from '../../spec/timing.js';
import { isGpu, openGraph, residentTensor, untilDone } from './session.js';

/** Inputs and output stay on the device; done means that its queue is empty. */
export async function matmul(n) {
  const session = await openGraph(`matmul-${n}`, isGpu ? { preferredOutputLocation: 'gpu-buffer' } : {});
  const square = (seed) => residentTensor({ shape: [n, n], data: fill(n * n, seed) });
  const feeds = { a: await square(1), b: await square(2) };
  return timeForward(async (isRead) => {
    const { c } = await session.run(feeds);
    const values = isRead ? await c.getData() : await untilDone();
    c.dispose();
    return values;
  });
}
