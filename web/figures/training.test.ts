// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { TrainPoint } from '../lab/types';
import { binLoss } from './bins';
import { writeCsv } from './csv';
import { stack } from './stack';
import { svg } from './svg';
import { shortTrainTable, trainArray, trainTable } from './train-table';
import { lossPanel, metricDomain, metricPanel, type TrainingCurves } from './training';

const point = (step: number, loss: number, metric?: number): TrainPoint => ({
  step,
  epoch: step / 10,
  loss,
  rate: 0.002,
  ...(metric !== undefined && { metric }),
});
const accuracy = { name: 'test accuracy', unit: '%', target: 88, is_higher_better: true };
const curves = (n_runs = 1, n = 40): TrainingCurves => ({
  runs: Array.from({ length: n_runs }, (_, run) => ({
    label: `seed ${run + 1}`,
    points: Array.from({ length: n }, (_, i) =>
      point(i + 1, 2 / (i + 1), i % 10 === 9 ? 80 + i / 10 : undefined),
    ),
  })),
  n_steps: 40,
  steps_per_epoch: 10,
  metric: accuracy,
});
const options = { width: 600, height: 300, isLog: false, isNamed: true, fontSize: 11, alt: 'the loss falls' };

describe('a noisy loss', () => {
  it('is drawn by the mean, least and most of each stretch', () => {
    expect(binLoss([point(1, 4), point(2, 2), point(7, 1)], 10, 2)).toEqual([
      { step: 2, mean: 3, least: 2, most: 4, n: 2 },
      { step: 7, mean: 1, least: 1, most: 1, n: 1 },
    ]);
  });

  it('has no more stretches than room, also on a logarithmic axis, and its last step is the last', () => {
    const many = Array.from({ length: 5000 }, (_, i) => point(i + 1, 1));
    for (const isLog of [false, true]) {
      const bins = binLoss(many, 5000, 100, isLog);
      expect(bins.length).toBeLessThanOrEqual(100);
      expect(bins.at(-1)!.step).toBe(5000);
      expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(5000);
    }
  });

  it('leaves out what is not a number', () => {
    expect(binLoss([point(1, Number.NaN), point(2, 1)], 10, 5)).toHaveLength(1);
  });
});

describe('the figure of a training', () => {
  it('says what it shows, and has one line a run', () => {
    for (const n of [1, 3]) {
      const drawn = lossPanel(curves(n), options);
      expect(drawn.getAttribute('aria-label')).toBe('the loss falls');
      expect(drawn.getAttribute('role')).toBe('img');
      expect(drawn.querySelectorAll('[aria-label="line"] path')).toHaveLength(n);
    }
  });

  it('names the seeds where there are several, and bands the loss where there is one', () => {
    expect(lossPanel(curves(3), options).querySelector('.run-legend')?.textContent).toBe(
      'seed 1seed 2seed 3',
    );
    expect(lossPanel(curves(1), options).querySelector('.run-legend')).toBeNull();
    expect(lossPanel(curves(1), options).querySelectorAll('[aria-label="area"]')).toHaveLength(1);
    expect(lossPanel(curves(3), options).querySelectorAll('[aria-label="area"]')).toHaveLength(0);
  });

  it('shows the target as a line with its number', () => {
    const drawn = metricPanel(curves(), options);
    expect(drawn.querySelectorAll('[aria-label="rule"] line').length).toBe(1);
    expect(drawn.textContent).toContain('target 88 %');
  });

  it('stands before the first point, by step or by its logarithm', () => {
    for (const isLog of [false, true]) {
      expect(lossPanel(curves(1, 0), { ...options, isLog }).tagName).toMatch(/svg/i);
      expect(metricPanel(curves(2, 0), { ...options, isLog }).textContent).toContain('target 88 %');
    }
  });

  it('gives the values and the target room, but a share at most 100 %', () => {
    expect(metricDomain([], accuracy)).toEqual([86.24, 89.76]);
    expect(metricDomain([99.9], accuracy)[1]).toBe(100);
    const [low, high] = metricDomain([2.4], { ...accuracy, unit: 'nats per character', target: 1.6 });
    expect(low).toBeLessThan(1.6);
    expect(high).toBeGreaterThan(2.4);
  });
});

describe('the files of a training', () => {
  it('hold every point as CSV', () => {
    const lines = writeCsv(trainTable(curves(2)))
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(81);
    expect(lines[0]).toBe('run,step,epoch,"loss, nats",learning rate,"test accuracy, %"');
    expect(lines[1]).toBe('seed 1,1,0.1,2,0.002,');
    expect(lines[10]).toBe('seed 1,10,1,0.2,0.002,80.9');
  });

  it('and as one array, NaN where nothing was tested', () => {
    const { shape, values } = trainArray(curves(2));
    expect(shape).toEqual([80, 6]);
    expect([...values.slice(0, 6)]).toEqual([0, 1, 0.1, 2, 0.002, Number.NaN]);
  });

  it('on the page have few rows, all tests and the last among them', () => {
    const { rows } = shortTrainTable(curves(1, 39), 8);
    expect(rows.length).toBeLessThan(16);
    expect(rows.map(([, step]) => step)).toEqual(expect.arrayContaining(['10', '20', '30', '39']));
  });

  it('as a picture stand one beneath the other', () => {
    const parts = [svg('svg', { width: 100, height: 40 }), svg('svg', { width: 90, height: 20 })];
    const drawn = stack(parts);
    expect([drawn.getAttribute('width'), drawn.getAttribute('height')]).toEqual(['100', '74']);
    expect([...drawn.children].map((part) => part.getAttribute('y'))).toEqual(['0', '54']);
  });
});
