/**
 * The bundled sentences, `sentences-v1`: six subjects with two pairs of paraphrases each, so that an RDM
 * can show blocks (subjects) with smaller blocks (meanings) inside. Written for Inscape, public domain (CC0).
 * Frozen: links and stored results count on every letter.
 */
export const SENTENCES_V1: readonly { text: string; group: string }[] = [
  { group: 'weather', text: 'Heavy rain fell all night over the valley.' },
  { group: 'weather', text: 'It poured in the valley until the morning.' },
  { group: 'weather', text: 'The first snow of the winter covered the roofs.' },
  { group: 'weather', text: 'Roofs turned white with the season’s earliest snowfall.' },
  { group: 'food', text: 'She baked a loaf of bread with rye flour.' },
  { group: 'food', text: 'A rye loaf came out of her oven.' },
  { group: 'food', text: 'The soup needs more salt and a little pepper.' },
  { group: 'food', text: 'Season the broth with some pepper and extra salt.' },
  { group: 'music', text: 'The violinist played the slow movement from memory.' },
  { group: 'music', text: 'Without a score, she performed the adagio on her violin.' },
  { group: 'music', text: 'The choir sang an old song in four voices.' },
  { group: 'music', text: 'In four-part harmony, the singers gave an ancient tune.' },
  { group: 'money', text: 'The bank raised its interest rate by half a percent.' },
  { group: 'money', text: 'Borrowing became half a point dearer at the bank.' },
  { group: 'money', text: 'He saved a tenth of his wages every month.' },
  { group: 'money', text: 'Each month, ten percent of his pay went into savings.' },
  { group: 'animals', text: 'A fox crossed the road just before sunrise.' },
  { group: 'animals', text: 'Shortly before dawn, a fox ran over the road.' },
  { group: 'animals', text: 'The cat slept on the warm windowsill.' },
  { group: 'animals', text: 'On the sunny sill by the window, the cat was dozing.' },
  { group: 'travel', text: 'The train to the coast left ten minutes late.' },
  { group: 'travel', text: 'Our seaside train departed with a ten-minute delay.' },
  { group: 'travel', text: 'They packed their tent and walked into the mountains.' },
  { group: 'travel', text: 'With a tent on their backs, they hiked up to the hills.' },
];
