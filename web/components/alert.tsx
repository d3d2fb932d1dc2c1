import type { ErrorReport } from '../lab/types';
import { sentence } from '../state/problem';

const TITLES: Record<string, string> = {
  link: 'The link could not be opened',
  fetch: 'The model could not be loaded',
  missing: 'The model could not be loaded',
  offline: 'The model could not be loaded',
  store: 'Not all could be deleted',
  room: 'There is no room for all of it',
  read: 'The model could not be read',
  format: 'The model’s file is not what it should be',
  model: 'The model refused',
  inputs: 'The inputs could not be read',
  recipe: 'This does not fit together',
  analysis: 'The analysis is not defined here',
  device: 'The device refused',
  busy: 'Something else is going on',
  trap: 'The engine was restarted',
  engine: 'The engine could not be loaded',
  export: 'The file could not be saved',
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
export function Alert({ report, title, onDismiss, onRetry, retryWords = 'Try again' }: AlertProps) {
  const causes = report.causes.filter((cause) => !report.message.includes(cause));
  return (
    <div class="alert" role="alert">
      <p class="alert-title">{title ?? TITLES[report.kind] ?? 'Something went wrong'}</p>
      <p>{sentence(report.message)}</p>
      {causes.length > 0 && (
        <details>
          <summary>Why</summary>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>{sentence(cause)}</li>
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
        {onDismiss && (
          <button type="button" class="quiet" onClick={onDismiss}>
            Dismiss
          </button>
        )}
      </p>
    </div>
  );
}
