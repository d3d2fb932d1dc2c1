// A stretch of a MAT-file, read from its start: elements, each a tag with type and length and then its bytes.

/** Bytes of a number of each type that elements hold. */
const SIZES: Record<number, number> = {
  1: 1,
  2: 1,
  3: 2,
  4: 2,
  5: 4,
  6: 4,
  7: 4,
  9: 8,
  12: 8,
  13: 8,
  16: 1,
  17: 2,
};

export interface Element {
  type: number;
  /** Its content, to be read as further elements. */
  part(): Part;
  bytes(): Uint8Array<ArrayBuffer>;
  /** Its numbers, as they were stored. */
  numbers(): Float64Array;
}

export class Part {
  readonly #view: DataView;
  readonly #end: number;
  readonly #isLittle: boolean;
  #at: number;

  constructor(view: DataView, start: number, end: number, isLittle: boolean) {
    this.#view = view;
    this.#at = start;
    this.#end = end;
    this.#isLittle = isLittle;
  }

  get isEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** The next element. Throws when it goes over the end. */
  element(): Element {
    const first = this.#take(4);
    const word = this.#view.getUint32(first, this.#isLittle);
    // Up to four bytes stand in the tag itself, their number in its upper half.
    const isSmall = word >>> 16 !== 0;
    const type = isSmall ? word & 0xffff : word;
    const length = isSmall ? word >>> 16 : this.#view.getUint32(this.#take(4), this.#isLittle);
    const start = this.#take(length);
    // Compressed variables follow each other without a gap.
    const padded = isSmall ? 4 : type === 15 ? length : Math.ceil(length / 8) * 8;
    this.#at = Math.min(this.#end, start + padded);
    return {
      type,
      part: () => new Part(this.#view, start, start + length, this.#isLittle),
      bytes: () =>
        new Uint8Array(this.#view.buffer as ArrayBuffer, this.#view.byteOffset + start, length).slice(),
      numbers: () => this.#numbers(type, start, length),
    };
  }

  #take(length: number): number {
    const start = this.#at;
    if (start + length > this.#end)
      throw new Error(
        `at byte ${start} it says that ${length} bytes follow, and ${this.#end - start} do; it is damaged or cut off`,
      );
    this.#at = start + length;
    return start;
  }

  #numbers(type: number, start: number, length: number): Float64Array {
    const size = SIZES[type];
    if (size === undefined) throw new Error(`at byte ${start} it holds numbers of the unknown type ${type}`);
    const view = this.#view;
    const isLittle = this.#isLittle;
    const read = (at: number): number => {
      switch (type) {
        case 1:
          return view.getInt8(at);
        case 3:
          return view.getInt16(at, isLittle);
        case 4:
        case 17:
          return view.getUint16(at, isLittle);
        case 5:
          return view.getInt32(at, isLittle);
        case 6:
          return view.getUint32(at, isLittle);
        case 7:
          return view.getFloat32(at, isLittle);
        case 9:
          return view.getFloat64(at, isLittle);
        case 12:
          return Number(view.getBigInt64(at, isLittle));
        case 13:
          return Number(view.getBigUint64(at, isLittle));
        default:
          return view.getUint8(at);
      }
    };
    return Float64Array.from({ length: Math.floor(length / size) }, (_, i) => read(start + i * size));
  }
}
