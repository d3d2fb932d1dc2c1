// What a visitor can do to the bench. Each changes the recipe, the address follows, and a run is due.

import { normalise, parseHubName, parseHubPage } from '../../fetch/hub-address';
import { aboutFiles } from '../../fetch/model-about';
import { readOwnFiles } from '../../fetch/model-files';
import { type ModelEntry, refOf } from '../../fetch/model-index';
import { sha256 } from '../../fetch/sha256';
import { textsOf } from '../../inputs/texts';
import { lab } from '../../lab/start';
import type { Inputs, ModelCard, ModelRef, Recipe, View } from '../../lab/types';
import { type BenchState, bench, update } from '../../state/bench';
import { hub } from '../../state/hub';
import { asProblem, problem } from '../../state/problem';
import { t } from '../../words/words';
import { agreed, placeOf } from './models';
import { openNow, runNow, scheduleRun, writeAddress } from './run';
import { rememberStep } from './undo';

/** Changes the recipe, with the files that it is of. The author's digest no longer applies to it. */
export function change(patch: Partial<Recipe>, delayMs?: number, given: Partial<BenchState> = {}) {
  const { recipe: before, author, isLinked, ownModel, ownAbout, ownImages } = bench.value;
  const recipe = { ...before, ...patch };
  if (patch.inputs) recipe.views = recipe.views.map((view) => withinTexts(view, patch.inputs));
  delete recipe.digest;
  recipe.engine = '';
  update({ ...given, recipe, author: undefined, isLinked: false, comparison: undefined });
  writeAddress(recipe);
  scheduleRun(delayMs);
  rememberStep(patch, { recipe: before, author, isLinked, ownModel, ownAbout, ownImages });
}

/** A view of a text that other inputs no longer have looks at their first. */
function withinTexts(view: View, inputs: Inputs | undefined): View {
  const n = inputs && textsOf(inputs)?.length;
  return view.kind === 'patterns' && n !== undefined && view.text >= n ? { ...view, text: 0 } : view;
}

/** What another model starts with: its own sites, and nothing changed in it. */
const FRESH = {
  sites: [] as string[],
  changes: [] as string[],
  focus: '',
  lens_text: 0,
  views: [] as View[],
};

export function chooseModel(entry: ModelEntry) {
  change({ model: refOf(entry), ...FRESH }, 0);
}

export async function chooseOwnModel(files: File[]) {
  try {
    const ownModel = await readOwnFiles(files, (blob) => lab.call('sha256', [blob]));
    const given = { ownModel, ownAbout: await aboutFiles(files) };
    const { recipe, author } = bench.value;
    // The very model that an opened link waits for: run the link, do not start anew.
    if (author && recipe.model.id === ownModel.model.id && recipe.model.revision === 'local') {
      update(given);
      void runNow().catch(() => {});
    } else change({ model: ownModel.model, ...FRESH }, 0, given);
  } catch (error) {
    update({ problem: asProblem(error) });
  }
}

export function chooseAddress(address: string) {
  const page = parseHubPage(address, hub.value);
  if (page) {
    chooseRemote({ ...page, sha256: '' });
    return;
  }
  const base = normalise(address);
  try {
    new URL(base, location.href);
  } catch {
    update({
      problem: problem(
        'fetch',
        t`“${address}” is not an address. It should look like https://host/folder, where config.json and model.safetensors lie.`,
      ),
    });
    return;
  }
  chooseRemote({ id: base, revision: 'address', sha256: '' });
}

/** A name on the hub, perhaps with `@revision`. */
export function chooseFromHub(text: string) {
  const name = parseHubName(text, hub.value);
  if (name) chooseRemote({ ...name, sha256: '' });
  else
    update({
      problem: problem(
        'fetch',
        t`“${text}” is not a name of a model on a hub. It should look like owner/name or owner/name@revision.`,
      ),
    });
}

/** Opens a model by its name on this page or on a hub, or by its address, and runs nothing. What is named is agreed to. */
export async function openModel(model: ModelRef): Promise<ModelCard> {
  const address = placeOf(model);
  if (address !== undefined) agreed.add(address);
  update({ recipe: { ...bench.value.recipe, model, ...FRESH }, author: undefined, comparison: undefined });
  return openNow();
}

/** What the visitor names is agreed to. */
function chooseRemote(model: ModelRef) {
  agreed.add(placeOf(model) ?? '');
  change({ model, ...FRESH }, 0);
}

/** The visitor agrees to load from the address that a link names. */
export function agree(address: string) {
  agreed.add(address);
  void runNow().catch(() => {});
}

export async function chooseImages(files: File[]) {
  if (files.length === 0) return;
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const ownImages = await Promise.all(
    sorted.map(async (file) => ({ name: file.name, blob: file as Blob, sha256: await sha256(file) })),
  );
  const names = ownImages.map((image) => image.name);
  const { recipe, author } = bench.value;
  const awaited = recipe.inputs.kind === 'files' && author ? recipe.inputs : undefined;
  if (awaited?.names.every((name) => names.includes(name))) {
    update({ ownImages });
    await runNow().catch(() => {});
    const other = ownImages.filter((image) => {
      const known = awaited.sha256[awaited.names.indexOf(image.name)];
      return known && image.sha256 && known !== image.sha256;
    });
    if (other.length > 0)
      update({
        notice: t`These files are not the author’s, though they have the same names: ${other.map((image) => image.name).join(', ')}.`,
      });
    return;
  }
  const inputs: Inputs = { kind: 'files', names, sha256: ownImages.map((image) => image.sha256) };
  change({ inputs }, undefined, { ownImages });
}

/** Ticks or unticks a site; the sites stay in forward order. */
export function toggleSite(name: string, isOn: boolean) {
  const { recipe, card } = bench.value;
  const wanted = new Set(recipe.sites);
  if (isOn) wanted.add(name);
  else wanted.delete(name);
  chooseSites((card?.sites ?? []).map((site) => site.name).filter((site) => wanted.has(site)));
}

export function chooseSites(sites: string[]) {
  const { focus } = bench.value.recipe;
  change({ sites, focus: sites.includes(focus) ? focus : (sites.at(-1) ?? '') }, 600);
}

/** Puts a view at place `index` of the closer looks: one more, or another in the place of the one there. */
export function putView(index: number, view: View, delayMs?: number) {
  const { views } = bench.value.recipe;
  change({ views: [...views.slice(0, index), view, ...views.slice(index + 1)] }, delayMs);
}

export function removeView(index: number) {
  change({ views: bench.value.recipe.views.filter((_, i) => i !== index) });
}
