// Sets on public addresses, each file by the commit that pins its bytes and the SHA-256 that it must have.

import type { NamedFile, PublicFile } from '../../../fetch/sets';
import { t } from '../../../words/words';
import type { SetWords } from './catalogue';
import { convertImages92 } from './kriegeskorte';
import { convertRelations } from './relations';
import { convertThings } from './things';

export interface PublicSet extends SetWords {
  files: PublicFile[];
  /** Arrays out of the files; without it they are arrays as they are. */
  convert?: (files: NamedFile[]) => NamedFile[] | Promise<NamedFile[]>;
}

/** Files of one repository: path, bytes, SHA-256. */
const filesOf = (repository: string, commit: string, files: [string, number, string][]): PublicFile[] =>
  files.map(([path, bytes, sha256]) => ({ repository, commit, path, bytes, sha256 }));

export function publicSets(): PublicSet[] {
  return [
    {
      id: 'images-92',
      name: t`92 images and human IT`,
      about: t`What fMRI of four people’s inferior temporal cortex finds alike among 92 images, and the images as pixels (Kriegeskorte et al. 2008).`,
      n: t`92 images; an RDM for each of 4 subjects, the mean of two sessions`,
      licence: t`of the data none stated; cite the paper`,
      source: 'rsatoolbox, demos/92imageData',
      files: filesOf('rsagroup/rsatoolbox', 'f1f83cadb7243492a1aae7460466e0f0140b20ac', [
        [
          'demos/92imageData/92_brainRDMs.mat',
          224_663,
          '1743f90a15e895798a94318649e80e1123a7e5943a1703fa1dd7c31ea5780b7c',
        ],
        [
          'demos/92imageData/Kriegeskorte_Neuron2008_supplementalData.mat',
          3_603_779,
          '06f21214399a5d43dc264eed19a7f4b8daf11c8622a59eec3e106064ce5e3504',
        ],
      ]),
      convert: convertImages92,
      ask: {
        kind: 'reference',
        arrays: ['pixels'],
        reference: 'human_it',
        distance: 'correlation',
        comparison: 'rdm_spearman',
      },
      question: t`How much of what human IT finds alike do the pixels explain? Take a network’s layers along from the bench to beat them.`,
    },
    {
      id: 'haxby-slice',
      name: t`Haxby: faces, houses and things in the brain`,
      about: t`fMRI of one person who saw eight categories in twelve runs, half an axial slice (Haxby et al. 2001).`,
      n: t`1,452 volumes × 530 voxels, 8 categories and rest, 12 runs`,
      licence: 'CC BY-SA 3.0',
      source: 'PyMVPA, mvpa2/data',
      files: filesOf('PyMVPA/PyMVPA', '20f0335f98bbb59a0e11bc0b7a469edf8681a9a1', [
        [
          'mvpa2/data/bold.nii.gz',
          1_311_329,
          'cbbd4d07803caaa9f77381af24e790cf77058664a128bd514a4c1668eefb92d7',
        ],
        [
          'mvpa2/data/attributes_literal.txt',
          12_026,
          '7769f235e93d3157ef7bd1102abfaf3bc058ad9ca28e89dc60b8e47f473207c3',
        ],
      ]),
      ask: {
        kind: 'decode',
        array: 'bold',
        labels: 'attributes_literal/column 0',
        groups: 'attributes_literal',
        decoder: 'probe_correlation',
        isDetrended: true,
        isStandardised: true,
        isAveraged: true,
        // The fifth word of the alphabet, counted from 0, is rest.
        leftOut: '5',
        n_permutations: 199,
      },
      question: t`Which category was seen, read in runs that the decoder did not know?`,
    },
    {
      id: 'things',
      name: t`THINGS: objects and what people know of them`,
      about: t`How alike people find 1,854 objects, as VICE’s dimensions, with how concrete and how often met each word is, and its category.`,
      n: t`1,854 objects; 42 dimensions and 3 norms`,
      licence: t`GPL-3.0 (repository); of the norms none stated`,
      source: 'VICE',
      files: filesOf('LukasMut/VICE', '5f80103ef4c9eb29477c4cadb1c9c54476d59e97', [
        [
          'data/files/things_concepts.tsv',
          497_467,
          'f6eb4ec6fcad61e50a746bee820f98d1595fe655e9e210a9a407e9a17fd8cee4',
        ],
        [
          'embeddings/things/final_embedding.npy',
          311_600,
          '6c596ec9fe6e135e3fd32207d4d1d5eb004e3cef3810d5cb40474b1996d5392f',
        ],
      ]),
      convert: convertThings,
      ask: { kind: 'map', array: 'vice', method: 'umap', labels: 'things/category' },
      question: t`Which objects lie near each other in people’s judgements?`,
    },
    {
      id: 'lre',
      name: t`Relations as prompts`,
      about: t`Prompts such as “The capital city of France is” of eight relations, with the answer; for a language model’s layers, taken along from the bench (Hernandez et al. 2023).`,
      n: t`up to 40 prompts of each of 8 relations`,
      licence: 'MIT',
      source: 'relations',
      files: filesOf('evandez/relations', '1b9ec3cf2b8368e42bde7e80fcef384312a6ec07', [
        [
          'data/factual/country_capital_city.json',
          2_553,
          '9945d2da1fa1145c1d7e59ac61a25ebee74299c00bd53fc9308167f9e1d44fc0',
        ],
        [
          'data/factual/country_language.json',
          2_615,
          '0996525735107934f0d2e467e6fac7d2c785c42e8300ccb41ae6e9b5dfde2b76',
        ],
        [
          'data/factual/food_from_country.json',
          2_831,
          '2e308f61974de104eaa29a432bca1232802f9c6e1ea145151f384d96412d4a21',
        ],
        [
          'data/commonsense/fruit_outside_color.json',
          2_978,
          'b0c11dbdd220f670e232db0ff2899ef221d2d91746415696d2a2ce0513ac033a',
        ],
        [
          'data/commonsense/object_superclass.json',
          6_924,
          'e594c3288df3059638ae885d83f2934266bb1968932272c027786bf7b3c02678',
        ],
        [
          'data/commonsense/work_location.json',
          3_800,
          '2438376757f35fc80e8925070e855c190f42693f04e6305266cdc2b76e9878c1',
        ],
        [
          'data/linguistic/verb_past_tense.json',
          6_678,
          '7a9e9ad41d90e0ea18c03d62813881af66e96e10a8fc6e884404a05b21bfb5fc',
        ],
        [
          'data/linguistic/adj_antonym.json',
          8_727,
          'bcfe2e8ed0cabe0650499a1aa64df908aed94898192efc112a0b082dc49b32dd',
        ],
      ]),
      convert: convertRelations,
      prompts: 'relations',
      question: t`Their rows are the prompts. Give the same prompts to a language model on the bench and take its sites along; then ask which relation can be read from a layer.`,
    },
    {
      id: 'men',
      name: t`MEN: how alike people find pairs of words`,
      about: t`Ratings of 3,000 pairs of words, 0 to 50 (Bruni, Tran and Baroni 2014); with GloVe’s vectors on the shelf they show how far cosines follow people.`,
      n: t`3,000 pairs of 751 words`,
      licence: t`free for research`,
      source: 'eval-word-vectors',
      files: filesOf('mfaruqui/eval-word-vectors', '94b3dd9fdbac7ed08dbee7179cd5ee464acf0594', [
        [
          'data/word-sim/EN-MEN-TR-3k.txt',
          53_593,
          '888b13580faa362c7b11da0a670258cf1b1eb4bf0ecbcd418918729a3bd3f43a',
        ],
      ]),
      ask: {
        kind: 'pairs',
        array: 'glove',
        ratings: 'EN-MEN-TR-3k',
        first: 'EN-MEN-TR-3k/column 0',
        second: 'EN-MEN-TR-3k/column 1',
      },
      question: t`How far do the vectors’ cosines follow people? Needs GloVe’s vectors on the shelf.`,
    },
  ];
}
