/** The peers' versions, as their package.json pins them. */
import { readFileSync } from 'node:fs';

export function peerVersions(here) {
  const { dependencies } = JSON.parse(readFileSync(`${here}/package.json`, 'utf8'));
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => name !== 'esbuild'));
}
