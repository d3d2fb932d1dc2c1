// Many numbers or words as blobs. A store takes a blob as it is, but copies everything else twice and holds the page up
// meanwhile.

import { blobInTurns, byteParts } from '../figures/blob-parts';

/** Fewer bytes of numbers, or fewer words, stay as they are; words that are written at once. */
const [FEW_BYTES, FEW_WORDS, AT_ONCE] = [1 << 16, 4096, 4096];

const KINDS = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
type Many = InstanceType<(typeof KINDS)[Kind]> | string[];

/** Stands for what was packed; no other value has this field. */
interface Packed {
  inscapePacked: Kind | 'words';
  blob: Blob;
}

/** What was packed once and is kept again, as when another result comes beside it. */
const known = new WeakMap<object, Promise<Blob>>();

/** Plain data with what is long in it packed. */
export function pack(value: unknown): Promise<unknown> {
  return replace(value, (one) => {
    const kind = kindOf(one);
    if (!kind) return undefined;
    const blob =
      known.get(one) ?? blobInTurns(kind === 'words' ? wordParts(one as string[]) : byteParts(one as never));
    known.set(one, blob);
    return blob.then((blob): Packed => ({ inscapePacked: kind, blob }));
  });
}

/** The same data as before `pack`. */
export function unpack(value: unknown): Promise<unknown> {
  return replace(value, (one) => (isPacked(one) ? open(one) : undefined));
}

async function open({ inscapePacked: kind, blob }: Packed): Promise<Many> {
  if (kind === 'words') return JSON.parse(await blob.text()) as string[];
  return new KINDS[kind](await blob.arrayBuffer());
}

const isPacked = (one: object): one is Packed => 'inscapePacked' in one;

function kindOf(one: object): Kind | 'words' | undefined {
  if (Array.isArray(one))
    return one.length > FEW_WORDS && one.every((word) => typeof word === 'string') ? 'words' : undefined;
  if (!ArrayBuffer.isView(one) || one.byteLength <= FEW_BYTES) return undefined;
  return (Object.keys(KINDS) as Kind[]).find((kind) => one.constructor === KINDS[kind]);
}

/** A list of words as JSON, in parts. */
function* wordParts(words: readonly string[]): Generator<string> {
  for (let start = 0; start < words.length; start += AT_ONCE) {
    const part = JSON.stringify(words.slice(start, start + AT_ONCE)).slice(1, -1);
    yield `${start === 0 ? '[' : ','}${part}`;
  }
  yield ']';
}

/** A copy of plain data in which `other` stands where it gives something. */
async function replace(
  value: unknown,
  other: (one: object) => Promise<unknown> | undefined,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const instead = other(value);
  if (instead) return instead;
  if (Array.isArray(value)) {
    // A list of plain values has nothing to replace.
    if (!value.some((one) => typeof one === 'object' && one !== null)) return value;
    return Promise.all(value.map((one) => replace(one, other)));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(async ([key, one]) => [key, await replace(one, other)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
