import { useEffect, useState } from 'preact/hooks';
import { count } from '../../fetch/sentences';
import { textsOf } from '../../inputs/texts';
import type { SitesCost } from '../../lab/protocol';
import { lab } from '../../lab/start';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import { compact, Line } from './card-line';

/** What the chosen sites cost: known from sizes alone, before anything is read or run. */
export function CostLines() {
  const { recipe, card, ownImages, shown } = bench.value;
  const [cost, setCost] = useState<SitesCost>();
  const texts = textsOf(recipe.inputs);
  const nImages = recipe.inputs.kind === 'files' ? ownImages.length : (shown?.report.run.n_stimuli ?? 24);
  const asked = JSON.stringify([card?.model, recipe.sites, texts ?? nImages]);
  useEffect(() => {
    let isOld = false;
    const keep = (found?: SitesCost) => {
      if (!isOld) setCost(found);
    };
    // A run says what is wrong with sites or texts; here there is then nothing to show.
    lab.call('cost', [recipe.sites, texts ? { texts } : { nImages }]).then(keep, () => keep(undefined));
    return () => {
      isOld = true;
    };
  }, [asked]);
  if (!cost) return null;
  const n = texts ? texts.length : nImages;
  return (
    <>
      <Line
        name={t`Chosen sites need`}
        value={t`${count(cost.bytes_to_read)} read from the file, ${count(cost.bytes_in_memory)} of memory`}
      />
      <Line name={t`Work`} value={workWords(compact(cost.multiply_adds), n, texts !== undefined)} />
    </>
  );
}

function workWords(work: string, n: number, areTexts: boolean): string {
  if (areTexts)
    return n === 1
      ? t`about ${work} multiply-adds for ${n} text`
      : t`about ${work} multiply-adds for ${n} texts`;
  return n === 1
    ? t`about ${work} multiply-adds for ${n} image`
    : t`about ${work} multiply-adds for ${n} images`;
}
