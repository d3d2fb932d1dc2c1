import { formatSeconds } from '../../figures/numbers';
import type { VerifiedSeed } from '../../state/experiment';
import { experiment, isBusy, isSameRun } from '../../state/experiment';
import { sentence } from '../../state/problem';
import { spoken } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { VerdictMark } from './claims-table';
import { overall, tally } from './words';

/** The claims at each listed seed: one row a seed, one column a claim. */
export function VerifyTable() {
  const { verification, recipe } = experiment.value;
  if (!verification || !recipe) return null;
  const { seeds, asked } = verification;
  const isOther = !isSameRun({ ...asked, seed: recipe.seed }, recipe);
  const done = seeds.filter(({ claims }) => claims !== undefined);
  const names = done[0]?.claims ?? [];
  const nHolding = done.filter(({ claims }) => overall(claims!) === 'holds').length;
  return (
    <section class="verification" aria-labelledby="verification">
      <h2 id="verification">{t`At other seeds`}</h2>
      <p role="status">
        {done.length === seeds.length
          ? t`All claims hold at ${nHolding} of ${seeds.length} seeds.`
          : t`${done.length} of ${seeds.length} seeds are done; all claims hold at ${nHolding} of them.`}{' '}
        {isOther && t`This was with other settings than those beside.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={t`Verdicts by seed`}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t`Seed`}</th>
              {names.map(({ id, claim }) => (
                <th key={id} scope="col">
                  <EngineWords text={claim} />
                </th>
              ))}
              <th scope="col">{t`All`}</th>
              <th scope="col">{t`Time`}</th>
            </tr>
          </thead>
          <tbody>
            {seeds.map((one) => (
              <Row key={one.seed} {...one} nClaims={names.length} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Row({ seed, claims, seconds, problem, nClaims }: VerifiedSeed & { nClaims: number }) {
  if (!claims) {
    return (
      <tr>
        <th scope="row">{seed}</th>
        <td colSpan={nClaims + 2}>
          {problem ? sentence(spoken(problem.message)) : isBusy(experiment.value) ? t`waiting` : t`not run`}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{seed}</th>
      {claims.map(({ id, verdict }) => (
        <td key={id}>
          <VerdictMark verdict={verdict} />
        </td>
      ))}
      <td>{tally(claims)}</td>
      <td>{seconds === undefined ? '' : formatSeconds(seconds)}</td>
    </tr>
  );
}
