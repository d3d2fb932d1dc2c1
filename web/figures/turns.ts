// Long work in slices, so that pointer and keys are answered in between.

/** The longest that work holds the page up at once, in milliseconds: half a frame. */
const SLICE_MS = 8;

export interface Turn {
  /** Whether it is time to let others work. */
  isOver: () => boolean;
  /** Lets them, and begins the next turn. */
  next: () => Promise<void>;
}

/** A turn that begins now: `if (turn.isOver()) await turn.next();` between steps. */
export function beginTurn(): Turn {
  let end = performance.now() + SLICE_MS;
  return {
    isOver: () => performance.now() >= end,
    next: async () => {
      await giveWay();
      end = performance.now() + SLICE_MS;
    },
  };
}

/** Resolves in a task of its own. */
function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
