import { useEffect, useState } from 'preact/hooks';
import { count } from '../../fetch/sentences';
import { textsOf } from '../../inputs/texts';
import type { SitesCost } from '../../lab/protocol';
import { lab } from '../../lab/start';
import { bench } from '../../state/bench';
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
        name="Chosen sites need"
        value={`${count(cost.bytes_to_read)} read from the file, ${count(cost.bytes_in_memory)} of memory`}
      />
      <Line
        name="Work"
        value={`about ${compact(cost.multiply_adds)} multiply-adds for ${n} ${texts ? 'text' : 'image'}${n === 1 ? '' : 's'}`}
      />
    </>
  );
}
