// Plain data as JSON in parts, so that many numbers can be written in turns.

/** Numbers that are written at once. */
const AT_ONCE = 4000;
/** Stands for many numbers until they are written; no text of a figure holds it. */
const PLACE = '\u0000numbers ';

type Numbers = Float32Array | Float64Array;

/** `value` as JSON, indented by one space; typed arrays as lists on one line. */
export function* jsonParts(value: unknown): Generator<string> {
  const many: Numbers[] = [];
  const text = JSON.stringify(
    value,
    (_, one: unknown) => {
      if (!(one instanceof Float32Array || one instanceof Float64Array)) return one;
      many.push(one);
      return `${PLACE}${many.length - 1}`;
    },
    1,
  );
  const pieces = text.split(/"\\u0000numbers (\d+)"/);
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 0) yield piece;
    else yield* listParts(many[Number(piece)]!);
  }
}

function* listParts(numbers: Numbers): Generator<string> {
  yield '[';
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const part = Array.from(numbers.subarray(start, start + AT_ONCE));
    // As JSON.stringify does, what is not finite becomes null.
    yield `${start > 0 ? ',' : ''}${part.map((one) => (Number.isFinite(one) ? String(one) : 'null')).join(',')}`;
  }
  yield ']';
}
