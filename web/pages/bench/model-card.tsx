import { useState } from 'preact/hooks';
import type { ModelAbout } from '../../fetch/model-about';
import type { ModelEntry } from '../../fetch/model-index';
import { count } from '../../fetch/sentences';
import type { ModelCard } from '../../lab/types';
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
  const shape = card.shape.map(({ name, value }) => `${value.toLocaleString('en')} ${name}`).join(', ');
  const tied = card.is_tied === undefined ? '' : card.is_tied ? '; tied unembedding' : '; own unembedding';
  const formats = card.formats
    .map(
      ({ dtype, n_numbers, bytes }) =>
        `${dtype}: ${compact(Number(n_numbers))} numbers, ${count(Number(bytes))}`,
    )
    .join('; ');
  const files = card.files.map(({ name, bytes }) => `${nameOf(name)}, ${count(Number(bytes))}`);
  return (
    <details class="model-card">
      <summary>Model card</summary>
      <dl>
        <Line name="Architecture" value={`${card.architecture}: ${shape}${tied}`} />
        <Line name="Parameters" value={Number(card.n_parameters).toLocaleString('en')} />
        <Line name="Weights" value={formats} />
        <Line name="Licence" value={entry?.licence || about?.licence || 'not stated in its files'} />
        <Line name="Source" value={entry?.source || about?.source || sourceOf(card)} />
        <Line name="Revision" value={card.model.revision} />
        <dt>SHA-256</dt>
        <dd>
          <Hash hash={card.model.sha256} />
        </dd>
        <Line name={files.length === 1 ? 'File' : `${files.length} files`} value={files.join('; ')} />
        <CostLines />
      </dl>
      <SiteCheckPanel key={card.model.sha256} />
    </details>
  );
}

/** A path's last part. */
const nameOf = (path: string) => path.split('/').at(-1) ?? path;

function sourceOf(card: ModelCard): string {
  return card.model.revision === 'local' ? 'your own files' : card.model.id;
}

function Hash({ hash }: { hash: string }) {
  const [said, setSaid] = useState('');
  if (!hash) return <>not known</>;
  const copy = () =>
    navigator.clipboard.writeText(hash).then(
      () => setSaid('copied'),
      () => setSaid('copying is not allowed here'),
    );
  return (
    <>
      <code class="hash">{hash}</code>{' '}
      <button type="button" class="quiet" onClick={() => void copy()} aria-label="Copy the SHA-256">
        Copy
      </button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
