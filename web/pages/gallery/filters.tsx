import { Choice } from '../../components/section';
import { changeFilter, filter, isFiltered, LENGTHS, NO_FILTER } from '../../state/gallery';
import { t } from '../../words/words';

/** Search and filters, in one line where there is room. */
export function Filters({ nShown, nAll }: { nShown: number; nAll: number }) {
  const { words, isWithoutGpu, seconds, model, hasExercises } = filter.value;
  return (
    <search class="filters" aria-label={t`Find an experiment`}>
      <label class="find">
        <span class="visually-hidden">{t`Search papers, authors and claims`}</span>
        <input
          type="search"
          value={words}
          placeholder={t`Search papers, authors, claims`}
          onInput={(event) => changeFilter({ words: event.currentTarget.value })}
        />
      </label>
      <Choice
        label={t`Time of a run`}
        value={String(seconds ?? '')}
        options={[
          { value: '', label: t`Any` },
          ...LENGTHS.map((most) => ({ value: String(most), label: t`up to ${most} s` })),
        ]}
        onChoose={(value) => changeFilter({ seconds: value === '' ? undefined : Number(value) })}
      />
      <Choice
        label={t`Model`}
        value={model}
        options={[
          { value: 'any', label: t`Any` },
          { value: 'none', label: t`needs none` },
          { value: 'needed', label: t`needs one` },
        ]}
        onChoose={(value) => changeFilter({ model: value })}
      />
      <Tick
        label={t`Runs without GPU`}
        isOn={isWithoutGpu}
        onTick={(isOn) => changeFilter({ isWithoutGpu: isOn })}
      />
      <Tick
        label={t`Has exercises`}
        isOn={hasExercises}
        onTick={(isOn) => changeFilter({ hasExercises: isOn })}
      />
      <p class="found" role="status">
        {isFiltered(filter.value) && (
          <>
            {t`${nShown} of ${nAll}`}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() => changeFilter({ ...NO_FILTER, seconds: undefined })}
            >
              {t`Show all`}
            </button>
          </>
        )}
      </p>
    </search>
  );
}

function Tick({ label, isOn, onTick }: { label: string; isOn: boolean; onTick: (isOn: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} onChange={(event) => onTick(event.currentTarget.checked)} />{' '}
      {label}
    </label>
  );
}
