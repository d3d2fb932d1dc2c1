/**
 * Serves the bench's pages, so that another harness can time them: `node tests/bench/serve.mjs [--port 8090] [--lab FOLDER]`.
 * Runs until it is interrupted.
 */
import { readOptions } from './harness/options.mjs';
import { benchServer, listen } from './harness/server.mjs';

const options = readOptions(process.argv.slice(2));
const server = benchServer({ here: import.meta.dirname, lab: options.lab, bundles: new Map() });
const origin = await listen(server, options.port);
for (const device of ['cpu', 'webgpu']) console.log(`${origin}inscape.html?device=${device}`);
