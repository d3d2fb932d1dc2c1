/** Arrays on the host, as `{ shape, data }`, row-major. */
import { fill } from './seeded.js';

export const sizeOf = (shape) => shape.reduce((size, length) => size * length, 1);

/** A weight of a linear map or a convolution: fill · 2/√fanIn. */
export function weight(shape, fanIn, seed) {
  return { shape, data: fill(sizeOf(shape), seed, 2 / Math.sqrt(fanIn)) };
}

export function constant(shape, value) {
  return { shape, data: new Float32Array(sizeOf(shape)).fill(value) };
}

/** The same values with the axes in another order: axis `i` of the result is axis `order[i]` of the array. */
export function permute({ shape, data }, order) {
  const newShape = order.map((axis) => shape[axis]);
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const steps = order.map((axis) => strides[axis]);
  const values = new Float32Array(data.length);
  const index = newShape.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    let from = 0;
    for (let axis = 0; axis < index.length; axis++) from += index[axis] * steps[axis];
    values[i] = data[from];
    for (let axis = index.length - 1; axis >= 0 && ++index[axis] === newShape[axis]; axis--) index[axis] = 0;
  }
  return { shape: newShape, data: values };
}
