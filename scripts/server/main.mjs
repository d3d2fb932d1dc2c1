/** `node scripts/server/main.mjs [--port 8080] [--dir dist] [--base /]`: serves a built lab on this machine only. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { staticServer } from './static.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    dir: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  end(`--port expected a whole number from 0 to 65535; it was given ${values.port}.`);
}
if (!existsSync(join(values.dir, 'index.html'))) {
  end(
    `There is no built page in ${values.dir}/. Run ./scripts/build first, or ./scripts/serve without --no-build.`,
  );
}
const server = staticServer(values.dir, values.base);
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE')
    end(`Port ${port} is in use. Choose another one: ./scripts/serve --port ${port + 1}`);
  end(`The server could not start: ${error.message}.`);
});
server.listen(port, '127.0.0.1', () => {
  console.log(`Inscape is at http://localhost:${server.address().port}${values.base}  (Ctrl+C ends it)`);
});

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}
