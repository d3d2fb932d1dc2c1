// What a model wrote, token by token, shaded by how probable each was.

import type { Continuation, Continuations } from '../lab/types';
import { t } from '../words/words';
import { visible } from './lens';
import { formatValue } from './numbers';
import { colourAt, css, type Rgb, textOn } from './palette';

export interface WrittenOptions {
  ramp: readonly Rgb[];
  onRead?: ((words: string | undefined) => void) | undefined;
}

/** Draws the texts in a list, best first. Each takes focus; arrow keys go from token to token and read them. */
export function written(data: Continuations, { ramp, onRead }: WrittenOptions): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'written';
  for (const text of data.texts) list.append(textLine(data, text, ramp, onRead));
  list.addEventListener('pointerleave', () => onRead?.(undefined));
  return list;
}

/** What one token says. */
export function readToken(text: Continuation, i: number): string {
  const { token, id, probability, rank } = text.tokens[i]!;
  return t`token ${i + 1}: “${visible(token)}” with probability ${formatValue(probability)}, guess no. ${rank}, id ${id}`;
}

function textLine(
  data: Continuations,
  text: Continuation,
  ramp: readonly Rgb[],
  onRead: WrittenOptions['onRead'],
): HTMLLIElement {
  const line = document.createElement('li');
  const prompt = document.createElement('span');
  prompt.className = 'prompt';
  prompt.textContent = data.prompt;
  line.append(prompt);
  const places = text.tokens.map(({ token, probability }, i) => {
    const place = document.createElement('span');
    const colour = colourAt(ramp, probability);
    place.className = 'written-token';
    place.textContent = token.replaceAll('\n', '⏎\n') || '∅';
    place.style.backgroundColor = css(colour);
    place.style.color = textOn(colour);
    place.title = readToken(text, i);
    place.tabIndex = i === 0 ? 0 : -1;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', place.title);
    place.addEventListener('pointerenter', () => onRead?.(place.title));
    place.addEventListener('focus', () => onRead?.(place.title));
    line.append(place);
    return place;
  });
  line.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = places.indexOf(event.target as HTMLSpanElement);
    const next = step === undefined ? undefined : places[at + step];
    if (!next) return;
    event.preventDefault();
    places[at]!.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  const end = document.createElement('span');
  end.className = 'aside';
  const share = formatValue(text.log_probability);
  end.textContent = ` ${text.has_ended ? t`ended, ln p = ${share}` : `ln p = ${share}`}`;
  line.append(end);
  return line;
}
