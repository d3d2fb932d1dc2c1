// The shape of a tree of groups: where its branches lie, and which groups a cut makes.

import type { Tree } from '../lab/types';

/** One merge as it is drawn: a bar at its height, and a leg down to each of its two groups. */
export interface Branch {
  /** Places of the legs along the leaves, from 0. */
  left: number;
  right: number;
  /** Heights from which the legs come. */
  leftHeight: number;
  rightHeight: number;
  height: number;
}

/** Each merge with the places of its legs; leaves stand at whole numbers in the tree's order. */
export function branchesOf({ merges, heights, order }: Tree): Branch[] {
  const n = order.length;
  const place = new Float64Array(2 * n - 1);
  const top = new Float64Array(2 * n - 1);
  order.forEach((stimulus, at) => {
    place[stimulus] = at;
  });
  return merges.map(([a, b], k) => {
    const height = heights[k]!;
    place[n + k] = (place[a]! + place[b]!) / 2;
    top[n + k] = height;
    const [left, right] = place[a]! <= place[b]! ? [a, b] : [b, a];
    return {
      left: place[left]!,
      right: place[right]!,
      leftHeight: top[left]!,
      rightHeight: top[right]!,
      height,
    };
  });
}

/** The group of each stimulus after the first `nMerges` merges, numbered from 0 by their first stimulus. */
export function groupsAfter({ merges, order }: Tree, nMerges: number): number[] {
  const n = order.length;
  const holder = Int32Array.from({ length: 2 * n - 1 }, (_, i) => i);
  for (let k = nMerges - 1; k >= 0; k--) {
    const [a, b] = merges[k]!;
    holder[a] = holder[b] = holder[n + k]!;
  }
  const numbers = new Map<number, number>();
  return Array.from({ length: n }, (_, stimulus) => {
    const top = holder[stimulus]!;
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    return numbers.get(top)!;
  });
}

/** How many merges lie at or below a height. */
export const mergesBelow = ({ heights }: Tree, height: number): number =>
  heights.filter((one) => one <= height).length;

/** A height at which a cut makes `nGroups` groups: halfway between two merges. */
export function cutHeight({ heights, order }: Tree, nGroups: number): number {
  const k = order.length - nGroups;
  const [below, above] = [heights[k - 1] ?? 0, heights[k] ?? (heights.at(-1) ?? 0) * 1.08];
  return (below + above) / 2;
}
