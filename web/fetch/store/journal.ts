// What is known of a kept file, and where its chunks lie. A journal is a header of `HEADER_BYTES` (length of the JSON,
// JSON, zeros) and one number for each place in the data: the chunk that lies there. Chunks lie in the order in which
// they came, so that a file of which little is kept takes little of the quota: browsers count a sparse file in full.

import { t } from '../../words/words';
import { CHUNK_BYTES, chunkLength, countChunks } from './chunks';

export const HEADER_BYTES = 8 << 10;
const VERSION = 1;

/** What a kept file belongs to. */
export interface Group {
  id: string;
  /** Empty for what is about a model but of no revision of it. */
  revision: string;
}

export interface Facts {
  url: string;
  /** Length of the whole file, in bytes. */
  length: number;
  /** What the server names this state of the file by (etag or date); empty when it says nothing. */
  tag: string;
  /** SHA-256 that the whole file should have, in hex; empty when none is known. */
  sha256: string;
  /** Whether the whole file was found to have it. */
  isVerified: boolean;
  group: Group;
  /** When it was last opened, milliseconds since 1970. */
  usedAt: number;
}

export interface Journal {
  facts: Facts;
  /** The chunk at each place of the data. */
  places: number[];
}

/** The header of a journal; throws when the facts are too long for it. */
export function encodeHeader(facts: Facts): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify({ version: VERSION, ...facts }));
  if (json.length + 4 > HEADER_BYTES) throw new RangeError(t`the address is too long to be kept`);
  const header = new Uint8Array(HEADER_BYTES);
  new DataView(header.buffer).setUint32(0, json.length, true);
  header.set(json, 4);
  return header;
}

/**
 * Reads a journal beside a data file of `dataBytes`. Places that point outside file or data (a write that was cut
 * off) and all after them do not count. `undefined` when it is none.
 */
export function decodeJournal(bytes: Uint8Array, dataBytes: number): Journal | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const facts = readFacts(bytes.subarray(4, 4 + Math.min(view.getUint32(0, true), HEADER_BYTES - 4)));
  if (!facts) return undefined;
  const places: number[] = [];
  const seen = new Set<number>();
  for (let at = HEADER_BYTES; at + 4 <= bytes.length; at += 4) {
    const chunk = view.getUint32(at, true);
    if (chunk >= countChunks(facts.length) || seen.has(chunk)) break;
    if (places.length * CHUNK_BYTES + chunkLength(chunk, facts.length) > dataBytes) break;
    seen.add(chunk);
    places.push(chunk);
  }
  return { facts, places };
}

/** Bytes that are kept of a file. */
export function keptBytes({ facts, places }: Journal): number {
  return places.reduce((sum, chunk) => sum + chunkLength(chunk, facts.length), 0);
}

function readFacts(json: Uint8Array): Facts | undefined {
  try {
    const { version, ...facts } = JSON.parse(new TextDecoder().decode(json)) as Facts & { version: number };
    const isWhole =
      version === VERSION &&
      [facts.url, facts.tag, facts.sha256, facts.group?.id, facts.group?.revision].every(
        (value) => typeof value === 'string',
      ) &&
      Number.isSafeInteger(facts.length) &&
      facts.length >= 0;
    return isWhole ? facts : undefined;
  } catch {
    return undefined;
  }
}
