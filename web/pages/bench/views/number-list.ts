/** More numbers than this are a slip of the finger. */
const MOST = 10_000;

/** The numbers of `0, 4-8`, each once and in order; `undefined` where it does not read as such. */
export function readNumbers(text: string): number[] | undefined {
  const found = new Set<number>();
  for (const word of text.split(/[\s,]+/).filter((word) => word !== '')) {
    const [, first, last = first] = /^(\d+)(?:[-–](\d+))?$/.exec(word) ?? [];
    if (first === undefined || Number(last) - Number(first) > MOST) return undefined;
    for (let number = Number(first); number <= Number(last); number++) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** Numbers as they are typed: neighbours as ranges. */
export function writeNumbers(numbers: number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
