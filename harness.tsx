import { render } from 'preact';
import './web/styles/fonts.css';
import './web/styles/tokens.css';
import './web/styles/base.css';
import './web/styles/bench.css';
import './web/styles/controls.css';
import './web/styles/figures.css';
import './web/styles/closer.css';
import { startTheme } from './web/components/use-theme';
import { bench, update } from './web/state/bench';
import { Plate } from './web/pages/bench/plate';
import { ViewsSection } from './web/pages/bench/views-section';
import { TokenLine } from './web/pages/bench/tokens-view';
startTheme();
const caption = (id: string, finding: string, n = 1) => ({ id, finding, about: 'Attention to all places right after an earlier place of the query’s token, mean over the queries that have one; 0 to 1. On 1 text of 25 random tokens that come twice (seed 1).', unit: 'share', n, alt: 'alt' });
const words = 'Once upon a time there was a little girl who lived in the wood with her old mother and a cat that could talk to birds , foxes and the north wind . Every morning she'.split(' ').map((w) => ' ' + w);
const n = Number(new URLSearchParams(location.search).get('n') ?? 40);
const tokens = Array.from({ length: n }, (_, i) => words[i % words.length]!);
const values = new Float32Array(30 * 9 * n * n);
for (let h = 0; h < 270; h++) for (let q = 0; q < n; q++) { let s = 0; for (let k = 0; k <= q; k++) { const v = Math.exp(-((q - k - (h % 5)) ** 2) / (1 + (h % 7))) + (k === 0 ? 0.5 : 0.01); values[(h * n + q) * n + k] = v; s += v; } for (let k = 0; k <= q; k++) values[(h * n + q) * n + k]! /= s; }
const figures: any[] = [
  { kind: 'table', caption: caption('next_tokens', 'After “The capital of France is” the likeliest next token is “ Paris” (36 %), then “ a” (12 %) and “ the” (8.1 %); the 10 listed hold 71 %.'), title: 'What comes next after “The capital of France is”', columns: [{ name: 'rank', unit: '' }, { name: 'token', unit: '' }, { name: 'id', unit: '' }, { name: 'probability', unit: 'probability' }, { name: 'log-probability', unit: 'nats' }], rows: Array.from({ length: 10 }, (_, i) => [i + 1, tokens[i]!, 7042 + i, 0.36 / (i + 1), Math.log(0.36 / (i + 1))]) },
  { kind: 'grid', caption: caption('head_scores', 'Head 18.6 (0.94) is most of an induction head, then 17.3 (0.85), 19.1 (0.7), 9.2 (0.66).'), title: 'Which heads are induction heads', rows: Array.from({ length: 30 }, (_, i) => String(i)), columns: Array.from({ length: 9 }, (_, i) => String(i)), row_axis: 'layer', column_axis: 'head', values: Array.from({ length: 270 }, (_, i) => (i * 37 % 101) / 101), domain: [0, 1], is_diverging: false, cell: 'head' },
  { kind: 'grid', caption: caption('patching', 'diverging.'), title: 'Patching', rows: Array.from({ length: 30 }, (_, i) => String(i)), columns: tokens.slice(0, 15), row_axis: 'layer', column_axis: 'position', values: Array.from({ length: 450 }, (_, i) => i % 17 === 0 ? null : ((i * 37 % 101) / 50 - 1)), domain: [-1, 1], is_diverging: true, cell: 'position' },
  { kind: 'patterns', caption: caption('patterns', '212 of 270 heads give more than half of their attention to the first token, “Once”; head 16.0 looks most at the token before (0.93).', n), title: 'Where each head looks in “Once upon a time”', tokens, layers: Array.from({ length: 30 }, (_, i) => i), n_heads: 9, values },
  { kind: 'written', caption: caption('writing', 'After “The capital of France is” the model writes “ Paris.”.'), title: 'How the model goes on from “The capital of France is”', prompt: 'The capital of France is', texts: [1, 2, 3].map((s) => ({ tokens: tokens.slice(0, 14).map((token, i) => ({ token, id: i, probability: ((i * s * 29) % 97) / 97, rank: 1 + i })), log_probability: -12.3 * s, has_ended: s === 2 })) },
];
const card: any = { model: bench.value.recipe.model, architecture: 'llama', input: 'text', has_lens: true, n_parameters: 1, weights_bytes: 1, default_sites: [], sites: [{ name: 'blocks.0.attn.hook_pattern', short: 'pattern.0', about: '', axes: '', units: 1 }] };
const recipe: any = { ...bench.value.recipe, inputs: { kind: 'lines', lines: ['Once upon a time there was a cat', 'two'] }, views: [{ kind: 'next_tokens', prompt: 'The capital of France is', n: 10 }, { kind: 'writing', prompt: 'The capital of France is', n_new: 12, choice: { kind: 'sampled', temperature: 0.8, top_k: 50, top_p: 0.95, seed: 1 } }, { kind: 'patterns', text: 0, max_tokens: 64 }, { kind: 'head_scores', score: 'head_induction', on: { kind: 'repeated_random', n_tokens: 25, n_sequences: 1, seed: 1 } }] };
const report: any = { recipe, figures, warnings: [], run: { engine: '0.1', backend: 'cpu', device: 'x', precision: 'f32 model, f64 analysis', n_stimuli: 1, stimulus_labels: ['a'], architecture: 'llama', times: [] } };
update({ card, recipe, shown: { report, asked: recipe } });
const toks = [{ id: 101, piece: '[CLS]', isSpecial: true }, ...tokens.slice(0, 12).map((piece, id) => ({ id, piece, isSpecial: false }))];
render(<div class="bench"><aside class="margin"><ViewsSection /><ol class="token-lines"><TokenLine tokens={toks} limit={9} /></ol></aside><Plate /></div>, document.getElementById('app')!);
