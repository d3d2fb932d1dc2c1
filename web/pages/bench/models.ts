import { isHubId } from '../../fetch/hub-address';
import { installCommand } from '../../fetch/model-index';
import { fetchBundled, fetchFromHub, fetchFromUrl, type ServerHost } from '../../fetch/remote-model';
import type { ModelFiles } from '../../lab/protocol';
import type { ModelCard, ModelRef, Recipe } from '../../lab/types';
import { bench } from '../../state/bench';
import { defaultsFor, isTextual } from '../../state/defaults';
import { hub } from '../../state/hub';
import { problem } from '../../state/problem';
import { t } from '../../words/words';

/** Addresses that the visitor typed or agreed to in this visit. */
export const agreed = new Set<string>();

export const isAddress = (model: ModelRef) => model.revision === 'address';
export const isLocal = (model: ModelRef) => model.revision === 'local';
export const isHub = (model: ModelRef) => !isAddress(model) && !isLocal(model) && isHubId(model.id);

/** Where a model is fetched from, when that is another place than this page's. */
export function placeOf(model: ModelRef): string | undefined {
  if (isAddress(model)) return model.id;
  return isHub(model) ? `${hub.value}/${model.id}` : undefined;
}

/** The files of the model that a recipe names. Rejects with an `ErrorReport` that says how to get them. */
export async function findModel(model: ModelRef, host: ServerHost): Promise<ModelFiles> {
  if (isAddress(model)) return fetchFromUrl(model.id, host);
  if (isHub(model)) return fetchFromHub(model, hub.value, host);
  if (isLocal(model)) {
    const own = bench.value.ownModel;
    if (own && own.model.id === model.id) return own;
    throw problem(
      'fetch',
      t`The recipe uses the model “${model.id}” from files on its author’s machine. Choose the same folder under Model.`,
    );
  }
  const entry = bench.value.models.find((entry) => entry.id === model.id);
  if (!entry) {
    const known = bench.value.models.map((entry) => entry.id).join(', ');
    throw problem(
      'fetch',
      t`The recipe asks for the model “${model.id}”, but this page knows ${known || t`none`}. Choose one of them under Model.`,
    );
  }
  if (!entry.isInstalled) {
    throw problem(
      'fetch',
      t`${entry.name} is not installed here. On the machine that serves this page, run ${installCommand(entry.id)}, then reload.`,
    );
  }
  return fetchBundled(entry, host);
}

/** What differs between the weights that a recipe names and those that are here; `undefined` when nothing does. */
export function weightsNotice(asked: ModelRef, found: ModelRef): string | undefined {
  if (!asked.sha256 || !found.sha256 || asked.sha256 === found.sha256) return undefined;
  return t`The recipe was made with other weights (SHA-256 ${asked.sha256.slice(0, 12)}…) than those here (${found.sha256.slice(0, 12)}…), so its numbers may differ.`;
}

/** The model as a recipe names it once it is open: with the commit that a branch meant, and with its hash. */
export function exactly(asked: ModelRef, found: ModelRef): ModelRef {
  const isCommitNew = isHub(asked) && asked.revision !== found.revision;
  return isCommitNew || !asked.sha256 ? found : asked;
}

/** Fills what a freshly chosen model leaves open: its own sites, and inputs that it can read. */
export function adaptTo(card: ModelCard, recipe: Recipe): Recipe {
  const isText = card.input === 'text';
  const adapted =
    isTextual(recipe.inputs) === isText ? recipe : { ...recipe, ...defaultsFor(card.input), lens_text: 0 };
  const isPoolable = isText || adapted.pool === 'none' || adapted.pool === 'mean';
  const pool = isPoolable ? adapted.pool : defaultsFor(card.input).pool;
  if (recipe.sites.length > 0) return { ...adapted, pool };
  return { ...adapted, pool, sites: card.default_sites, focus: focusOf(card.default_sites) };
}

/** The site to look at first: the last one before the logits. */
export function focusOf(sites: string[]): string {
  return sites.findLast((site) => !/logits|classes/.test(site)) ?? sites[0] ?? '';
}
