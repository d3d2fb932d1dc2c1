import { expect, test } from 'vitest';
import { timeDecode, timeForward, timeTraining } from './timing.js';

test('the output of a forward run is asked for once, and every run after is timed', async () => {
  const asked = [];
  const { ms, check, head } = await timeForward((isRead) => {
    asked.push(isRead);
    return isRead ? Float32Array.of(3, 4) : undefined;
  });
  expect(asked.filter(Boolean)).toEqual([true]);
  expect(asked).toHaveLength(2 + ms.length);
  expect(ms.length).toBeGreaterThanOrEqual(5);
  expect(check).toBeCloseTo(Math.sqrt((9 + 2 * 16) / 2));
  expect(head).toEqual([3, 4]);
});

test('training is checked by the loss of the sixth update', async () => {
  let done = 0;
  const { ms, check, steps } = await timeTraining(
    {
      update: (n) => {
        done += n;
      },
      loss: () => 10 - done,
    },
    'cnn-train',
  );
  expect(check).toBe(4);
  expect(ms).toHaveLength(5);
  expect(steps).toBe(20);
  expect(done).toBe(6 + 1 + 5 * 20);
});

test('decoding feeds the prompt and then its own ids, each with its position', async () => {
  const sessions = [];
  const { ms, head } = await timeDecode(() => {
    const fed = [];
    sessions.push(fed);
    return async (id, position) => {
      fed.push([id, position]);
      return 1000 + position;
    };
  });
  expect(sessions).toHaveLength(6);
  expect(ms).toHaveLength(5);
  expect(sessions[0]).toHaveLength(32 + 31);
  expect(sessions[0][32]).toEqual([1031, 32]);
  expect(head).toEqual([1031, 1032, 1033, 1034, 1035, 1036, 1037, 1038]);
});
