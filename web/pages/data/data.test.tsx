// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNpy } from '../../figures/npy';
import { LabClient } from '../../lab/client';
import { FakeDataWorker } from '../../lab/fake-data';
import type { ArrayCard } from '../../lab/types';
import { data, EMPTY_DATA, updateData } from '../../state/data';
import { page } from '../../state/page';
import { Data } from './data';
import { makeExample } from './example';
import { dataLab } from './lab';
import { run } from './run';
import { addFiles, forgetFiles } from './shelf';

vi.mock('../../lab/start', () => ({
  makeLab: () => new LabClient(() => new FakeDataWorker()),
  lab: {},
}));

let place: HTMLElement;

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.stubGlobal('fetch', async () => new Response('{"models": []}'));
  dataLab.end();
  forgetFiles();
  data.value = { ...EMPTY_DATA };
  page.value = 'data';
  history.replaceState(null, '', '#data');
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, place);
  place.remove();
  vi.restoreAllMocks();
});

async function show() {
  await act(async () => render(<Data />, place));
  await act(async () => void (await vi.waitUntil(() => data.value.list !== undefined)));
}

const words = (selector: string) => [...place.querySelectorAll(selector)].map((one) => one.textContent);
const button = (name: string) =>
  [...place.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.getAttribute('aria-label') === name,
  )!;
const labelled = (name: string) =>
  [...place.querySelectorAll('label')]
    .find((one) => one.textContent?.startsWith(name))!
    .querySelector('input')!;

describe('the page of one’s own arrays', () => {
  it('teaches while it is empty, and is tried with made-up arrays', async () => {
    await show();
    expect(place.querySelector('h1')?.textContent).toBe('What do your own arrays hold?');
    expect(place.textContent).toContain('nothing leaves this machine');
    expect(words('.empty th')).toContain('5 × 60 × 60');
    expect(button('Run').getAttribute('aria-disabled')).toBe('true');
    expect(place.querySelector('#why-not')?.textContent).toBe('Give files first.');
    await act(async () => button('Try it with made-up arrays').click());
    await act(
      async () =>
        void (await vi.waitUntil(() => data.value.cards.length === 4 && data.value.reading.length === 0)),
    );
    expect(words('.arrays tbody th').map((text) => text?.split('An')[0])).toEqual([
      'layer_a',
      'layer_b',
      'classes',
      'subjects',
    ]);
    expect(place.querySelector('h1')?.textContent).toBe('Which array comes nearest to subjects?');
    expect(button('Run').getAttribute('aria-disabled')).toBe('false');
  });

  it('runs, and gives each figure its facts, files and script', async () => {
    await show();
    await act(() => addFiles(makeExample().slice(0, 2)));
    await act(async () => button('Run').click());
    await act(
      async () =>
        void (await vi.waitUntil(() => data.value.shown !== undefined && data.value.job === undefined)),
    );
    expect(words('.figure .facts')).toEqual(['n = 60', 'CPU, f64', 'seed 1']);
    expect(place.querySelector('.origin')?.textContent).toBe(
      'Computed on your machine in 0.2 s by Inscape 0.1.0: 60 stimuli, seed 1.',
    );
    expect(words('.files button')).toEqual(['SVG', 'PNG', 'npy', 'CSV', 'JSON', 'Copy as Python']);
    expect(words('.status .notice')).toEqual(['No file names its stimuli.']);
    const write = vi.fn();
    vi.stubGlobal('navigator', { clipboard: { writeText: write } });
    await act(async () => button('Copy as Python').click());
    expect(write).toHaveBeenCalledWith(expect.stringContaining('np.load("layer_a.npy")'));
    vi.unstubAllGlobals();
    await act(async () => labelled('layer_b').click());
    expect(place.querySelector('.figure.stale')).not.toBeNull();
    expect(place.querySelector('#why-not')?.textContent).toBe('Choose at least two arrays.');
  });

  it('shows what each array is, and marks NaN', async () => {
    await show();
    const card: ArrayCard = {
      name: 'marred',
      shape: [60, 20],
      dtype: 'f32',
      kind: 'activations',
      n_stimuli: 60,
      n_nan: 3,
      n_infinite: 1,
      sha256: 'ab'.repeat(32),
      understood: 'Activations: 60 stimuli (rows) × 20 units (columns).',
      stimuli: Array.from({ length: 60 }, (_, i) => `s${i}`),
    };
    await act(async () => updateData({ cards: [card], form: { ...data.value.form, kind: 'compare' } }));
    expect(words('.arrays td')).toEqual(['60 × 20', 'f32', 'activations', '60, named', '3, 1', 'Remove']);
    expect(place.querySelector('td.marred')?.textContent).toBe('3, 1');
    const tick = labelled('marred');
    expect(tick.disabled).toBe(true);
    expect(tick.closest('label')?.textContent).toContain('has NaN or infinite values');
  });

  it('offers only the analyses that the arrays allow, with the reason', async () => {
    await show();
    await act(() => addFiles(makeExample().slice(0, 1)));
    expect(labelled('Read classes').disabled).toBe(true);
    expect(labelled('Read classes').closest('label')?.textContent).toContain('needs activations and labels');
    expect(labelled('Each alone').checked).toBe(true);
    await act(() => addFiles([makeExample()[2]!]));
    expect(labelled('Read classes').checked).toBe(true);
    expect(words('.controls h2')).toContain('Read classes ');
    expect(place.textContent).toContain('Folds');
  });

  it('has forms for RDMs, mixtures, graphs and what else decoding and encoding can tell', async () => {
    await show();
    await act(() => addFiles(makeExample()));
    const choose = (kind: string) => act(async () => labelled(kind).click());
    const pick = (name: string, value: string) =>
      act(async () => {
        const select = [...place.querySelectorAll('.choice label')]
          .find((one) => one.textContent?.startsWith(name))!
          .querySelector('select')!;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    const why = () => place.querySelector('#why-not')?.textContent;
    await choose('Noise and topology');
    await pick('Distance', 'crossnobis');
    expect(why()).toBe('Choose the conditions that were measured several times.');
    await pick('Conditions', 'classes');
    expect(why()).toContain('Choose the runs');
    await pick('What is done to the distances', 'geo_topological_transform');
    expect(place.textContent).toContain('Quantile up to which distances become 0');
    expect(data.value.form).toMatchObject({ rdmDistance: 'crossnobis', labels: 'classes' });

    await choose('Mixture of models');
    expect(place.textContent).toContain('as a model: 0 within a class, 1 between classes');
    await act(async () => labelled('classes').click());
    expect(why()).toBe('');
    expect(labelled('On a graph').disabled).toBe(true);

    await choose('Predict');
    await act(async () => labelled('One penalty for all targets').click());
    await choose('Read classes');
    await act(async () => labelled('Count the bits').click());
    expect(data.value.form).toMatchObject({ isAlphaShared: true, isCoded: true, hasPairs: true });
  });

  it('lets the visitor say how an array is read, and folds a long table', async () => {
    await show();
    const triangles = new Blob([writeNpy([5, 66], new Float64Array(330))]);
    await act(() => addFiles([{ name: 'triangles.npy', blob: triangles }]));
    const select = place.querySelector<HTMLSelectElement>('.arrays select')!;
    expect(select.getAttribute('aria-label')).toBe('How triangles is read');
    expect([...select.options].map(({ text }) => text)).toEqual(['activations', 'RDMs of 12 stimuli']);
    await act(async () => {
      select.value = 'rdms';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await vi.waitUntil(() => data.value.cards[0]?.kind === 'rdms');
    });
    expect(data.value.cards[0]).toMatchObject({ n_stimuli: 12 });
    const [card] = data.value.cards;
    await act(async () =>
      updateData({ cards: Array.from({ length: 14 }, (_, i) => ({ ...card!, name: `array ${i}` })) }),
    );
    expect(words('.arrays tbody th')).toHaveLength(12);
    await act(async () => button('Show all 14 arrays').click());
    expect(words('.arrays tbody th')).toHaveLength(14);
  });

  it('says beneath a measure what it measures', async () => {
    await show();
    await act(() => addFiles(makeExample().slice(0, 2)));
    expect(words('.metric-card summary')).toEqual(['What this measures: Title of cka_linear_debiased']);
  });

  it('of a link says which arrays are needed, and that they must be given again', async () => {
    await show();
    await act(() => addFiles(makeExample().slice(0, 2)));
    await act(async () => void (await run()));
    const { hash } = location;
    render(null, place);
    data.value = { ...EMPTY_DATA };
    history.replaceState(null, '', hash);
    await show();
    expect(place.querySelector('.needed')?.textContent).toContain('It carries none of their numbers');
    expect(words('.needed li span')).toEqual(['not here yet', 'not here yet']);
    await act(() => addFiles(makeExample().slice(0, 1)));
    expect(words('.needed li span')).toEqual(['here', 'not here yet']);
    await act(async () => button('Ask for something else').click());
    expect(place.querySelector('.needed')).toBeNull();
    expect(data.value.form).toMatchObject({ kind: 'summaries', arrays: ['layer_a'] });
  });
});
