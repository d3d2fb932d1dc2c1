import { count } from '../../fetch/sentences';
import { data } from '../../state/data';
import { MOST_SESSION_BYTES } from '../../state/session';
import { t } from '../../words/words';
import { keeping } from './session';
import { forgetAll } from './shelf';

/** What of the files outlives a reload, and how to be rid of everything. */
export function KeptLine() {
  const { bytes, left } = keeping.value;
  const { cards, shown } = data.value;
  if (cards.length === 0 && bytes === 0 && !shown) return null;
  const most = count(MOST_SESSION_BYTES);
  return (
    <>
      {bytes > 0 && (
        <p class="help">
          {t`${count(bytes)} of files are kept in this browser for this tab, so that a reload loses nothing, and are forgotten a day after it was closed.`}
        </p>
      )}
      {left.length > 0 && (
        <p class="help">
          {t`Not kept over a reload: ${left.join(', ')}. A tab keeps ${most} at most, and nothing where the browser has no room for it.`}
        </p>
      )}
      <p class="picks">
        <button type="button" onClick={() => void forgetAll()}>
          {t`Forget all files and figures`}
        </button>
      </p>
    </>
  );
}
