// Markdown → sanitised nodes, formulas set by KaTeX as MathML. Loads with the first text that needs it.

import DOMPurify from 'dompurify';
import { Marked, type TokenizerAndRendererExtension } from 'marked';

/** What a formula is until it is set: its TeX, so that sanitising sees plain text only. */
const [PLACE, BLOCK] = ['tex', 'tex tex-block'];

/** `$$…$$` on lines of its own. */
const blockFormula: TokenizerAndRendererExtension = {
  name: 'blockFormula',
  level: 'block',
  start: (source) => source.match(/^\$\$/m)?.index,
  tokenizer(source) {
    const [raw, tex] = /^\$\$\s*([\s\S]+?)\s*\$\$(?:\n|$)/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'blockFormula', raw, text: tex! };
  },
  renderer: ({ text }) => `<p><code class="${BLOCK}">${escaped(String(text))}</code></p>`,
};

/** `$…$` within a line. A dollar sign before a space or after one is no formula's. */
const formula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    const [raw, tex] = /^\$(?!\s)((?:\\\$|[^$\n])+?)(?<!\s)\$(?!\d)/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'formula', raw, text: tex! };
  },
  renderer: ({ text }) => `<code class="${PLACE}">${escaped(String(text))}</code>`,
};

const marked = new Marked({ gfm: true, async: false }, { extensions: [blockFormula, formula] });

/** What a text may become: no scripts, styles, forms, pictures from elsewhere or names that the page uses. */
const ALLOWED = {
  ALLOWED_TAGS:
    'p br hr h1 h2 h3 h4 strong em del code pre blockquote ul ol li a table thead tbody tr th td sup sub'.split(
      ' ',
    ),
  ALLOWED_ATTR: ['href', 'class', 'start', 'align'],
  RETURN_DOM_FRAGMENT: true as const,
};

/** HTML of a text, not yet sanitised. */
export const toHtml = (text: string, isInline: boolean): string =>
  (isInline ? marked.parseInline(text) : marked.parse(text)) as string;

/** The nodes of a text. */
export async function render(text: string, isInline: boolean): Promise<DocumentFragment> {
  const nodes = DOMPurify.sanitize(toHtml(text, isInline), ALLOWED);
  for (const link of nodes.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
  lowerHeadings(nodes);
  const formulas = [...nodes.querySelectorAll<HTMLElement>(`code.${PLACE}`)];
  if (formulas.length > 0) await setFormulas(formulas);
  return nodes;
}

/** KaTeX escapes what it does not know and follows no links, so that what it makes needs no sanitising. */
async function setFormulas(places: readonly HTMLElement[]) {
  const { default: katex } = await import('katex');
  for (const place of places) {
    const set = document.createElement('span');
    const isBlock = place.className === BLOCK;
    set.className = isBlock ? 'formula block' : 'formula';
    set.innerHTML = katex.renderToString(place.textContent ?? '', {
      output: 'mathml',
      displayMode: isBlock,
      throwOnError: false,
      errorColor: 'currentColor',
      trust: false,
    });
    place.replaceWith(set);
  }
}

/** The page has a heading of the first order and the lesson one of the second, so a text's begin at the third. */
function lowerHeadings(nodes: DocumentFragment) {
  for (const heading of nodes.querySelectorAll('h1, h2, h3, h4')) {
    const lower = document.createElement(`h${Math.min(6, Number(heading.tagName[1]) + 2)}`);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
