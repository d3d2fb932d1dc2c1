import type { Claim, ClaimVerdict } from '../../lab/experiment-types';
import { sentence } from '../../state/problem';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { numberOf, VERDICTS } from './words';

interface ClaimsTableProps {
  claims: readonly Claim[];
  caption: string;
  isStale: boolean;
}

/** What the paper claims, what this run measured, and what the control says of it. */
export function ClaimsTable({ claims, caption, isStale }: ClaimsTableProps) {
  return (
    <table class={`claims${isStale ? ' stale' : ''}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Claim`}</th>
          <th scope="col">{t`Measured`}</th>
          <th scope="col">{t`Criterion`}</th>
          <th scope="col">{t`Control`}</th>
          <th scope="col">{t`Verdict`}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <Row key={claim.id} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ claim }: { claim: Claim }) {
  const number = numberOf(claim);
  return (
    <tr class={claim.verdict} id={`claim-${claim.id}`}>
      <th scope="row">
        <EngineWords text={claim.claim} shape={sentence} />
        <details>
          <summary>{t`How it was computed`}</summary>
          <p>
            <EngineWords text={claim.about} shape={sentence} />
          </p>
        </details>
      </th>
      <td data-column={t`Measured`}>
        <EngineWords text={claim.measured} shape={sentence} />
        {number && <span class="claim-number">{number}</span>}
        <span class="claim-number">n = {claim.n}</span>
      </td>
      <td data-column={t`Criterion`}>
        <EngineWords text={claim.criterion} shape={sentence} />
      </td>
      <td data-column={t`Control`}>
        <EngineWords text={claim.control} shape={sentence} />{' '}
        <span class="claim-control">
          <EngineWords text={claim.control_measured} shape={sentence} />{' '}
          {claim.control_holds ? t`It came out as it must.` : t`It did not come out as it must.`}
        </span>
      </td>
      <td data-column={t`Verdict`}>
        <VerdictMark verdict={claim.verdict} />
      </td>
    </tr>
  );
}

/** A verdict as sign and word. */
export function VerdictMark({ verdict }: { verdict: ClaimVerdict }) {
  const { sign, words, about } = VERDICTS[verdict];
  return (
    <span class={`claim-verdict ${verdict}`} title={about}>
      <span aria-hidden="true">{sign}</span> {words}
    </span>
  );
}
