import { jit, lax, numpy as np } from '@jax-js/jax';
import { ALPHA, analysisX, ckaY, ROWS, ridgeY, UNITS } from '../../spec/analyses.js';
import { timeForward } from '../../spec/timing.js';
import { forward, tensor } from './device.js';

export function rdm() {
  const distances = (_, x) => {
    const squares = np.sum(np.square(x.ref), 1);
    const products = np.matmul(x.ref, np.transpose(x));
    return products
      .mul(-2)
      .add(squares.ref.reshape([ROWS, 1]))
      .add(squares.reshape([1, ROWS]));
  };
  return forward(distances, {}, tensor(analysisX()));
}

export function cka() {
  const centred = (x) => x.ref.sub(np.mean(x, 0, { keepdims: true }));
  const squaredNorm = (a, b) => np.sum(np.square(np.matmul(np.transpose(a), b)));
  const similarity = (_, rawX, rawY) => {
    const [x, y] = [centred(rawX), centred(rawY)];
    const xx = squaredNorm(x.ref, x.ref);
    const yy = squaredNorm(y.ref, y.ref);
    return squaredNorm(x, y).div(np.sqrt(xx).mul(np.sqrt(yy)));
  };
  return forward(similarity, {}, tensor(analysisX()), tensor(ckaY()));
}

/**
 * By a Cholesky factor and two triangular solves, as the library's own least squares does. Its `jit` refuses a triangular
 * solve of what was computed inside (“routine primitive triangular_solve input is not imm”), so only the products are
 * compiled.
 */
export function ridge() {
  const products = jit((x, y) => {
    const xt = np.transpose(x.ref);
    return [np.matmul(xt.ref, x).add(np.eye(UNITS).mul(ALPHA)), np.matmul(xt, y)];
  });
  const [x, y] = [tensor(analysisX()), tensor(ridgeY())];
  return timeForward(() => {
    const [gram, targets] = products(x.ref, y.ref);
    const factor = np.linalg.cholesky(gram, { symmetrizeInput: false });
    const half = lax.linalg.triangularSolve(factor.ref, targets, { leftSide: true, lower: true });
    const options = { leftSide: true, lower: true, transposeA: true };
    return lax.linalg.triangularSolve(factor, half, options).data();
  });
}
