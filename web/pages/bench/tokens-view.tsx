import { useEffect, useState } from 'preact/hooks';
import { visible } from '../../figures/lens';
import { textsOf } from '../../inputs/texts';
import type { Token } from '../../lab/protocol';
import { lab } from '../../lab/start';
import { bench } from '../../state/bench';
import { asProblem } from '../../state/problem';
import { t } from '../../words/words';

/** Typing is followed after this pause, in milliseconds. */
const TYPING_MS = 250;
/** Texts in view; the rest are counted. */
const MOST_TEXTS = 40;

/** The inputs as the model reads them: token by token, with the special ones that a tokenizer puts around a text. */
export function TokensView() {
  const { recipe, card } = bench.value;
  const [isOpen, setIsOpen] = useState(false);
  const texts = (textsOf(recipe.inputs) ?? []).slice(0, MOST_TEXTS);
  const { tokens, fault } = useTokens(card?.input === 'text' && isOpen ? texts : []);
  const n = textsOf(recipe.inputs)?.length ?? 0;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t`As the model reads them`}</summary>
      {!card && <p class="help">{t`The model is not open yet.`}</p>}
      {fault && <p class="help">{fault}</p>}
      <ol class="token-lines">
        {tokens.map((line, i) => (
          <TokenLine key={i} tokens={line} limit={card?.max_positions} />
        ))}
      </ol>
      {tokens.length > 0 && !tokens.flat().some((token) => token.isSpecial) && (
        <p class="help">{t`This tokenizer puts no special token before or after a text.`}</p>
      )}
      {n > MOST_TEXTS && <p class="help">{t`The first ${MOST_TEXTS} of ${n} texts.`}</p>}
    </details>
  );
}

/** One text. The line takes focus; arrow keys go from token to token and read them. */
export function TokenLine({ tokens, limit }: { tokens: Token[]; limit?: number | undefined }) {
  const [at, setAt] = useState<number>();
  const isOver = limit !== undefined && tokens.length > limit;
  const chosen = at === undefined ? undefined : tokens[at];
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt((place) => Math.min(Math.max((place ?? -1) + step, 0), tokens.length - 1));
  };
  const say = ({ id, piece, isSpecial }: Token, i: number) =>
    isSpecial
      ? t`token ${i + 1}: “${visible(piece)}”, id ${id}, special`
      : t`token ${i + 1}: “${visible(piece)}”, id ${id}`;
  return (
    <li>
      <span
        class="tokens"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its tokens are read with the arrow keys
        tabIndex={0}
        role="application"
        aria-label={t`${tokens.length} tokens: ${tokens.map(({ piece }) => visible(piece)).join(' ')}`}
        onKeyDown={walk}
        onBlur={() => setAt(undefined)}
        onPointerLeave={() => setAt(undefined)}
      >
        {tokens.map((token, i) => (
          <span
            key={i}
            class={`token${token.isSpecial ? ' special' : ''}${limit !== undefined && i >= limit ? ' over' : ''}${i === at ? ' at' : ''}`}
            title={say(token, i)}
            onPointerEnter={() => setAt(i)}
          >
            {visible(token.piece)}
          </span>
        ))}
      </span>
      <span class="aside" aria-live="polite">
        {chosen && at !== undefined
          ? say(chosen, at)
          : countWords(tokens.length, isOver ? tokens.length - limit : 0)}
      </span>
    </li>
  );
}

/** The tokens of texts, a moment after they stopped changing. */
function useTokens(texts: string[]): { tokens: Token[][]; fault?: string } {
  const [found, setFound] = useState<{ tokens: Token[][]; fault?: string }>({ tokens: [] });
  const model = bench.value.card?.model.id;
  useEffect(() => {
    if (texts.length === 0) {
      setFound({ tokens: [] });
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      lab.call('tokens', [texts]).then(
        (tokens) => isCurrent && setFound({ tokens }),
        (error: unknown) => isCurrent && setFound({ tokens: [], fault: asProblem(error).message }),
      );
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [texts.join('\n'), model]);
  return found;
}

function countWords(n: number, nTooMany: number): string {
  if (nTooMany > 0) return t`${n} tokens, ${nTooMany} more than the model reads`;
  return n === 1 ? t`${n} token` : t`${n} tokens`;
}
