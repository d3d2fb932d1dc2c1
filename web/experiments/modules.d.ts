/** Made by scripts/page/cards.ts; web/experiments/cards.ts says what is in it. */
declare module 'virtual:inscape-cards' {
  export const list: unknown;
  export const cards: Record<string, (() => Promise<{ default: unknown }>) | undefined>;
}
