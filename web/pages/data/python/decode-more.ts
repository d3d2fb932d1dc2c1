// What beside accuracy is asked of a decoder: what it learns by heart, and how many bits the classes cost.

import type { Loader } from './loader';

interface Part {
  imports: string[];
  lines: string[];
}

/** Accuracy on control tasks: each type gets the label of a random stimulus; up to five draws with two labels. */
export function controlSteps(types: string, leftOut: readonly number[], seed: number, loader: Loader): Part {
  return {
    imports: [],
    lines: [
      '',
      `types = np.unique(${loader.load(types)}${leftOut.length > 0 ? '[kept]' : ''}, return_inverse=True)[1]`,
      'controls = []',
      'for number in range(50):',
      `    label_of = [y[draw(${seed} + number, one) * len(y) >> 64] for one in range(types.max() + 1)]`,
      '    control = np.array(label_of)[types]',
      '    if len(np.unique(control)) > 1 and len(controls) < 5:',
      '        controls.append(accuracy_score(control, held_out(x, control, folds)))',
      'print(f"control tasks {np.mean(controls):.9f}, selectivity {accuracy - np.mean(controls):.9f}")',
    ],
  };
}

/** The online codelength of Voita & Titov 2020. */
export function codelengthSteps(seed: number): Part {
  return {
    imports: ['from sklearn.linear_model import LogisticRegression'],
    lines: [
      '',
      `order = shuffled(${seed}, len(y))`,
      'parts = [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.0625, 0.125, 0.25, 0.5, 1]',
      'ends = sorted({int(part * len(y) + 1e-9) for part in parts} - {0})',
      '# The first block, told with even odds, must hold a stimulus of each class.',
      'while len(np.unique(y[order[: ends[0]]])) < len(np.unique(y)) and len(ends) > 2:',
      '    ends = ends[1:]',
      'bits = [ends[0] * np.log2(len(np.unique(y)))]',
      'for start, end in zip(ends, ends[1:]):',
      '    known, told = order[:start], order[start:end]',
      '    fitted = LogisticRegression(C=1, solver="newton-cg", tol=1e-9, max_iter=10_000).fit(x[known], y[known])',
      '    log_p = fitted.predict_log_proba(x[told])',
      '    bits.append(-log_p[np.arange(len(told)), np.searchsorted(fitted.classes_, y[told])].sum() / np.log(2))',
      'print("bits a stimulus", *(f"{b:.9f}" for b in np.array(bits) / np.diff([0, *ends])))',
      'print(f"codelength {sum(bits):.9f} bits")',
    ],
  };
}
