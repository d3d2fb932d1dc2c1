import { reloadNewer } from '../fetch/offline/register';
import { offline } from '../state/offline';
import { t } from '../words/words';

/** A quiet word once the page opens without a network, or once there is a newer one. */
export function OfflineLine() {
  return (
    <span class="offline" role="status">
      {offline.value === 'now' && t`Works offline now.`}
      {offline.value === 'newer' && (
        <>
          {t`A new version is here:`}{' '}
          <button type="button" class="quiet" onClick={reloadNewer}>
            {t`reload`}
          </button>
        </>
      )}
    </span>
  );
}
