import { MetricCard } from '../../components/metric-card';
import { Choice, Section } from '../../components/section';
import { inWords, nameInWords } from '../../figures/labels';
import { bench } from '../../state/bench';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { change } from './changes';

/** Names before the engine has told its own. */
const DISTANCES = ['squared_euclidean_per_unit', 'euclidean', 'correlation', 'cosine'];
const MEASURES = [
  'cka_linear_debiased',
  'cka_linear_biased',
  'rdm_spearman',
  'rdm_pearson',
  'rdm_kendall_tau_a',
  'rdm_cosine',
];

/** How stimuli are told apart, and how sites are compared. */
export function AnalysisSection() {
  const { recipe, catalogue } = bench.value;
  const distance = catalogue?.distances.find(({ name }) => name === recipe.distance);
  const measure = catalogue?.measures.find(({ name }) => name === recipe.similarity);
  const options = (names: string[], chosen: string) =>
    (names.includes(chosen) ? names : [...names, chosen]).map((value) => ({
      value,
      label: nameInWords(value),
    }));
  return (
    <Section title={t`Analysis`} topic="analysis">
      <Choice
        label={t`Between stimuli`}
        value={recipe.distance}
        options={options(catalogue?.distances.map(({ name }) => name) ?? DISTANCES, recipe.distance)}
        onChoose={(distance) => change({ distance })}
        help={distance && fromEngine(inWords(distance.about))}
      />
      <MetricCard card={distance?.card} />
      <Choice
        label={t`Between sites`}
        value={recipe.similarity}
        options={options(catalogue?.measures.map(({ name }) => name) ?? MEASURES, recipe.similarity)}
        onChoose={(similarity) => change({ similarity })}
        help={measure && fromEngine(inWords(measure.about))}
      />
      <MetricCard card={measure?.card} />
      <div class="pick">
        <label>
          <input
            type="checkbox"
            checked={recipe.has_slow_intervals ?? false}
            onChange={({ currentTarget }) =>
              change({ has_slow_intervals: currentTarget.checked || undefined })
            }
          />
          <span>{t`95 % intervals even where they take longer than a second`}</span>
        </label>
      </div>
    </Section>
  );
}
