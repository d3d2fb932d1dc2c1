// How Python reads the arrays of the page's files.

import type { ArrayCard } from '../../../lab/types';
import type { ArrayOrigin } from '../../../state/data';

/** Text as Python writes it. */
export const quoted = (text: string) => JSON.stringify(text);

/** The distances of Inscape in scipy's words, of an array called `x`. */
const DISTANCES: Record<string, string> = {
  squared_euclidean_per_unit: 'pdist(units(x), "sqeuclidean") / units(x).shape[1]',
  euclidean: 'pdist(units(x), "euclidean")',
  correlation: 'pdist(units(x), "correlation")',
  cosine: 'pdist(units(x), "cosine")',
};

const UNITS = `def units(x):
    """Stimuli in rows, everything else as units."""
    return np.asarray(x, float).reshape(len(x), -1)`;

const UPPER = `def upper(x):
    """The upper triangle of a square RDM, row by row; a triangle stays."""
    x = np.asarray(x, float)
    return x[np.triu_indices(len(x), 1)] if x.ndim == 2 else x`;

/** The rules by which Inscape reads a table. */
const CELLS = `def cells(path, delimiter):
    """The names of the columns, the columns, and which of them hold numbers."""
    def is_number(cell):
        try:
            float(cell)
        except ValueError:
            return False
        return True

    with open(path, newline="") as file:
        read = csv.reader(file, delimiter=delimiter, skipinitialspace=True)
        rows = [[cell.strip() for cell in row] for row in read if row]
    first, second = rows[0], rows[min(1, len(rows) - 1)]
    headed = any(is_number(b) and not is_number(a) for a, b in zip(first, second))
    names = first if headed or not any(map(is_number, first)) else []
    columns = list(zip(*(rows[1:] if names else rows)))
    numeric = [all(map(is_number, column)) for column in columns]
    return names or [f"column {k}" for k in range(len(columns))], columns, numeric`;

const TABLE = `def table(path, delimiter):
    """Columns of numbers as one array under ""; columns of words as whole numbers under their names."""
    names, columns, numeric = cells(path, delimiter)
    numbers = np.array([c for c, is_numeric in zip(columns, numeric) if is_numeric], float).T
    words = {
        name: np.unique(column, return_inverse=True)[1]
        for name, column, is_numeric in zip(names, columns, numeric)
        if not is_numeric
    }
    return {"": numbers[:, 0] if numbers.ndim == 2 and numbers.shape[1] == 1 else numbers, **words}`;

const WORDS = `def words(path, delimiter):
    """Columns of words under their names; under "" the first of which each row has another, which names the rows."""
    found = {n: c for n, c, is_numeric in zip(*cells(path, delimiter)) if not is_numeric}
    return {**found, "": next((c for c in found.values() if len(set(c)) == len(c)), None)}`;

const LINES = `def lines(text):
    """The lines of a text that is kept as bytes."""
    return text.tobytes().decode().removesuffix("\\n").split("\\n")`;

/** A volume as Inscape reads it. */
const VOLUME = `def volume(path):
    """Times in rows, the voxels that vary as columns, the first dimension running fastest."""
    image = nib.load(path).get_fdata()
    rows = image.reshape(-1, image.shape[3] if image.ndim > 3 else 1, order="F").T
    return rows[:, np.ptp(rows, axis=0) > 0] if len(rows) > 1 else rows[0]`;

/** The matrices of a MATLAB file as Inscape reads them. */
const MAT = `def mat(path):
    """Variables of numbers; a row or column is a list."""
    found = {name: x for name, x in loadmat(path).items() if isinstance(x, np.ndarray) and x.dtype.kind in "biuf"}
    return {name: x.ravel() if x.ndim == 2 and 1 in x.shape else x for name, x in found.items() if x.size}`;

/** What parts the columns of a table, by its file's ending, as Python writes it. */
const DELIMITERS: Record<string, string> = { csv: '","', tsv: '"\\t"', txt: '" "' };

/** Writes expressions that load arrays, and remembers what they need. */
export class Loader {
  readonly #cards: readonly ArrayCard[];
  readonly #origins: Readonly<Record<string, ArrayOrigin>>;
  readonly #imports = new Set<string>();
  readonly #helpers = new Set<string>();

  constructor(cards: readonly ArrayCard[], origins: Readonly<Record<string, ArrayOrigin>>) {
    this.#cards = cards;
    this.#origins = origins;
  }

  get imports() {
    return [...this.#imports];
  }

  get helpers() {
    return [...this.#helpers];
  }

  kindOf(name: string) {
    return this.#cards.find((card) => card.name === name)?.kind;
  }

  /** Whether an array has a row and a column for each stimulus of another. */
  isSquare(name: string, of: string | undefined) {
    const n = this.#cards.find((card) => card.name === of)?.n_stimuli;
    const shape = this.#cards.find((card) => card.name === name)?.shape ?? [];
    return shape.length === 2 && shape.every((size) => size === n);
  }

  /** The array as its file holds it. */
  load(name: string): string {
    const { file, key } = this.#origins[name]!;
    const path = quoted(file);
    const ending = /\.([^.]*?)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
    switch (ending) {
      case 'npz':
        return pick(`np.load(${path})`, key);
      case 'safetensors':
        this.#imports.add('from safetensors.numpy import load_file');
        return pick(`load_file(${path})`, key);
      case 'csv':
      case 'tsv':
      case 'txt':
        this.#imports.add('import csv');
        this.#helpers.add(CELLS);
        this.#helpers.add(TABLE);
        return `table(${path}, ${DELIMITERS[ending]})[${quoted(key ?? '')}]`;
      case 'nii':
        this.#imports.add('import nibabel as nib');
        this.#helpers.add(VOLUME);
        return `volume(${path})`;
      case 'mat':
        this.#imports.add('from scipy.io import loadmat');
        this.#helpers.add(MAT);
        return pick(`mat(${path})`, key);
      default:
        return `np.load(${path})`;
    }
  }

  /** The words of the rows: their names, or with a column of words its words; `undefined` where no way is known. */
  words(name: string, isNames: boolean): string | undefined {
    const { file, key } = this.#origins[name]!;
    const ending = /\.([^.]*)$/.exec(file)?.[1]?.toLowerCase() ?? '';
    const delimiter = DELIMITERS[ending];
    if (delimiter) {
      this.#imports.add('import csv');
      this.#helpers.add(CELLS);
      this.#helpers.add(WORDS);
      return `words(${quoted(file)}, ${delimiter})[${quoted(isNames ? '' : (key ?? ''))}]`;
    }
    if (ending !== 'npz' || (!isNames && key !== undefined && key !== 'labels')) return undefined;
    this.#helpers.add(LINES);
    const archive = `np.load(${quoted(file)})`;
    if (isNames) return `lines(${archive}["stimulus_names"])`;
    return `np.array(lines(${archive}["class_names"]))[${archive}["labels"]]`;
  }

  /** The array as activations `[n_stimuli, n_units]`. */
  units(name: string): string {
    this.#helpers.add(UNITS);
    return `units(${this.load(name)})`;
  }

  /** The array as the upper triangle of one RDM; `undefined` for a distance that scipy does not know. */
  rdm(name: string, distance: string): string | undefined {
    if (this.kindOf(name) === 'labels') {
      this.#imports.add('from scipy.spatial.distance import pdist');
      return `(pdist(np.asarray(${this.load(name)}, float)[:, None]) > 0).astype(float)`;
    }
    if (this.kindOf(name) === 'rdm') {
      this.#helpers.add(UPPER);
      return `upper(${this.load(name)})`;
    }
    const formula = DISTANCES[distance];
    if (!formula) return undefined;
    this.#imports.add('from scipy.spatial.distance import pdist');
    this.#helpers.add(UNITS);
    this.#helpers.add(`def rdm(x):\n    return ${formula}`);
    return `rdm(${this.load(name)})`;
  }

  /** The array as one RDM a subject, upper triangles in rows. */
  rdms(name: string, distance: string): string | undefined {
    if (this.kindOf(name) === 'rdms') {
      this.#helpers.add(UPPER);
      return `np.array([upper(x) for x in ${this.load(name)}])`;
    }
    const one = this.rdm(name, distance);
    return one && `${one}[None]`;
  }
}

/** An array of several by its name; the only one has none. */
const pick = (all: string, key: string | undefined) =>
  key === undefined ? `list(${all}.values())[0]` : `${all}[${quoted(key)}]`;
