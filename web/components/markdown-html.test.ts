// What is left of hostile texts is tested in a browser (tests/e2e/experiments.test.mjs): DOMPurify trusts no imitation of one.

import { describe, expect, it } from 'vitest';
import { toHtml } from './markdown-html';

const html = (text: string) => toHtml(text, false).trim();

describe('Markdown', () => {
  it('has formulas between dollar signs, as text until they are set', () => {
    expect(html('So $x_1 < y$ it is.')).toBe('<p>So <code class="tex">x_1 &lt; y</code> it is.</p>');
    expect(html('$$\n\\frac{a}{b}\n$$')).toBe('<p><code class="tex tex-block">\\frac{a}{b}</code></p>');
    expect(html('Where $a_b$ and $c_d$ are.')).toContain(
      '<code class="tex">a_b</code> and <code class="tex">c_d</code>',
    );
    expect(html('$</code><img src=x>$')).not.toContain('<img');
  });

  it('leaves prices, lone signs and code alone', () => {
    expect(html('It costs $5 or $6.')).toBe('<p>It costs $5 or $6.</p>');
    expect(html('A $ alone.')).toBe('<p>A $ alone.</p>');
    expect(html('`$x$`')).toBe('<p><code>$x$</code></p>');
  });

  it('has no paragraph within a line', () => {
    expect(toHtml('a **b** $c$', true)).toBe('a <strong>b</strong> <code class="tex">c</code>');
  });
});
