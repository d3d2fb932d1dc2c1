import type { Claim, ExperimentCard, ExperimentReport } from '../../lab/experiment-types';
import type { Figure } from '../../lab/types';
import { experiment, isBusy, type ShownRun, updateExperiment } from '../../state/experiment';
import { changedParams, settingOf } from '../../state/experiment-params';
import { sentence } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { VerdictMark } from './claims-table';
import { OneFigure } from './figures';
import { numberOf, settingInWords } from './words';

/** Puts the run in view aside, or says what lies there and compares with it. */
export function CompareBar() {
  const { shown, kept, isComparing, card } = experiment.value;
  if (!shown || !card || isBusy(experiment.value)) return null;
  const keep = () => updateExperiment({ kept: shown, isComparing: false });
  const isOwn = kept === shown;
  return (
    <p class="compare-bar">
      {!isOwn && (
        <button type="button" onClick={keep}>
          {kept ? t`Keep this run instead` : t`Keep this run`}
        </button>
      )}{' '}
      {kept && !isOwn && (
        <button
          type="button"
          aria-pressed={isComparing}
          onClick={() => updateExperiment({ isComparing: !isComparing })}
        >
          {isComparing ? t`Show this run alone` : t`Compare with the kept one`}
        </button>
      )}{' '}
      {kept && (
        <span class="help">
          {isOwn
            ? t`Kept. Change a setting and run again to compare.`
            : t`Kept: ${differenceOf(card, kept, shown)}.`}
        </span>
      )}
    </p>
  );
}

/** Two runs side by side: what was asked otherwise, claims and figures. */
export function Comparison() {
  const { shown, kept, card, isComparing } = experiment.value;
  if (!isComparing || !shown || !kept || !card) return null;
  const [before, now] = [kept.report, shown.report];
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">{t`The kept run and this one`}</h2>
      <Settings card={card} kept={kept} shown={shown} />
      <ComparedClaims before={before} now={now} />
      {pairs(before.figures, now.figures).map(([one, other], i) => (
        <div class="figure-pair" key={(one ?? other)!.caption.id}>
          {[
            { figure: one, report: before, words: t`Kept` },
            { figure: other, report: now, words: t`This run` },
          ].map(({ figure, report, words }) => (
            <div key={words}>
              <p class="side">{words}</p>
              {figure ? (
                <OneFigure figure={figure} report={report} number={i + 1} isStale={false} />
              ) : (
                <p class="notice">{t`This run has no such figure.`}</p>
              )}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

/** Figures of two runs by their names; one of them may be missing. */
function pairs(
  before: readonly Figure[],
  now: readonly Figure[],
): [Figure | undefined, Figure | undefined][] {
  const other = (id: string, among: readonly Figure[]) => among.find(({ caption }) => caption.id === id);
  return [
    ...now.map((figure) => [other(figure.caption.id, before), figure] as [Figure | undefined, Figure]),
    ...before
      .filter((figure) => !other(figure.caption.id, now))
      .map((figure) => [figure, undefined] as [Figure, undefined]),
  ];
}

interface BothProps {
  card: ExperimentCard;
  kept: ShownRun;
  shown: ShownRun;
}

/** What was asked otherwise, a row a setting. */
function Settings({ card, kept, shown }: BothProps) {
  const rows = [
    ...changedParams(card, kept.asked.params, shown.asked.params).map((param) => [
      fromEngine(param.label),
      settingInWords(param, settingOf(param, kept.asked.params)),
      settingInWords(param, settingOf(param, shown.asked.params)),
    ]),
    ...(kept.asked.seed === shown.asked.seed
      ? []
      : [[t`Seed`, String(kept.asked.seed), String(shown.asked.seed)]]),
    ...(kept.asked.backend === shown.asked.backend
      ? []
      : [[t`Engine`, kept.asked.backend.toUpperCase(), shown.asked.backend.toUpperCase()]]),
  ];
  if (rows.length === 0) return <p>{t`Both runs asked for the same.`}</p>;
  return (
    <table class="plain-table">
      <caption>{t`What was asked otherwise`}</caption>
      <Head first={t`Setting`} />
      <tbody>
        {rows.map(([name, one, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{one}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ComparedClaims({ before, now }: { before: ExperimentReport; now: ExperimentReport }) {
  return (
    <table class="plain-table">
      <caption>{t`The claims in both`}</caption>
      <Head first={t`Claim`} />
      <tbody>
        {now.claims.map((claim) => (
          <tr key={claim.id}>
            <th scope="row">
              <EngineWords text={claim.claim} shape={sentence} />
            </th>
            <Side claim={before.claims.find(({ id }) => id === claim.id)} />
            <Side claim={claim} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{t`Kept`}</th>
        <th scope="col">{t`This run`}</th>
      </tr>
    </thead>
  );
}

function Side({ claim }: { claim: Claim | undefined }) {
  if (!claim) return <td>{t`not measured`}</td>;
  return (
    <td>
      <VerdictMark verdict={claim.verdict} /> <span class="claim-number">{numberOf(claim)}</span>
    </td>
  );
}

/** What was asked otherwise, in a line. */
function differenceOf(card: ExperimentCard, kept: ShownRun, shown: ShownRun): string {
  const params = changedParams(card, kept.asked.params, shown.asked.params).map(
    (param) => `${fromEngine(param.label)} ${settingInWords(param, settingOf(param, kept.asked.params))}`,
  );
  const seed = kept.asked.seed === shown.asked.seed ? [] : [t`seed ${kept.asked.seed}`];
  const engine = kept.asked.backend === shown.asked.backend ? [] : [kept.asked.backend.toUpperCase()];
  const all = [...params, ...seed, ...engine];
  return all.length > 0 ? all.join(', ') : t`the same settings`;
}
