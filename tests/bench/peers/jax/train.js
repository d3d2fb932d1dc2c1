import * as jax from '@jax-js/jax';
import { timeTraining } from '../../spec/timing.js';

const { numpy: np, jit, tree } = jax;

/** An update rule: what it remembers beside the parameters, and `apply(state, gradients)` → the new state. */
export function sgd(rate) {
  return {
    memory: () => ({}),
    apply: ({ parameters }, gradients) => ({
      parameters: tree.map((parameter, gradient) => parameter.sub(gradient.mul(rate)), parameters, gradients),
    }),
  };
}

/** Adam with lr 1e-3, 0.9, 0.999 and eps 1e-8; the powers for the bias corrections ride along as scalars. */
export function adam() {
  const zeros = (parameters) => tree.map((parameter) => np.zeros(parameter.shape), parameters);
  return {
    memory: (parameters) => ({
      mean: zeros(parameters),
      square: zeros(parameters),
      power1: np.array(1),
      power2: np.array(1),
    }),
    apply(state, gradients) {
      const power1 = state.power1.mul(0.9);
      const power2 = state.power2.mul(0.999);
      const mean = tree.map((m, g) => m.mul(0.9).add(g.ref.mul(0.1)), state.mean, gradients);
      const square = tree.map((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), state.square, gradients);
      const correction1 = power1.ref.mul(-1).add(1);
      const correction2 = power2.ref.mul(-1).add(1);
      const move = (parameter, m, v) => {
        const size = np.sqrt(v.ref.div(correction2.ref)).add(1e-8);
        return parameter.sub(m.ref.div(correction1.ref).mul(1e-3).div(size));
      };
      const parameters = tree.map(move, state.parameters, mean, square);
      return { parameters, mean, square, power1, power2 };
    },
  };
}

/**
 * Times updates of `parameters`, the whole state in one compiled function. `loss(parameters, ...data)` is the scalar to
 * minimise, `scale` of it is the loss to report.
 */
export function train(workload, parameters, rule, loss, data, scale = 1) {
  const lossAndGradients = jax.valueAndGrad(loss);
  const step = jit((state, ...batch) => {
    const [value, gradients] = lossAndGradients(tree.ref(state.parameters), ...batch);
    return [rule.apply(state, gradients), value];
  });
  let state = { parameters, ...rule.memory(parameters) };
  let last;
  return timeTraining(
    {
      update(n) {
        for (let i = 0; i < n; i++) {
          last?.dispose();
          [state, last] = step(state, ...data.map((array) => array.ref));
        }
      },
      loss: async () => (await last.ref.data())[0] * scale,
    },
    workload,
  );
}
