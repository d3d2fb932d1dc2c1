import type { Catalogue } from '../words';

/** The experiment feature-biases: card, settings, titles. */
export const experimentFeatureBiases: Catalogue = {
  'Easy features take the room': 'Leichte Merkmale nehmen den Platz ein',
  'A network that answers two questions perfectly need not represent them equally: the easier feature takes most of a layer’s variance.':
    'Ein Netz, das zwei Fragen fehlerfrei beantwortet, muss sie nicht gleich stark repräsentieren: Das leichtere Merkmal nimmt den größten Teil der Varianz einer Schicht ein.',
  'How much room a feature gets depends on its complexity, on when it was learned and on how often it is asked for, and not only on what it is needed for.':
    'Wie viel Platz ein Merkmal bekommt, hängt davon ab, wie komplex es ist, wann es gelernt wurde und wie oft danach gefragt wird, und nicht nur davon, wozu es gebraucht wird.',
  'Measures that follow variance, such as principal components and representational similarity analysis, therefore see the easy feature and overlook the hard one.':
    'Maße, die der Varianz folgen, wie Hauptkomponenten und die Analyse der Ähnlichkeit von Repräsentationen, sehen deshalb das leichte Merkmal und übersehen das schwere.',
  '24 random signs': '24 zufällige Vorzeichen',
  'three layers of 64 units': 'drei Schichten mit je 64 Einheiten',
  'easy answer: x1': 'leichte Antwort: x1',
  'hard answer: x2·x3': 'schwere Antwort: x2·x3',
  'variance explained by each feature': 'Varianz, die jedes Merkmal erklärt',
  'least squares': 'kleinste Quadrate',
  'A fake would stop before the hard feature is learned, so that the bias is nothing but a difference in accuracy. Here no share of variance counts unless every network of every task has at least 99.9 % of both answers right, and a second pair of features that are equally easy must share alike.':
    'Eine Täuschung hörte auf, bevor das schwere Merkmal gelernt ist, sodass die Verzerrung nichts als ein Unterschied in der Trefferquote wäre. Hier zählt kein Anteil an der Varianz, wenn nicht jedes Netz jeder Aufgabe mindestens 99.9 % beider Antworten trifft, und zwei gleich leichte Merkmale müssen gleich teilen.',
  'Hard feature': 'Schweres Merkmal',
  'What the networks of the figures learn beside the easy feature; the claims cover both.':
    'Was die Netze der Abbildungen neben dem leichten Merkmal lernen; die Behauptungen betreffen beide.',
  'Whether two inputs are alike: x2·x3.': 'Ob zwei Eingaben gleich sind: x2·x3.',
  'parity of three': 'Parität von dreien',
  'The product of three inputs: x2·x3·x4.': 'Das Produkt dreier Eingaben: x2·x3·x4.',
  Nonlinearity: 'Nichtlinearität',
  'Of the hidden layers.': 'Die der verborgenen Schichten.',
  'Hidden units': 'Verborgene Einheiten',
  'Units of each hidden layer.': 'Einheiten jeder verborgenen Schicht.',
  'Hidden layers': 'Verborgene Schichten',
  'How many there are.': 'Wie viele es gibt.',
  'Standard deviation of the first weights, times the root of the number of units that feed them; 1.41 keeps the size of ReLU layers (He et al. 2015).':
    'Standardabweichung der ersten Gewichte, mal der Wurzel aus der Zahl der Einheiten, die sie speisen; 1.41 hält die Größe von ReLU-Schichten (He et al. 2015).',
  Optimiser: 'Optimierer',
  'How the networks learn. Plain gradient descent takes 200 times the learning rate, with momentum 20 times.':
    'Wie die Netze lernen. Einfacher Gradientenabstieg nimmt die 200-fache Lernrate, mit Impuls die 20-fache.',
  'plain gradient descent': 'einfacher Gradientenabstieg',
  'gradient descent with momentum': 'Gradientenabstieg mit Impuls',
  'Of Adam.': 'Die von Adam.',
  'Steps of training, each on 128 fresh inputs.': 'Schritte des Trainings, jeder an 128 frischen Eingaben.',
  'How often the easy answer counts': 'Wie oft die leichte Antwort zählt',
  'Share of the inputs on which the easy answer’s loss counts; the hard one’s always does.':
    'Anteil der Eingaben, bei denen der Verlust der leichten Antwort zählt; der der schweren zählt immer.',
  'Networks of each task, from weights of their own.': 'Netze jeder Aufgabe, mit jeweils eigenen Gewichten.',
  Order: 'Reihenfolge',
  'Whether to train the networks too that learn the hard feature first.':
    'Ob auch die Netze trainiert werden, die das schwere Merkmal zuerst lernen.',
  'Head start': 'Vorsprung',
  'Steps with the hard feature alone, at most; both are trained for half the number of steps after that.':
    'Schritte mit dem schweren Merkmal allein, höchstens; beide werden danach halb so viele Schritte trainiert, wie oben steht.',
  'How much of the last hidden layer follows each feature':
    'Wie viel der letzten verborgenen Schicht jedem Merkmal folgt',
  'share of variance': 'Anteil der Varianz',
  'How well both are answered': 'Wie gut beide beantwortet werden',
  'share of right answers': 'Anteil richtiger Antworten',
  'Layer by layer': 'Schicht für Schicht',
  easy: 'leicht',
  hard: 'schwer',
  'the rest': 'der Rest',
  'explained by': 'erklärt durch',
  'The harder, the less room': 'Je schwerer, desto weniger Platz',
  'doublings of the ratio, first feature over second':
    'Verdopplungen des Verhältnisses, erstes Merkmal zu zweitem',
  'What single units follow': 'Wem einzelne Einheiten folgen',
  'units in %': 'Einheiten in %',
  'Which models look alike': 'Welche Modelle sich gleichen',
  'Does the feature that is learned first keep its room?': 'Behält das zuerst gelernte Merkmal seinen Platz?',
  'steps with the hard feature alone': 'Schritte mit dem schweren Merkmal allein',
  'share of the hard feature': 'Anteil des schweren Merkmals',
  'The inputs in the last hidden layer': 'Die Eingaben in der letzten verborgenen Schicht',
};
