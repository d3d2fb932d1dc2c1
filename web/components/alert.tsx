import type { ErrorReport } from '../lab/types';
import { sentence } from '../state/problem';
import { spoken } from '../words/engine';
import { t } from '../words/words';

const TITLES: Record<string, string> = {
  link: t`The link could not be opened`,
  fetch: t`The model could not be loaded`,
  missing: t`The model could not be loaded`,
  offline: t`The model could not be loaded`,
  store: t`Not all could be deleted`,
  room: t`There is no room for all of it`,
  read: t`The model could not be read`,
  format: t`The model’s file is not what it should be`,
  model: t`The model refused`,
  inputs: t`The inputs could not be read`,
  recipe: t`This does not fit together`,
  analysis: t`The analysis is not defined here`,
  device: t`The device refused`,
  busy: t`Something else is going on`,
  trap: t`The engine was restarted`,
  engine: t`The engine could not be loaded`,
  export: t`The file could not be saved`,
};

interface AlertProps {
  report: ErrorReport;
  /** In place of the one that the kind of error has. */
  title?: string | undefined;
  onDismiss?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
  /** What the button that tries again says. */
  retryWords?: string;
}

/** A failure in whole sentences: what was attempted, what was found, what to do next. */
export function Alert({ report, title, onDismiss, onRetry, retryWords = t`Try again` }: AlertProps) {
  const causes = report.causes.filter((cause) => !report.message.includes(cause));
  return (
    <div class="alert" role="alert">
      <p class="alert-title">{title ?? TITLES[report.kind] ?? t`Something went wrong`}</p>
      <p>{sentence(spoken(report.message))}</p>
      {causes.length > 0 && (
        <details>
          <summary>{t`Why`}</summary>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>{sentence(spoken(cause))}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="alert-actions">
        {onRetry && (
          <button type="button" onClick={onRetry}>
            {retryWords}
          </button>
        )}
        {onDismiss && <button type="button" class="quiet" onClick={onDismiss}>{t`Dismiss`}</button>}
      </p>
    </div>
  );
}
