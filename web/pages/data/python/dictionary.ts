import { quoted } from './loader';

/** Lines that make a dictionary of arrays by their names. */
export function dictionary(variable: string, names: readonly string[], expression: (name: string) => string) {
  return [`${variable} = {`, ...names.map((name) => `    ${quoted(name)}: ${expression(name)},`), '}'];
}
