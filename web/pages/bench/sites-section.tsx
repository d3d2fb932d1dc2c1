import { useState } from 'preact/hooks';
import { Choice, Section } from '../../components/section';
import { count } from '../../fetch/sentences';
import { inWords, shortSite } from '../../figures/labels';
import type { ModelCard, Pool, SiteFacts } from '../../lab/types';
import { bench } from '../../state/bench';
import { isTextual } from '../../state/defaults';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { change, chooseSites, toggleSite } from './changes';
import { TakeAlong } from './take-along';

const POOLS: { value: Pool; label: string; isForImages: boolean }[] = [
  { value: 'none', label: t`none: every value`, isForImages: true },
  { value: 'mean', label: t`mean over positions`, isForImages: true },
  { value: 'last', label: t`last token`, isForImages: false },
  { value: 'cls', label: t`first token, CLS`, isForImages: false },
];

/** The axes of a site that has a vector for each token of an image. */
const TOKENS = /^(\d+) token ×/;

/** Where to look inside the model, in forward order, with what each place costs. */
export function SitesSection() {
  const { recipe, card, shown } = bench.value;
  const [filter, setFilter] = useState('');
  const n = shown?.report.run.n_stimuli ?? 24;
  const isImage = card ? card.input === 'image' : !isTextual(recipe.inputs);
  const sites = card?.sites ?? [];
  // A vision transformer reads an image as tokens.
  const isTokens = isImage && sites.some((site) => TOKENS.test(site.axes));
  const wanted = filter.trim().toLowerCase();
  const visible =
    wanted === ''
      ? sites
      : sites.filter((site) => `${site.name} ${site.short}`.toLowerCase().includes(wanted));
  const chosen = new Set(recipe.sites);
  const bytes = sites
    .filter((site) => chosen.has(site.name))
    .reduce((sum, site) => sum + keptUnits(site, recipe.pool) * n * 4, 0);
  const isPerToken = !isImage && recipe.pool === 'none';
  const summary = !card
    ? `${chosen.size}`
    : isPerToken
      ? t`${chosen.size} of ${sites.length}, ${count(bytes)} a token`
      : t`${chosen.size} of ${sites.length}, ${count(bytes)}`;
  return (
    <Section title={t`Sites`} topic="sites" aside={summary}>
      {card && (
        <div class="picks">
          <button type="button" onClick={() => chooseSites(card.default_sites)}>{t`Default`}</button>
          <button type="button" onClick={() => chooseSites(blocksOf(card))}>{t`All blocks`}</button>
          <button type="button" onClick={() => chooseSites([])}>{t`None`}</button>
          {sites.length > 30 && (
            <input
              type="search"
              placeholder={t`find`}
              aria-label={t`Find a site`}
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
          )}
        </div>
      )}
      <ul class="sites" aria-label={t`Sites in forward order`}>
        {(card ? visible : recipe.sites.map(placeholder)).map((site) => (
          <li key={site.name}>
            <label title={`${site.name}. ${site.about && fromEngine(inWords(site.about))}`}>
              <input
                type="checkbox"
                checked={chosen.has(site.name)}
                disabled={!card}
                onChange={(event) => toggleSite(site.name, event.currentTarget.checked)}
              />
              <span class="site-name">{shortSite(site.name)}</span>
              <span class="aside">{site.axes}</span>
              {site.units > 0 && <span class="cost">{count(keptUnits(site, recipe.pool) * n * 4)}</span>}
            </label>
          </li>
        ))}
      </ul>
      <Choice
        label={t`Pool`}
        value={recipe.pool}
        options={POOLS.filter(
          (pool) => pool.isForImages || !isImage || (isTokens && pool.value === 'cls'),
        ).map((pool) => ({
          value: pool.value,
          label:
            isImage && pool.value === 'mean'
              ? isTokens
                ? t`mean over tokens`
                : t`mean over space`
              : pool.label,
        }))}
        onChoose={(pool) => change({ pool })}
      />
      <TakeAlong />
    </Section>
  );
}

const placeholder = (name: string): SiteFacts => ({ name, short: name, about: '', axes: '', units: 0 });

/** Numbers that are kept of one stimulus (of one position, for unpooled text): a mean over space leaves the channels. */
export function keptUnits(site: SiteFacts, pool: Pool): number {
  const map = /^(\d+) channels? × (\d+) × (\d+)$/.exec(site.axes);
  if (pool === 'mean' && map) return Number(map[1]);
  const tokens = TOKENS.exec(site.axes);
  return tokens && pool !== 'none' ? site.units / Number(tokens[1]) : site.units;
}

/** The output of every block: residual streams of transformers, modules of a CNN. */
export function blocksOf(card: ModelCard): string[] {
  const names = card.sites.map((site) => site.name);
  const streams = names.filter((name) => /^blocks\.\d+\.hook_resid_post$/.test(name));
  return streams.length > 0
    ? streams
    : names.filter((name) => /^[a-z]+\d+$/.test(name) && !name.startsWith('pool'));
}
