/** Bytes of built files, raw and by brotli at its best (11), as a static host would send them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export function sizeOf(path) {
  const bytes = readFileSync(path);
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  };
  return {
    file: basename(path),
    kind: extname(path).slice(1),
    raw: bytes.length,
    brotli: brotliCompressSync(bytes, options).length,
  };
}

/** Every file of dist/assets, largest first. */
export function assetSizes(folder = 'dist/assets') {
  return readdirSync(folder)
    .map((name) => sizeOf(`${folder}/${name}`))
    .sort((a, b) => b.raw - a.raw);
}

export function sum(sizes, kind) {
  return sizes.filter((size) => size.kind === kind).reduce((total, size) => total + size.brotli, 0);
}
