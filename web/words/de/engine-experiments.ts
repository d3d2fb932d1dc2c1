import type { Catalogue } from '../words';

/** What experiments say of themselves: cards, settings, titles. Lessons and the reasoning behind claims stay English. */
export const engineExperiments: Catalogue = {
  'the experiment needs it, but it was not handed over':
    'das Experiment braucht es, es wurde aber nicht übergeben',
  'there is no {0} called {1}; there is none at all': 'es gibt kein {0} namens {1}; es gibt überhaupt keines',
  'there is no {0} called {1}; there are {2}': 'es gibt kein {0} namens {1}; es gibt {2}',
  'there is no {0} called {1}; near ones are {2}': 'es gibt kein {0} namens {1}; ähnlich heißen {2}',
  "{0} was to be run from a recipe of version {1} of {2}, but this Inscape runs version {3}; open it with a newer Inscape, or start from the experiment's own page":
    '{0} sollte aus einem Rezept der Version {1} von {2} laufen, dieses Inscape läuft aber mit Version {3}; es mit einem neueren Inscape öffnen oder auf der Seite des Experiments beginnen',
  "the recipe's form": 'der Form des Rezepts',
  'its defaults': 'seinen Vorgaben',
  'the parameter {0} takes {1}, but it was set to {2}; leave it out for its default, {3}':
    'die Einstellung {0} nimmt {1}, gesetzt war aber {2}; ohne sie gilt die Vorgabe {3}',
  'hidden layer': 'verborgene Schicht',
  // task-structure-nonlinearity
  'Tanh keeps the task, ReLU keeps the input': 'Tanh behält die Aufgabe, ReLU die Eingabe',
  'Networks that learn the same labels equally well can represent them quite differently, depending on the nonlinearity of their hidden layer.':
    'Netze, die dieselben Etiketten gleich gut lernen, können sie je nach der Nichtlinearität ihrer verborgenen Schicht ganz verschieden repräsentieren.',
  'Tanh layers tend towards the geometry of the targets: few dimensions, bits disentangled. ReLU layers keep more of the geometry of their inputs.':
    'Tanh-Schichten streben zur Geometrie der Ziele: wenige Dimensionen, die Bits entwirrt. ReLU-Schichten behalten mehr von der Geometrie ihrer Eingaben.',
  'The reason lies in single neurons: one that is silent for some inputs learns only from the others and specialises, one that saturates on both sides inherits the whole label.':
    'Der Grund liegt in den einzelnen Neuronen: Eines, das bei manchen Eingaben schweigt, lernt nur von den anderen und spezialisiert sich; eines, das nach beiden Seiten sättigt, erbt das ganze Etikett.',
  'three bits, eight conditions': 'drei Bits, acht Bedingungen',
  '30 noisy inputs': '30 verrauschte Eingaben',
  '200 tanh neurons': '200 tanh-Neuronen',
  '200 ReLU neurons, same weights at first': '200 ReLU-Neuronen, anfangs gleiche Gewichte',
  'one or two labels': 'ein oder zwei Etiketten',
  'geometry of the eight conditions': 'Geometrie der acht Bedingungen',
  'mean + noise': 'Mittel + Rauschen',
  trained: 'trainiert',
  compare: 'vergleichen',
  'A fake would give each nonlinearity the learning rate, the noise or the number of steps at which the wanted picture comes out, or would show networks that did not learn. Here both kinds start from the same weights, see the same noise, take the same steps at the same rate, and the table fails when any of them has less than 99 % of its labels right.':
    'Eine Täuschung gäbe jeder Nichtlinearität die Lernrate, das Rauschen oder die Zahl der Schritte, bei denen das gewünschte Bild herauskommt, oder zeigte Netze, die nichts gelernt haben. Hier beginnen beide Arten mit denselben Gewichten, sehen dasselbe Rauschen, machen dieselben Schritte mit derselben Rate, und die Tabelle hält nicht, sobald eines von ihnen weniger als 99 % seiner Etiketten trifft.',
  Target: 'Ziel',
  'What the networks of the figures learn to say; the claims cover one bit, two bits and XOR.':
    'Was die Netze der Abbildungen zu sagen lernen; die Behauptungen betreffen ein Bit, zwei Bits und XOR.',
  'Structure of the inputs': 'Struktur der Eingaben',
  '0: inputs are linear in the bits; 1: every condition has a direction of its own.':
    '0: Eingaben sind linear in den Bits; 1: jede Bedingung hat eine eigene Richtung.',
  Noise: 'Rauschen',
  'Length of the noise on an input, whose mean has length 1.':
    'Länge des Rauschens auf einer Eingabe, deren Mittel die Länge 1 hat.',
  'Against tanh': 'Gegen tanh',
  'The nonlinearity that tanh is held against.': 'Die Nichtlinearität, an der tanh gemessen wird.',
  'Size of the first weights': 'Größe der ersten Gewichte',
  'Standard deviation of the first input weights, times √30. Small ones must learn their direction, large ones have one already.':
    'Standardabweichung der ersten Eingangsgewichte, mal √30. Kleine müssen ihre Richtung lernen, große haben schon eine.',
  'Hidden neurons': 'Verborgene Neuronen',
  'Neurons of the hidden layer.': 'Neuronen der verborgenen Schicht.',
  Steps: 'Schritte',
  'Steps of gradient descent, each on one fresh sample of every condition.':
    'Schritte des Gradientenabstiegs, jeder an einer frischen Probe jeder Bedingung.',
  steps: 'Schritte',
  'Learning rate': 'Lernrate',
  'The same for all networks.': 'Dieselbe für alle Netze.',
  Networks: 'Netze',
  'Networks of each kind and task, from weights of their own.':
    'Netze jeder Art und Aufgabe, mit jeweils eigenen Gewichten.',
  'Frozen output weights': 'Eingefrorene Ausgangsgewichte',
  'Whether only the hidden weights learn.': 'Ob nur die verborgenen Gewichte lernen.',
  Map: 'Karte',
  'Whether to train the networks of the map of inputs and noise too.':
    'Ob auch die Netze der Karte aus Eingaben und Rauschen trainiert werden.',
  'leaky ReLU': 'undichte ReLU',
  'softplus through the origin': 'Softplus durch den Ursprung',
  'clip to ±1': 'Kappung auf ±1',
  'ReLU capped at 1': 'ReLU, bei 1 gedeckelt',
  'z above 0, z / 10 below': 'z über 0, z / 10 darunter',
  'z between −1 and 1, which it never leaves': 'z zwischen −1 und 1, die es nie verlässt',
  'z between 0 and 1, which it never leaves': 'z zwischen 0 und 1, die es nie verlässt',
  'one bit': 'ein Bit',
  'two bits': 'zwei Bits',
  parity: 'Parität',
  'Whether the first two bits are alike: z1·z2.': 'Ob die ersten beiden Bits gleich sind: z1·z2.',
  'The first bit: z1.': 'Das erste Bit: z1.',
  'The first two bits, an output each: z1 and z2.':
    'Die ersten beiden Bits, ein Ausgang für jedes: z1 und z2.',
  'The product of all three bits: z1·z2·z3.': 'Das Produkt aller drei Bits: z1·z2·z3.',
  "What the hidden layer's geometry becomes": 'Was aus der Geometrie der verborgenen Schicht wird',
  'training step': 'Trainingsschritt',
  alignment: 'Ausrichtung',
  'alignment with the targets': 'Ausrichtung nach den Zielen',
  'Who is like whom': 'Wer wem gleicht',
  'Ways of single neurons: {0}': 'Wege einzelner Neuronen: {0}',
  'between the classes': 'zwischen den Klassen',
  'within the class +1': 'innerhalb der Klasse +1',
  'Where the two differ': 'Wo die beiden sich unterscheiden',
  'Which part of the shape does it': 'Welcher Teil der Form es macht',
  'Does a decoder generalise?': 'Verallgemeinert ein Decoder?',
  'right answers in %': 'richtige Antworten in %',
  'Inputs and noise decide': 'Eingaben und Rauschen entscheiden',
  'structure of the inputs': 'Struktur der Eingaben',
  'difference of alignments': 'Unterschied der Ausrichtungen',
  'share of the gap': 'Anteil des Abstands',
  'share of the gap with noise': 'Anteil des Abstands mit Rauschen',
  'percentage points': 'Prozentpunkte',
};
