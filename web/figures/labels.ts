/** `blocks.3.hook_resid_post` → `resid_post.3`, `blocks.3.attn.hook_q` → `attn.q.3`; others as they are. */
export function shortSite(name: string): string {
  const inBlock = /^blocks\.(\d+)\.(.+)$/.exec(name);
  if (!inBlock) return name.replace(/^hook_/, '');
  return `${inBlock[2]!.replace('hook_', '')}.${inBlock[1]}`;
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

/** What a measure says of itself, without what it takes: on the page that is given. */
export function inWords(about: string): string {
  return about.replace(/; takes [^.;]*/, '');
}
