import type { ModelRef } from '../lab/types';
import { t } from '../words/words';
import { downloadJson } from './download';

/** One line of the model list. */
export interface ModelEntry {
  id: string;
  name: string;
  architecture: string;
  parameters: number;
  licence: string;
  /** Package and version that the weights come from. */
  source: string;
  note: string;
  sha256: string;
  bytes: number;
  /** False when this site does not hold its files. */
  isInstalled: boolean;
}

/** Models that the lab can be served with, shown with a word on how to install them where they are absent. */
const KNOWN: Pick<ModelEntry, 'id' | 'name' | 'architecture' | 'parameters'>[] = [
  {
    id: 'squeezenet1_1',
    name: 'SqueezeNet 1.1 (ImageNet-1k)',
    architecture: 'squeezenet',
    parameters: 1_235_496,
  },
  { id: 'minilm-l6', name: 'all-MiniLM-L6-v2', architecture: 'bert', parameters: 22_713_216 },
  { id: 'smollm2-135m', name: 'SmolLM2-135M-Instruct', architecture: 'llama', parameters: 134_515_008 },
  {
    id: 'vit-s14-saliency',
    name: 'ViT-S/14, DINOv2 fine-tuned for saliency',
    architecture: 'dinov2',
    parameters: 22_056_192,
  },
];

/** The list of models: those that this site holds, then those that it could hold. */
export async function fetchModelIndex(): Promise<ModelEntry[]> {
  const index = await downloadJson<{ models: Omit<ModelEntry, 'isInstalled'>[] }>(
    'models/index.json',
    t`the list of models`,
  );
  return mergeKnown(index.models);
}

/** Adds the known models that are not installed, in the order of [`KNOWN`]. */
export function mergeKnown(installed: Omit<ModelEntry, 'isInstalled'>[]): ModelEntry[] {
  const absent = { licence: '', source: '', note: '', sha256: '', bytes: 0, isInstalled: false };
  const known = KNOWN.map((model) => {
    const found = installed.find((entry) => entry.id === model.id);
    return found ? { ...found, isInstalled: true } : { ...absent, ...model };
  });
  const others = installed.filter((entry) => !KNOWN.some((model) => model.id === entry.id));
  return [...known, ...others.map((entry) => ({ ...entry, isInstalled: true }))];
}

/** The name of a model without what stands in brackets; `undefined` for one that no list holds. */
export function shortName(models: Pick<ModelEntry, 'id' | 'name'>[], id: string): string | undefined {
  const entry = [...models, ...KNOWN].find((entry) => entry.id === id);
  return entry?.name.replace(/ \(.*\)$/, '');
}

/** The command that installs a model on the machine that serves the page. */
export const installCommand = (id: string) => `./scripts/serve --models ${id}`;

export function refOf(entry: ModelEntry): ModelRef {
  return { id: entry.id, revision: entry.source, sha256: entry.sha256 };
}
