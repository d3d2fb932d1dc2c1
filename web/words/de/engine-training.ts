import type { Catalogue } from '../words';

/** Tasks of the training page. */
export const engineTraining: Catalogue = {
  '1813 and 1817, one after the other. The last tenth, from Persuasion, is kept for validation.':
    '1813 und 1817, eines nach dem anderen. Das letzte Zehntel, aus Persuasion, bleibt für die Validierung.',
  '60,000 training and 10,000 test images; the training images come in five parts of 12,000.':
    '60.000 Trainings- und 10.000 Testbilder; die Trainingsbilder kommen in fünf Teilen zu 12.000.',
  'The next character of Jane Austen': 'Das nächste Zeichen von Jane Austen',
  'Guesses each next character of Pride and Prejudice and Persuasion from the 64 before it.':
    'Errät jedes nächste Zeichen von „Pride and Prejudice“ und „Persuasion“ aus den 64 davor.',
  'decoder, 2 layers, d 64, 2 heads, MLP 256 with GELU, learned positions':
    'Decoder, 2 Schichten, d 64, 2 Köpfe, MLP 256 mit GELU, gelernte Positionen',
  'AdamW, rate 0.004, decay 0.1, clip 1, 100 steps of warm-up, then cosine to a tenth':
    'AdamW, Rate 0,004, Zerfall 0,1, Begrenzung 1, 100 Schritte Aufwärmen, dann Kosinus bis auf ein Zehntel',
  'validation loss': 'Validierungsverlust',
  'nats per character': 'nats je Zeichen',
  'a training needs data files': 'ein Training braucht Dateien mit Daten',
  'Garments by a perceptron': 'Kleidungsstücke mit einem Perzeptron',
  'Names ten kinds of garments from 28 × 28 grey pixels, which it sees as one list of numbers.':
    'Benennt zehn Arten von Kleidungsstücken aus 28 × 28 grauen Bildpunkten, die es als eine Liste von Zahlen sieht.',
  '784–256–10, ReLU': '784–256–10, ReLU',
  'AdamW, rate 0.002, 50 steps of warm-up, then cosine to 0':
    'AdamW, Rate 0,002, 50 Schritte Aufwärmen, dann Kosinus bis auf 0',
  'Garments by a convolutional network': 'Kleidungsstücke mit einem Faltungsnetz',
  'The same garments, by a network that looks at small patches everywhere alike.':
    'Dieselben Kleidungsstücke, mit einem Netz, das überall gleich auf kleine Ausschnitte schaut.',
  'conv 3 × 3, 1–16–32, each with ReLU and 2 × 2 max-pool; 1568–64–10':
    'conv 3 × 3, 1–16–32, je mit ReLU und 2 × 2 max-pool; 1568–64–10',
  'Garments by a vision transformer': 'Kleidungsstücke mit einem Vision-Transformer',
  'The same garments, by a network that reads an image as sixteen patches which look at each other.':
    'Dieselben Kleidungsstücke, mit einem Netz, das ein Bild als sechzehn Ausschnitte liest, die aufeinander schauen.',
  'ViT, patches 7 × 7, 3 layers, d 64, 4 heads, MLP 256 with GELU':
    'ViT, Ausschnitte 7 × 7, 3 Schichten, d 64, 4 Köpfe, MLP 256 mit GELU',
  'test accuracy': 'Testgenauigkeit',
  'A GPT-2 that looks things up': 'Ein GPT-2, das nachschlägt',
  'A Llama that looks things up': 'Ein Llama, das nachschlägt',
  'Guesses each next character of Jane Austen, of lists that repeat, and of facts such as kQ that were stated before.':
    'Errät jedes nächste Zeichen von Jane Austen, von Listen, die sich wiederholen, und von Fakten wie kQ, die vorher genannt wurden.',
  'nats per character of the novel': 'nats je Zeichen des Romans',
  'AdamW (0.9, 0.98), rate {0}, decay 0.05, clip 1, 100 steps of warm-up, then cosine to a twentieth':
    'AdamW (0,9, 0,98), Rate {0}, Zerfall 0,05, Begrenzung 1, 100 Schritte Aufwärmen, dann Kosinus bis auf ein Zwanzigstel',
  'An LSTM on the same text': 'Ein LSTM am selben Text',
  'LSTM, 1 layer, embedding 64, hidden 256': 'LSTM, 1 Schicht, Embedding 64, verborgen 256',
  'AdamW, rate 0.004, decay 0.01, clip 1, 100 steps of warm-up, then cosine to a twentieth':
    'AdamW, Rate 0,004, Zerfall 0,01, Begrenzung 1, 100 Schritte Aufwärmen, dann Kosinus bis auf ein Zwanzigstel',
};
