/**
 * The alias of a site, as the engine's lists and changes take it: `blocks.3.hook_resid_post` → `resid_post.3`,
 * `blocks.3.attn.hook_q` → `q.3`, `blocks.3.mlp.hook_pre` → `mlp_pre.3`, `blocks.3.ln1.hook_normalized` → `ln1.3`,
 * `embed.hook_embed` → `embed`, `layers.0.hook_c` → `c.0`. A name without `hook_` stays. The engine's tests hold its
 * aliases to this rule.
 */
export function shortSite(name: string): string {
  const [, block, inside] = /^(?:(?:blocks|layers)\.(\d+)\.)?(.+)$/.exec(name) ?? [];
  if (inside === undefined || !inside.includes('hook_')) return name;
  const alias = inside
    .replace(/^(attn|embed)\.hook_/, '')
    .replace(/\.hook_normalized$/, '')
    .replace(/\.hook_/, '_')
    .replace(/^hook_/, '');
  return block === undefined ? alias : `${alias}.${block}`;
}

/** At most `length` characters, cut at the end with an ellipsis. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, Math.max(length - 1, 1))
        .join('')
        .trimEnd()}…`;
}

/** At most `length` characters a line, broken at spaces into at most three lines, and cut where that is not enough. */
export function brokenLabel(text: string, length: number, nLines = 3): string {
  if ([...text].length <= length) return text;
  const at = nLines > 1 ? text.lastIndexOf(' ', length) : -1;
  if (at <= 0) return shorten(text, length);
  return `${text.slice(0, at)}\n${brokenLabel(text.slice(at + 1), length, nLines - 1)}`;
}

/** `cka_linear_debiased` → `CKA linear debiased`. */
export function nameInWords(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/^cka\b/, 'CKA')
    .replace(/^rdm\b/, 'RDM')
    .replace('kendall tau a', 'Kendall tau-a')
    .replace('spearman', 'Spearman')
    .replace('pearson', 'Pearson')
    .replace('euclidean', 'Euclidean');
}

/** Sites as they stand in sentences. */
const SITES = /\b(?:blocks\.\d+\.[\w.]*\w|(?:\w+\.)?hook_\w+)/g;

/** An engine's sentence for the page: short names of sites, and no word on what a measure takes, which is given here. */
export function inWords(sentence: string): string {
  return sentence.replace(/; takes [^.;]*/, '').replace(SITES, shortSite);
}
