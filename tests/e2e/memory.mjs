/** Memory of a browser's processes, as the kernel counts it. */
import { readFileSync } from 'node:fs';

const EVERY_MS = 50;

/** Runs `work` and resolves to its result and by how many bytes renderers and graphics process grew at their peak. */
export async function withPeak(browser, work) {
  const session = await browser.newBrowserCDPSession();
  const resident = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo
      .filter(({ type }) => type === 'renderer' || type === 'GPU')
      .reduce((sum, { id }) => sum + residentBytes(id), 0);
  };
  const before = await resident();
  let peak = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await resident());
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  try {
    return { result: await work(), growth: peak - before, peak };
  } finally {
    isOver = true;
    await watching;
  }
}

function residentBytes(pid) {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // A process that has ended meanwhile.
    return 0;
  }
}
