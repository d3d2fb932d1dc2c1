/** Rejects when `promise` has not settled in `ms`; `what` was waited for. */
export async function within(promise, ms, what) {
  let clock;
  const late = new Promise((_, reject) => {
    clock = setTimeout(() => reject(new TimeLimit(what, ms)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(clock);
  }
}

export class TimeLimit extends Error {
  constructor(what, ms) {
    super(`${what}: no answer in ${ms / 1000} s`);
  }
}
