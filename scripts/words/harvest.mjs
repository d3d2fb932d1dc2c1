// What the page says: every text that goes through `t`, and every text that does not though a reader sees it.

import { parseAst } from 'vite';

/** Attributes and fields whose text is read or heard. */
const READ = new Set(
  'title label aria-label aria-roledescription alt placeholder hint words summary help waiting retryWords about'.split(
    ' ',
  ),
);
const hasLetter = (text) => /\p{L}/u.test(text);

/** `{ texts, raw }` of one file: the templates given to `t`, and letters in JSX or in a label that were not given to it. */
export function harvest(path, source) {
  const texts = [];
  const raw = [];
  const walk = (node, isRead = false) => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one, isRead);
      return;
    }
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'TaggedTemplateExpression' && node.tag.name === 't') {
      const parts = node.quasi.quasis.map(({ value }) => value.cooked);
      texts.push(parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`));
      return walk(node.quasi.expressions);
    }
    if (node.type === 'JSXText' && hasLetter(node.value)) raw.push(node.value.trim());
    if (isRead && node.type === 'Literal' && typeof node.value === 'string' && hasLetter(node.value))
      raw.push(node.value);
    if (isRead && node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => hasLetter(value.cooked)))
      raw.push(node.quasis.map(({ value }) => value.cooked).join('{}'));
    for (const [name, child] of Object.entries(node)) {
      if (name === 'parent' || typeof child !== 'object' || child === null) continue;
      walk(child, isReadIn(node, name, isRead));
    }
  };
  walk(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }).body);
  return { texts, raw };
}

/** Whether the text that stands in a node's field is read: what a label is, or may be, by a condition. */
function isReadIn(node, field, isRead) {
  if (node.type === 'JSXAttribute') return field === 'value' && READ.has(node.name.name);
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return field === 'children';
  if (node.type === 'JSXExpressionContainer') return isRead;
  if (node.type === 'ConditionalExpression') return isRead && field !== 'test';
  if (node.type === 'LogicalExpression') return isRead;
  if (node.type === 'Property')
    return field === 'value' && READ.has(node.key.name ?? node.key.value) && node.value.type === 'Literal';
  return false;
}

/** The places of a text, sorted: `{0}`, `{1}`; `{1?sagt|sagen}` is place 1. */
export const placesOf = (text) =>
  (text.replace(/\{(\d+)\?[^|{}]*\|[^{}]*\}/g, '{$1}').match(/\{\d+\}|<\/?\w+>/g) ?? []).sort();
