import { useId } from 'preact/hooks';
import { Section, Segments } from '../../components/section';
import { isBusy, train } from '../../state/train';
import { LARGEST_SEED, MOST_RUNS, seedsOf, setup } from '../../state/train-setup';
import { t } from '../../words/words';
import { change } from './changes';

const COUNTS = Array.from({ length: MOST_RUNS }, (_, i) => String(i + 1));

/** What chance begins with, and how many beginnings are tried side by side. */
export function SeedSection() {
  const id = useId();
  const isDisabled = isBusy(train.value);
  const { seed, n_runs } = setup.value;
  const seeds = seedsOf(setup.value);
  const put = (text: string) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number <= LARGEST_SEED - MOST_RUNS) change({ seed: number });
  };
  return (
    <Section
      title={t`Seed`}
      topic="seed"
      aside={n_runs === 1 ? undefined : t`${seeds[0]!} to ${seeds.at(-1)!}`}
    >
      <p class="seed">
        <label for={id}>{t`Seed`}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          disabled={isDisabled}
          onChange={(event) => {
            put(event.currentTarget.value.trim());
            event.currentTarget.value = String(setup.value.seed);
          }}
        />
        <button
          type="button"
          disabled={isDisabled}
          onClick={() => put(String(seed + n_runs))}
        >{t`Next`}</button>
      </p>
      <p class="caption" id={`${id}-runs`}>{t`Runs side by side`}</p>
      <Segments
        label={t`Runs side by side`}
        value={String(n_runs)}
        options={COUNTS.map((value) => ({ value, label: value, isDisabled }))}
        onChoose={(value) => change({ n_runs: Number(value) })}
      />
      <p class="help">
        {t`The same seed gives the same bits.`}
        {n_runs > 1 && ` ${t`Each run has a worker of its own; on few cores they share the time.`}`}
      </p>
    </Section>
  );
}
