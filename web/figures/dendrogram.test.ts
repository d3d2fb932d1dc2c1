// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Tree } from '../lab/types';
import { writeCsv } from './csv';
import { cutInWords, dendrogram } from './dendrogram';
import { arrayOf, tableOf } from './tables';
import { branchesOf, cutHeight, groupsAfter, mergesBelow } from './tree-shape';

// a and c join first, then b and d, then both pairs, then e.
const tree: Tree = {
  caption: { id: 'tree', finding: '', about: '', unit: 'euclidean', n: 5, alt: 'two pairs and one alone.' },
  title: 'x in groups',
  labels: ['a', 'b', 'c', 'd', 'e'],
  merges: [
    [0, 2],
    [1, 3],
    [5, 6],
    [4, 7],
  ],
  heights: [1, 2, 4, 10],
  order: [4, 0, 2, 1, 3],
  n_groups: 2,
  height_name: 'height, euclidean',
  classes: ['x', 'y', 'x', 'y', 'z'],
};

function draw(nGroups = tree.n_groups) {
  const [onCut, onRead] = [vi.fn(), vi.fn()];
  const element = dendrogram(tree, { width: 400, most: 300, nGroups, onCut, onRead });
  const press = (key: string) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  return { element, onCut, onRead, press };
}

describe('the shape of a tree', () => {
  it('puts each merge between its two groups', () => {
    expect(branchesOf(tree)).toEqual([
      { left: 1, right: 2, leftHeight: 0, rightHeight: 0, height: 1 },
      { left: 3, right: 4, leftHeight: 0, rightHeight: 0, height: 2 },
      { left: 1.5, right: 3.5, leftHeight: 1, rightHeight: 2, height: 4 },
      { left: 0, right: 2.5, leftHeight: 0, rightHeight: 4, height: 10 },
    ]);
  });

  it('is cut into groups, which are numbered by their first stimulus', () => {
    expect(groupsAfter(tree, 2)).toEqual([0, 1, 0, 1, 2]);
    expect(groupsAfter(tree, 0)).toEqual([0, 1, 2, 3, 4]);
    expect([1, 2, 3, 4, 5].map((n) => mergesBelow(tree, cutHeight(tree, n)))).toEqual([4, 3, 2, 1, 0]);
  });
});

describe('a dendrogram', () => {
  it('says in words what it shows and where it is cut', () => {
    const { element } = draw();
    expect(element.getAttribute('aria-label')).toBe(
      'two pairs and one alone. Cut at 7.00: 2 groups of 4, 1 stimuli.',
    );
    expect(element.querySelectorAll('.leaves text')).toHaveLength(5);
    expect(element.querySelector('.group-legend')?.textContent).toBe('x (2)y (2)z (1)');
    // One colour for the group of four, ink for the merge above the cut.
    expect(element.querySelectorAll('.branches path')).toHaveLength(2);
  });

  it('is cut one merge farther with each key, and never beyond its ends', () => {
    const { onCut, press } = draw();
    press('ArrowLeft');
    expect(onCut).toHaveBeenLastCalledWith(3);
    press('ArrowRight');
    expect(onCut).toHaveBeenLastCalledWith(1);
    const whole = draw(1);
    whole.press('ArrowRight');
    expect(whole.onCut).not.toHaveBeenCalled();
    expect(cutInWords(tree, 1)).toBe('Cut at 10.4: one group of 5 stimuli.');
  });

  it('is read leaf by leaf', () => {
    const { onRead, press } = draw();
    press('ArrowDown');
    expect(onRead).toHaveBeenLastCalledWith({ leaf: 0, words: 'e, z: group 2' });
    press('ArrowDown');
    expect(onRead).toHaveBeenLastCalledWith({ leaf: 1, words: 'a, x: group 1' });
  });

  it('is a table of leaves with their groups, and an array as SciPy writes it', () => {
    expect(
      writeCsv(tableOf({ kind: 'tree', ...tree }))
        .split('\r\n')
        .slice(0, 3),
    ).toEqual(['stimulus,place among the leaves,group,class', 'e,1,2,z', 'a,2,1,x']);
    const { shape, values } = arrayOf({ kind: 'tree', ...tree });
    expect(shape).toEqual([4, 4]);
    expect([...values.slice(8)]).toEqual([5, 6, 4, 4, 4, 7, 10, 5]);
  });
});
