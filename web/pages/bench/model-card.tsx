import { useState } from 'preact/hooks';
import type { ModelAbout } from '../../fetch/model-about';
import type { ModelEntry } from '../../fetch/model-index';
import { count } from '../../fetch/sentences';
import type { ModelCard } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { grouped } from '../../words/numbers';
import { t } from '../../words/words';
import { compact, Line } from './card-line';
import { CostLines } from './cost-lines';
import { SiteCheckPanel } from './site-check';

interface CardProps {
  card: ModelCard;
  /** Its line in this site's list, if it has one. */
  entry: ModelEntry | undefined;
  /** What its own folder says, if it came from one. */
  about: ModelAbout | undefined;
}

/** All that is known of the open model, and what the chosen sites cost. */
export function ModelCardView({ card, entry, about }: CardProps) {
  const shape = card.shape.map(({ name, value }) => `${grouped(value)} ${fromEngine(name)}`).join(', ');
  const tied =
    card.is_tied === undefined ? '' : card.is_tied ? `; ${t`tied unembedding`}` : `; ${t`own unembedding`}`;
  const formats = card.formats
    .map(
      ({ dtype, n_numbers, bytes }) =>
        t`${dtype}: ${compact(Number(n_numbers))} numbers, ${count(Number(bytes))}`,
    )
    .join('; ');
  const files = card.files.map(({ name, bytes }) => `${nameOf(name)}, ${count(Number(bytes))}`);
  return (
    <details class="model-card">
      <summary>{t`Model card`}</summary>
      <dl>
        <Line name={t`Architecture`} value={`${card.architecture}: ${shape}${tied}`} />
        <Line name={t`Parameters`} value={grouped(Number(card.n_parameters))} />
        <Line name={t`Weights`} value={formats} />
        <Line name={t`Licence`} value={entry?.licence || about?.licence || t`not stated in its files`} />
        <Line name={t`Source`} value={entry?.source || about?.source || sourceOf(card)} />
        <Line name={t`Revision`} value={card.model.revision} />
        <dt>SHA-256</dt>
        <dd>
          <Hash hash={card.model.sha256} />
        </dd>
        <Line name={files.length === 1 ? t`File` : t`${files.length} files`} value={files.join('; ')} />
        <CostLines />
      </dl>
      <SiteCheckPanel key={card.model.sha256} />
    </details>
  );
}

/** A path's last part. */
const nameOf = (path: string) => path.split('/').at(-1) ?? path;

function sourceOf(card: ModelCard): string {
  return card.model.revision === 'local' ? t`your own files` : card.model.id;
}

function Hash({ hash }: { hash: string }) {
  const [said, setSaid] = useState('');
  if (!hash) return <>{t`not known`}</>;
  const copy = () =>
    navigator.clipboard.writeText(hash).then(
      () => setSaid(t`copied`),
      () => setSaid(t`copying is not allowed here`),
    );
  return (
    <>
      <code class="hash">{hash}</code>{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => void copy()}
        aria-label={t`Copy the SHA-256`}
      >{t`Copy`}</button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
