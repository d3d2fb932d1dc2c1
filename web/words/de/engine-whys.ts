import type { Catalogue } from '../words';

const OTHER = 'eine andere Stelle oder andere Stimuli nehmen';

/** What stands within the sentence of an analysis that was refused: what is allowed, why, and what to do. */
export const engineWhys: Catalogue = {
  'the activations are so large or so small that their squares are no numbers':
    'die Aktivierungen sind so groß oder so klein, dass ihre Quadrate keine Zahlen sind',
  'rescale the activations': 'die Aktivierungen umskalieren',
  'from 1 to {0} for {1} stimuli': 'von 1 bis {0} bei {1} Stimuli',
  'from 1 to below {0} for {1} stimuli': 'von 1 bis unter {0} bei {1} Stimuli',
  'from 1 to below {0} (half of {1} stimuli)': 'von 1 bis unter {0} (die Hälfte von {1} Stimuli)',
  '(the stimulus itself among them) from 2 to {0} for {1} stimuli':
    '(der Stimulus selbst darunter) von 2 bis {0} bei {1} Stimuli',
  'the kept part of the variance': 'der behaltene Teil der Varianz',
  'more than 0': 'mehr als 0',
  'at least 1': 'mindestens 1',
  'at least 2': 'mindestens 2',
  'the mean answers of all classes are the same': 'die mittleren Antworten aller Klassen sind gleich',
  'take another site or other classes': 'eine andere Stelle oder andere Klassen nehmen',
  'the answers to all stimuli have one direction, so there is nothing to divide':
    'die Antworten auf alle Stimuli haben eine Richtung, es gibt also nichts zu teilen',
  'take another site or other stimuli': OTHER,
  'each of the {0} stimuli is a class of its own': 'jeder der {0} Stimuli ist eine eigene Klasse',
  'give classes with more than one stimulus': 'Klassen mit mehr als einem Stimulus geben',
  'starting means': 'Anfangsmittel',
  'the number of stimuli that differ': 'die Zahl der Stimuli, die verschieden sind',
  'the spectral embedding': 'die spektrale Einbettung',
  'a control task': 'eine Kontrollaufgabe',
  'a graph of nearest stimuli': 'ein Graph der nächsten Stimuli',
  '{0} neighbours': '{0} Nachbarn',
  '{0} stimuli have between 1 and {1}': '{0} Stimuli haben zwischen 1 und {1}',
  '{0} stimuli have between 2 and {1}': '{0} Stimuli haben zwischen 2 und {1}',
  'the squares of the answers are too large for a number':
    'die Quadrate der Antworten sind zu groß für eine Zahl',
  '0 bins': '0 Fächer',
  'there is at least 1': 'es gibt mindestens 1',
  'an entropy': 'eine Entropie',
  'no value was seen': 'kein Wert kam vor',
  'give at least one count above 0': 'mindestens eine Anzahl über 0 geben',
  'noise of variance {0}': 'Rauschen der Varianz {0}',
  'a variance is above 0 and finite': 'eine Varianz ist über 0 und endlich',
  'stimulus {0} (counted from 0) and {1} others have the same answers in both inputs, which continuous variables never have':
    'Stimulus {0} (ab 0 gezählt) und {1} andere haben in beiden Eingaben dieselben Antworten, was bei stetigen Größen nie vorkommt',
  'leave repeated stimuli out, add a little noise, or take bins':
    'wiederholte Stimuli weglassen, ein wenig Rauschen hinzufügen oder Fächer nehmen',
  'the {0} neighbours of each stimulus are all as far as the nearest':
    'die {0} Nachbarn jedes Stimulus sind alle so weit wie der nächste',
  'a discarded part of {0}': 'ein verworfener Teil von {0}',
  'the part is from 0 to below 1': 'der Teil ist von 0 bis unter 1',
  '{0} of {1} stimuli are left to fit a line through, after those that share their answers with another one and the largest ratios':
    '{0} von {1} Stimuli bleiben für eine Gerade, ohne jene, die ihre Antworten mit einem anderen teilen, und ohne die größten Verhältnisse',
  'give more stimuli with answers of their own': 'mehr Stimuli mit eigenen Antworten geben',
  'the second neighbour of each stimulus is as far as the first':
    'der zweite Nachbar jedes Stimulus ist so weit wie der erste',
  'a single unit has one direction only': 'eine einzige Einheit hat nur eine Richtung',
  'take a site with at least 2 units': 'eine Stelle mit mindestens 2 Einheiten nehmen',
  'every unit answers 0 to every stimulus': 'jede Einheit antwortet auf jeden Stimulus mit 0',
  'a noise covariance': 'eine Kovarianz des Rauschens',
  'logistic regression': 'logistische Regression',
  'an RDM': 'eine RDM',
  'none of the {0} {1} has a value ({2})': 'keine der {0} {1} hat einen Wert ({2})',
  'a single unit cannot be told from others':
    'eine einzige Einheit lässt sich nicht von anderen unterscheiden',
  'the penalty': 'die Strafe',
  'ranks {0} to {1}': 'Ränge {0} bis {1}',
  'the first rank is at least 1 and below the last, and the last at most {0}, the number of components with variance':
    'der erste Rang ist mindestens 1 und unter dem letzten, und der letzte höchstens {0}, die Zahl der Komponenten mit Varianz',
  'a line from rank {0} needs more than {1} components with variance, but there are {2}':
    'eine Gerade von Rang {0} an braucht mehr als {1} Komponenten mit Varianz, es gibt aber {2}',
  'give more stimuli or take a wider layer': 'mehr Stimuli geben oder eine breitere Schicht nehmen',
  'the number of components': 'die Zahl der Komponenten',
  'a share of {0} of the variance': 'ein Anteil von {0} der Varianz',
  'a share lies above 0 and is at most 1': 'ein Anteil liegt über 0 und ist höchstens 1',
  'a bootstrap': 'ein Bootstrap',
  'with fewer, its standard error would be off by more than a ninth':
    'mit weniger läge sein Standardfehler um mehr als ein Neuntel daneben',
  'each list has its say': 'jede Liste zählt mit',
  'a noise ceiling': 'eine Rauschgrenze',
  'each is compared with the mean of the others': 'jede wird mit dem Mittel der anderen verglichen',
  'a comparison of models': 'ein Vergleich von Modellen',
  'one list a model': 'eine Liste je Modell',
  'with fewer, no p-value would be as small as 0.05': 'mit weniger wäre kein p-Wert so klein wie 0,05',
  'byte {0} of them is not UTF-8': 'Byte {0} davon ist kein UTF-8',
  'effective rank': 'effektiver Rang',
  'KL divergence': 'KL-Divergenz',
  'normalise rows': 'Zeilen normieren',
  'mean of each network': 'Mittel jedes Netzes',
  'averaged parameters': 'gemittelte Parameter',
  'vision transformer': 'Vision-Transformer',
  'quantised numbers came as {0}': 'quantisierte Zahlen kamen als {0}',
  'a parameter has no numbers': 'ein Parameter hat keine Zahlen',
  'an evaluated tensor has no numbers': 'ein berechneter Tensor hat keine Zahlen',
  'strided view on a graphics device': 'eine Ansicht mit Schritten auf einem Grafikgerät',
  'conv2d needs no product of its own there': 'conv2d braucht dort kein eigenes Produkt',
  'a product of f32 came as {0}': 'ein Produkt von f32 kam als {0}',
  'neighbours in {0}': 'Nachbarn in {0}',
};
