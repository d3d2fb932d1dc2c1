/** Runs one command, shows and returns its output, and ends it with all its children when its time is up. */
import { spawn } from 'node:child_process';

/** Resolves to `{ succeeded, output, timed_out }`; `show` receives each piece of output as it comes. */
export function runCommand([program, ...args], { env = {}, limit_s, show }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces = [];
    let timed_out = false;
    const clock = setTimeout(() => {
      timed_out = true;
      endGroup(child.pid);
    }, limit_s * 1000);
    const take = (piece) => {
      pieces.push(piece);
      show(piece);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => take(Buffer.from(`${program} could not be started: ${error.message}.\n`)));
    // 'close' comes after 'error' too, and only once all output has been read.
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve({ succeeded: code === 0 && !timed_out, output: Buffer.concat(pieces).toString(), timed_out });
    });
  });
}

/** The child leads its own process group, so browsers that it started end with it. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the same moment.
  }
}
