import { type Drafted, endOffer, offered } from '../state/drafts';
import { embed } from '../state/embed';
import { day } from '../words/numbers';
import { t } from '../words/words';

/** Offers what the visitor left on a page when it was opened anew or by a link. */
export function DraftOffer({ page }: { page: Drafted }) {
  const draft = offered.value[page];
  if (!draft || embed) return null;
  const when = day(new Date(draft.at));
  return (
    <p class="notice">
      {draft.isBesideLink
        ? t`This is what the link asks for. Your own work of ${when} is kept.`
        : t`You left other work here on ${when}.`}{' '}
      <a href={draft.hash} onClick={() => endOffer(page, false)}>{t`Take it up again`}</a>{' '}
      <button type="button" class="quiet" onClick={() => endOffer(page, true)}>{t`Forget it`}</button>
    </p>
  );
}
