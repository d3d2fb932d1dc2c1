// Where the electrodes of the 10–10 system lie on a sphere, by its rule: equal arcs along the midline and around the head,
// and along the rows that join them. Source: Oostenveld & Praamstra 2001, “The five percent electrode system for
// high-resolution EEG and ERP measurements”, Clinical Neurophysiology 112, with the ring through nasion, ears and inion
// as equator (as the package eeg_positions has it).

/** A place on the unit sphere: `x` to the right ear, `y` to the nose, `z` up through Cz. */
export type Place = readonly [x: number, y: number, z: number];

/** A tenth of the half-circle from nasion to inion, in radians: the step of every arc. */
const STEP = Math.PI / 10;

/** From the front over the left side to the back, a step each; those of the right side have the next even number. */
const RING = ['Fpz', 'Fp1', 'AF7', 'F7', 'FT7', 'T7', 'TP7', 'P7', 'PO7', 'O1', 'Oz'];
const EQUATOR = ['Nz', 'N1', 'AF9', 'F9', 'FT9', 'T9', 'TP9', 'P9', 'PO9', 'I1', 'Iz'];
/** Along the midline, a step each. */
const MIDLINE = ['Nz', 'Fpz', 'AFz', 'Fz', 'FCz', 'Cz', 'CPz', 'Pz', 'POz', 'Oz', 'Iz'];
/** Rows from left to right: the name between, and the ends, which lie on the ring. */
const ROWS = [
  ['AF', 'AF7'],
  ['F', 'F7'],
  ['FC', 'FT7'],
  ['C', 'T7'],
  ['CP', 'TP7'],
  ['P', 'P7'],
  ['PO', 'PO7'],
] as const;
/** Older names: American Electroencephalographic Society 1991. */
const FORMER: Record<string, string> = { t3: 't7', t4: 't8', t5: 'p7', t6: 'p8' };

const PLACES: ReadonlyMap<string, { name: string; place: Place }> = new Map(
  [...named()].map(([name, place]) => [name.toLowerCase(), { name, place }]),
);

/** How many places there are. */
export const N_PLACES = PLACES.size;

/** An electrode by its name, whatever its letters' case, with the dots that some files add; `undefined` for another word. */
export function electrodeOf(word: string): { name: string; place: Place } | undefined {
  const name = word.trim().replace(/\.+$/, '').toLowerCase();
  return PLACES.get(FORMER[name] ?? name);
}

function* named(): Generator<[string, Place]> {
  const places = new Map<string, Place>();
  MIDLINE.forEach((name, step) => {
    const angle = (5 - step) * STEP;
    places.set(name, [0, Math.sin(angle), Math.cos(angle)]);
  });
  for (const [names, inclination] of [
    [RING, 4 * STEP],
    [EQUATOR, 5 * STEP],
  ] as const)
    names.forEach((name, step) => {
      const [x, y] = [Math.sin(step * STEP), Math.cos(step * STEP)].map(
        (part) => part * Math.sin(inclination),
      );
      places.set(name, [-x!, y!, Math.cos(inclination)]);
    });
  for (const [row, end] of ROWS) {
    const [left, middle] = [places.get(end)!, places.get(`${row}z`)!];
    for (const [number, share] of [
      [5, 0.75],
      [3, 0.5],
      [1, 0.25],
    ] as const)
      places.set(`${row}${number}`, along(left, middle, share));
  }
  for (const [name, [x, y, z]] of places) {
    yield [name, [x, y, z]];
    // Odd numbers are on the left; the mirrored place has the next one.
    if (/[13579]$/.test(name)) yield [name.replace(/\d$/, (n) => String(Number(n) + 1)), [-x, y, z]];
  }
}

/** The place at a share of the way from `middle` to `left`, on the circle through both and the mirrored `left`. */
function along(left: Place, middle: Place, share: number): Place {
  const half = -left[0];
  const [forward, up] = [middle[1] - left[1], middle[2] - left[2]];
  const height = Math.hypot(forward, up);
  const centre = (height ** 2 - half ** 2) / (2 * height);
  const angle = share * Math.atan2(half, -centre);
  const rise = (centre + (height - centre) * Math.cos(angle)) / height;
  return [-(height - centre) * Math.sin(angle), left[1] + rise * forward, left[2] + rise * up];
}
