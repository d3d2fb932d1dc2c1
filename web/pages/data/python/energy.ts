import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import { ORDERS } from './draws';
import type { Asked, Steps } from './script';

/** Orders of the stimuli for what chance would say, as many as Inscape takes. */
const N_ORDERS = 199;

const ENERGY = `def energy(x):
    """Weight times squared difference, summed over the edges."""
    return (weights * ((x[first] - x[second]) ** 2).sum(1)).sum()`;

/** A square of weights, of which the upper triangle holds each edge once. */
const OF_WEIGHTS = [
  'first, second = np.triu_indices(len(graph), 1)',
  'weights = graph[first, second]',
  'first, second, weights = (part[weights != 0] for part in (first, second, weights))',
];

/** A list of edges, in which both directions and edges of a stimulus to itself may stand. */
const OF_LIST = [
  'rows = np.column_stack([np.sort(graph[:, :2], axis=1), graph[:, 2] if graph.shape[1] > 2 else np.ones(len(graph))])',
  'first, second, weights = np.unique(rows[(rows[:, 0] != rows[:, 1]) & (rows[:, 2] != 0)], axis=0).T',
  'first, second = first.astype(int), second.astype(int)',
];

/** Dirichlet energies of arrays on a graph by NumPy. */
export function energyScript({ task, seed, loader }: Asked<Extract<DataTask, { kind: 'energy' }>>): Steps {
  const isSquare = loader.isSquare(task.graph, task.arrays[0]);
  return {
    imports: [],
    helpers: [...ORDERS, ENERGY],
    lines: [
      `graph = np.asarray(${loader.load(task.graph)}, float)`,
      ...(isSquare ? OF_WEIGHTS : OF_LIST),
      ...dictionary('arrays', task.arrays, (name) => loader.units(name)),
      '',
      'for name, x in arrays.items():',
      '    degrees = np.bincount(first, weights, len(x)) + np.bincount(second, weights, len(x))',
      '    plain, normalised = energy(x), energy(x / np.sqrt(1 + degrees)[:, None])',
      `    orders = [shuffled(draw(${seed}, number), len(x)) for number in range(${N_ORDERS})]`,
      '    chance = np.array([energy(x[order]) for order in orders])',
      '    p = (1 + (chance <= plain * (1 + 1e-12)).sum()) / (1 + len(chance))',
      '    print(f"{name}: {plain:.9f}, normalised {normalised:.9f}, in random order {chance.mean():.9f}", end=", ")',
      '    print(f"share {plain / chance.mean():.9f}, p = {p:.9f}")',
    ],
  };
}
