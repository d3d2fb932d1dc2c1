import type { Catalogue } from '../words';

/** What the experiment on convergent learning says of itself. Its lesson and the reasoning behind claims stay English. */
export const convergentLearning: Catalogue = {
  'the network has no layer {0}': 'das Netz hat keine Schicht {0}',
  'Do different networks learn the same units?': 'Lernen verschiedene Netze dieselben Einheiten?',
  'Some features are learned reliably: networks that start from different weights have units that answer alike, and a one-to-one matching finds them.':
    'Manche Merkmale werden verlässlich gelernt: Netze, die mit verschiedenen Gewichten beginnen, haben Einheiten, die gleich antworten, und eine Eins-zu-eins-Zuordnung findet sie.',
  'Others are not: some units have no partner of their own, and several share one that they are only partly like.':
    'Andere nicht: Manche Einheiten haben keinen eigenen Partner, und mehrere teilen sich einen, dem sie nur zum Teil gleichen.',
  'In the first layer a few units of one network predict a unit of another; deeper, only whole groups of units span the same space.':
    'In der ersten Schicht sagen wenige Einheiten eines Netzes eine Einheit eines anderen voraus; tiefer spannen erst ganze Gruppen von Einheiten denselben Raum auf.',
  'pictures of clothes': 'Bilder von Kleidern',
  'network 1': 'Netz 1',
  'network 2, other first weights': 'Netz 2, andere erste Gewichte',
  'answers of its units': 'Antworten seiner Einheiten',
  'correlations, matched': 'Korrelationen, zugeordnet',
  'a layer': 'eine Schicht',
  'A fake would match a network with itself, or would sort filters by their looks. Here each network has first weights and an order of pictures of its own; the same matching is held against networks that never learned and against answers in random order; and a network matched with itself, its units in another order, must give back exactly that order.':
    'Eine Täuschung ordnete ein Netz sich selbst zu oder sortierte Filter nach ihrem Aussehen. Hier hat jedes Netz eigene erste Gewichte und eine eigene Reihenfolge der Bilder; dieselbe Zuordnung wird an Netzen gemessen, die nie gelernt haben, und an Antworten in zufälliger Reihenfolge; und ein Netz, das sich selbst mit anders geordneten Einheiten zugeordnet wird, muss genau diese Ordnung zurückgeben.',
  'first convolution': 'erste Faltung',
  'second convolution': 'zweite Faltung',
  'dense layer': 'dichte Schicht',
  'Filters on the pixels.': 'Filter auf den Pixeln.',
  "Filters on the first layer's maps.": 'Filter auf den Karten der ersten Schicht.',
  'Units that see the whole picture.': 'Einheiten, die das ganze Bild sehen.',
  'Which layer the figures show; the claims cover all three.':
    'Welche Schicht die Abbildungen zeigen; die Behauptungen betreffen alle drei.',
  Answers: 'Antworten',
  'Whether units are compared by what they give on or by what they add up.':
    'Ob Einheiten nach dem verglichen werden, was sie weitergeben, oder nach dem, was sie aufsummieren.',
  'after the ReLU': 'nach der ReLU',
  'before the ReLU': 'vor der ReLU',
  'Networks, each from first weights of its own.': 'Netze, jedes mit eigenen ersten Gewichten.',
  'Rounds over the training pictures; 0: untrained networks.':
    'Runden über die Trainingsbilder; 0: untrainierte Netze.',
  'Training pictures': 'Trainingsbilder',
  'Pictures to learn from.': 'Bilder, von denen gelernt wird.',
  'Filters of the first layer; the second has twice as many, the dense layer four times.':
    'Filter der ersten Schicht; die zweite hat doppelt so viele, die dichte Schicht viermal so viele.',
  Predictors: 'Prädiktoren',
  'Units that may be in use to predict one of another network.':
    'Einheiten, die benutzt werden dürfen, um eine eines anderen Netzes vorherzusagen.',
  'Groups of the spectral clustering.': 'Gruppen der spektralen Einteilung.',
  'Same first weights': 'Gleiche erste Gewichte',
  'Whether all networks start from the same weights.': 'Ob alle Netze mit denselben Gewichten beginnen.',
  'Pictures of their own': 'Eigene Bilder',
  'Whether each network learns from pictures that no other sees.':
    'Ob jedes Netz von Bildern lernt, die kein anderes sieht.',
  'How alike units of different networks become': 'Wie ähnlich Einheiten verschiedener Netze werden',
  'mean matched correlation': 'mittlere Korrelation der Partner',
  'They learn the same': 'Sie lernen dasselbe',
  'How well units find partners': 'Wie gut Einheiten Partner finden',
  'Who has a partner': 'Wer einen Partner hat',
  'partner of its own': 'eigener Partner',
  'best partner': 'bester Partner',
  'partner of its own, rows shuffled': 'eigener Partner, Zeilen gemischt',
  'rank of the unit': 'Rang der Einheit',
  'Before and after matching': 'Vor und nach der Zuordnung',
  'as they come': 'wie sie kommen',
  matched: 'zugeordnet',
  Partners: 'Partner',
  'Many to many': 'Viele zu vielen',
  'unit of network 1': 'Einheit von Netz 1',
  'unit of network 2': 'Einheit von Netz 2',
  'How few predict one': 'Wie wenige eine vorhersagen',
  'units in use': 'Einheiten in Gebrauch',
  'share of the R² of all units': 'Anteil am R² aller Einheiten',
  'share of R²': 'Anteil am R²',
  'times chance': 'mal Zufall',
};
