import { embedFaults } from '../state/embed';
import { t } from '../words/words';
import { plainAddress } from './iframe';

/** What an embedded page has in place of the masthead: the way to the whole lab, with what is in view. */
export function EmbedBar({ makeLink }: { makeLink: () => { address: string } }) {
  return (
    <header class="embed-bar">
      <p class="wordmark">Inscape</p>
      {embedFaults.map((fault) => (
        <p key={fault} class="notice">
          {fault}
        </p>
      ))}
      <a href={plainAddress(makeLink().address)} target="_blank" rel="noopener">
        {t`Open in Inscape`}
      </a>
    </header>
  );
}
