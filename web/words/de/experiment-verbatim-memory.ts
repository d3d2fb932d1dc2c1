import type { Catalogue } from '../words';

/** The room `verbatim-memory`. */
export const engineExperimentVerbatimMemory: Catalogue = {
  'this network has no attention to look at': 'dieses Netz hat keine Attention zum Ansehen',
  'Word for word, or only the gist': 'Wort für Wort oder nur das Wesentliche',
  'A transformer that has read a list of nouns expects the same nouns in the same order when the list is read again, however much text lies between.':
    'Ein Transformer, der eine Liste von Hauptwörtern gelesen hat, erwartet beim zweiten Lesen dieselben Wörter in derselben Reihenfolge, wie viel Text auch dazwischenliegt.',
  'An LSTM of the same size remembers little: a gist, mostly at the first noun, and not the order.':
    'Ein LSTM derselben Größe merkt sich wenig: das Wesentliche, vor allem beim ersten Wort, und nicht die Reihenfolge.',
  "The transformer's memory is its attention: with the entries of its attention weights in disorder it is gone.":
    'Das Gedächtnis des Transformers ist seine Attention: Sind die Einträge ihrer Gewichte durcheinander, ist es fort.',
  'first list': 'erste Liste',
  'other words': 'andere Wörter',
  'second list: same, other order, or new': 'zweite Liste: dieselbe, andere Reihenfolge oder neu',
  'transformer, 2 layers or 1': 'Transformer, 2 Schichten oder 1',
  'LSTM of the same size': 'LSTM derselben Größe',
  'surprisal of the second list over the first': 'Überraschung der zweiten Liste zur ersten',
  Readers: 'Leser',
  'Who reads the lists.': 'Wer die Listen liest.',
  'small networks': 'kleine Netze',
  'Two transformers and an LSTM that were trained before; 2 MB.':
    'Zwei Transformer und ein LSTM, die vorher trainiert wurden; 2 MB.',
  'small networks, trained now': 'kleine Netze, jetzt trainiert',
  '30 layers; 269 MB, and minutes to run. Reads the same words.':
    '30 Schichten; 269 MB, und es dauert Minuten. Liest dieselben Wörter.',
  Texts: 'Texte',
  'Texts of each kind, with lists of their own.': 'Texte jeder Art, mit eigenen Listen.',
  Nouns: 'Hauptwörter',
  'Nouns of a list.': 'Hauptwörter einer Liste.',
  'Text between': 'Text dazwischen',
  'Stretches of eight words between the lists.': 'Stücke von acht Wörtern zwischen den Listen.',
  Lists: 'Listen',
  'What the nouns of a list have in common.': 'Was die Hauptwörter einer Liste gemeinsam haben.',
  arbitrary: 'beliebig',
  'of one category': 'aus einer Gruppe',
  'They are all fruit, animals, tools, clothes, instruments or furniture.':
    'Es sind lauter Früchte, Tiere, Werkzeuge, Kleider, Instrumente oder Möbel.',
  'Scrambled text': 'Durcheinandergebrachter Text',
  'Whether the words between the lists are in random order.':
    'Ob die Wörter zwischen den Listen in zufälliger Reihenfolge stehen.',
  Cue: 'Ankündigung',
  'Whether the second list is announced: she read it again.':
    'Ob die zweite Liste angekündigt wird: she read it again.',
  'same list': 'dieselbe Liste',
  'other order': 'andere Reihenfolge',
  'new nouns': 'neue Wörter',
  'When retrieval comes': 'Wann das Erinnern kommt',
  'What is left of the surprise': 'Was von der Überraschung bleibt',
  'Noun by noun': 'Wort für Wort',
  'Which place of the list is kept': 'Welche Stelle der Liste behalten wird',
  'What retrieval depends on': 'Woran das Erinnern hängt',
  'How long it lasts': 'Wie lange es hält',
  'How much is kept': 'Wie viel behalten wird',
  'From the second list to the first': 'Von der zweiten Liste zur ersten',
  'Which head is missed': 'Welcher Kopf fehlt',
  'repeat surprisal in %': 'Überraschung beim Wiederlesen in %',
  'noun: first list, then second': 'Wort: erste Liste, dann zweite',
  'surprisal in bits': 'Überraschung in Bit',
  'place in the list': 'Stelle in der Liste',
  'words between the lists': 'Wörter zwischen den Listen',
  'nouns of the list': 'Wörter der Liste',
  'noun of the second list': 'Wort der zweiten Liste',
  'noun of the first list': 'Wort der ersten Liste',
  'weights in order': 'Gewichte in Ordnung',
  'queries and keys in disorder': 'Queries und Keys durcheinander',
  'as many MLP weights in disorder': 'ebenso viele MLP-Gewichte durcheinander',
};
