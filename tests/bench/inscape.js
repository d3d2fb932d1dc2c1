/**
 * Inscape as the contract wants it: `window.benchmark(workload)` → `{ ms, check, head }`. A fresh worker runs each
 * workload, as the lab does.
 */
const device = new URLSearchParams(location.search).get('device') ?? 'cpu';
// With the page's own query, where the number of repetitions may stand.
const workerAddress = new URL(`inscape-worker.js${location.search}`, import.meta.url);

window.engineInfo = { name: `inscape ${device}` };
window.benchmark = (workload) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress, { type: 'module' });
    const settle = (finish, value) => {
      worker.terminate();
      finish(value);
    };
    worker.onmessage = ({ data }) =>
      data.error === undefined ? settle(resolve, data.result) : settle(reject, new Error(data.error));
    worker.onerror = (event) => settle(reject, new Error(event.message ?? 'the worker could not start'));
    worker.postMessage({ workload, device });
  });
