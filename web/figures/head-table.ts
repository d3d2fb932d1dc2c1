import type { AttentionPatterns } from '../lab/types';
import { patternOf } from './patterns';
import type { Table } from './tables';

/** Attention patterns in a line a head: where it looks, and how sharply. The npy file has every number. */
export function headTable(data: AttentionPatterns): Table {
  const n = data.tokens.length;
  const rows = data.layers.flatMap((layer, row) =>
    Array.from({ length: data.n_heads }, (_, head) => {
      const values = patternOf(data, { row, head });
      const at = (query: number, key: number) => values[query * n + key] ?? 0;
      // Over the queries that have a token before them.
      const mean = (of: (query: number) => number) => {
        let sum = 0;
        for (let query = 1; query < n; query++) sum += of(query);
        return n > 1 ? sum / (n - 1) : Number.NaN;
      };
      const entropy = (query: number) => {
        let sum = 0;
        for (let key = 0; key < n; key++) {
          const share = at(query, key);
          if (share > 0) sum -= share * Math.log(share);
        }
        return sum;
      };
      return [
        layer,
        head,
        mean((query) => at(query, 0)),
        mean((query) => at(query, query - 1)),
        mean((query) => at(query, query)),
        mean(entropy),
      ];
    }),
  );
  return {
    columns: [
      'layer',
      'head',
      'to the first token',
      'to the token before',
      'to itself',
      'mean entropy, nats',
    ],
    rows,
  };
}
