import type { Catalogue } from '../words';

/** What arrays predict and explain, what can be read from them, and how sure that is. */
export const enginePrediction: Catalogue = {
  '{0} predict{1} {2} of {3} targets of {4} better than their mean does; the median R² is {5}{6}.':
    '{0} {1?sagt|sagen} {2} von {3} Zielen von {4} besser vorher als ihr Mittelwert; der Median von R² ist {5}{6}.',
  ', where the repeats allow {0}': ', wo die Wiederholungen {0} zulassen',
  'weight of {0}': 'Gewicht von {0}',
  'most R²': 'höchstes R²',
  'one penalty for all targets': 'eine Strafe für alle Ziele',
  'for each target the penalty': 'für jedes Ziel die Strafe',
  "{0} by the other folds (nested cross-validation). R² and Pearson's r of all held-out predictions together.{1}{2}":
    '{0} anhand der anderen Teilmengen (verschachtelte Kreuzvalidierung). R² und Pearsons r aller zurückgehaltenen Vorhersagen zusammen.{1}{2}',
  'Ridge regression with an unpenalised intercept, units as they are; {0} folds shuffled with seed {1}; {2} is chosen among ten (0.01 to 10,000,000)':
    'Ridge-Regression mit einem Achsenabschnitt ohne Strafe, Einheiten, wie sie sind; {0} Teilmengen, gemischt mit Startwert {1}; aus zehn (0,01 bis 10.000.000) wird {2} gewählt',
  "Banded ridge regression, each array with a penalty of its own (alpha / weight), and an unpenalised intercept, units as they are; {0} folds shuffled with seed {1}; {2} is chosen among ten (0.01 to 10,000,000), and the arrays' weights among {3} that sum to 1,":
    'Gebänderte Ridge-Regression, jedes Array mit eigener Strafe (alpha / Gewicht), und ein Achsenabschnitt ohne Strafe, Einheiten, wie sie sind; {0} Teilmengen, gemischt mit Startwert {1}; aus zehn (0,01 bis 10.000.000) wird {2} gewählt, und die Gewichte der Arrays aus {3}, die sich zu 1 summieren,',
  ' The mean of {0} repeats is predicted; most R²: noise_ceiling_r2_of_mean, what their spread leaves to any model.':
    ' Vorhergesagt ist das Mittel von {0} Wiederholungen; höchstes R²: noise_ceiling_r2_of_mean, was ihre Streuung irgendeinem Modell übrig lässt.',
  'Of a mean R² of {0}, {1} is what only {2} explains, the most of any array; {3} is shared by all.':
    'Von einem mittleren R² von {0} erklärt {1} nur {2}, mehr als jedes andere Array; {3} ist allen gemeinsam.',
  'Table of {0} parts of the explained variance. {1}': 'Tabelle von {0} Teilen der erklärten Varianz. {1}',
  'variance_partition_r2_pooled: held-out R² of ridge regressions on every set of the arrays side by side, one penalty for all units of a set, parted by inclusion and exclusion (de Heer et al. 2017); means over {0} targets. Parts sum to the R² of all arrays; they may be negative.':
    'variance_partition_r2_pooled: R² zurückgehaltener Vorhersagen von Ridge-Regressionen auf jede Auswahl der Arrays nebeneinander, eine Strafe für alle Einheiten einer Auswahl, aufgeteilt durch Einschluss und Ausschluss (de Heer et al. 2017); Mittel über {0} Ziele. Die Teile summieren sich zum R² aller Arrays; sie können negativ sein.',
  'What each array explains': 'Was jedes Array erklärt',
  'mean part': 'mittlerer Teil',
  'median part': 'Median des Teils',
  'mean R² of these arrays': 'mittleres R² dieser Arrays',
  'The predictions tell {0} % of {1} pairs of stimuli apart; guessing tells half.':
    'Die Vorhersagen unterscheiden {0} % von {1} Paaren von Stimuli; Raten unterscheidet die Hälfte.',
  'Two-versus-two accuracy beside chance. {0}': 'Trefferquote Zwei-gegen-zwei neben dem Zufall. {0}',
  'two_versus_two_cosine (Mitchell et al. 2008): for each pair of stimuli, whether recordings and held-out predictions matched rightly are more alike by cosine than swapped; units as they are. Pairs share stimuli, so that chance spreads more widely than that of as many coins.':
    'two_versus_two_cosine (Mitchell et al. 2008): für jedes Paar von Stimuli, ob Messungen und zurückgehaltene Vorhersagen, richtig zugeordnet, nach dem Kosinus ähnlicher sind als vertauscht; Einheiten, wie sie sind. Paare teilen Stimuli, sodass die Streuung im Zufall breiter ist als die von ebenso vielen Münzen.',
  'Two stimuli of {0} told apart': 'Zwei Stimuli von {0} unterschieden',
  predicted: 'vorhergesagt',
  'by chance': 'im Zufall',
  'share of pairs, accuracy': 'Anteil der Paare, Trefferquote',
  '{0} explain{1} R² = {2} of the distances of {3}{4}.':
    '{0} {1?erklärt|erklären} R² = {2} der Abstände von {3}{4}.',
  'The {0} models together': 'Die {0} Modelle zusammen',
  '; {0} adds most that no other does ({1}{2})':
    '; {0} trägt am meisten bei, was kein anderes erklärt ({1}{2})',
  ', p = {0}': ', p = {0}',
  'a constant': 'eine Konstante',
  'only {0}': 'nur {0}',
  'shared by {0}': 'geteilt von {0}',
  undefined: 'nicht definiert',
  model: 'Modell',
  weight: 'Gewicht',
  'R² alone': 'R² allein',
  'unique R²': 'eigenes R²',
  'p of what it adds': 'p dessen, was es hinzufügt',
  ' The mean of {0} RDMs is explained.': ' Erklärt wird das Mittel von {0} RDMs.',
  " p: one-sided, {0} orders of that model's stimuli with the others as they are, seed {1}; not corrected for the number of models.":
    ' p: einseitig, {0} Anordnungen der Stimuli dieses Modells, die anderen, wie sie sind, Startwert {1}; nicht für die Zahl der Modelle korrigiert.',
  'Table of {0} models with weight, R² alone and unique R². {1}':
    'Tabelle von {0} Modellen mit Gewicht, R² allein und eigenem R². {1}',
  'rsa_regression_nnls: the mixture of the models and a constant, no weight below 0, that is nearest to the RDM of {0} by least squares; RDMs by {1} distance, labels as 0 within a class and 1 between.{2} R² alone: of the model and a constant; unique R²: what is lost without the model. Fitted and judged on the same pairs of stimuli.{3}':
    'rsa_regression_nnls: die Mischung der Modelle und einer Konstante, kein Gewicht unter 0, die der RDM von {0} nach kleinsten Quadraten am nächsten kommt; RDMs nach dem Abstand {1}, Labels als 0 innerhalb einer Klasse und 1 dazwischen.{2} R² allein: des Modells und einer Konstante; eigenes R²: was ohne das Modell verloren geht. Angepasst und beurteilt an denselben Paaren von Stimuli.{3}',
  '{0} as a mixture of models': '{0} als Mischung von Modellen',
  'an energy needs at least one array; choose one': 'eine Energie braucht mindestens ein Array; eines wählen',
  'Along the edges {0} differs {1} times as much as with its stimuli in random order.':
    'Entlang der Kanten unterscheidet sich {0} {1}-mal so sehr wie mit den Stimuli in zufälliger Reihenfolge.',
  'Along the edges {0} differs least ({1} times as much as in random order), {2} most ({3}).':
    'Entlang der Kanten unterscheidet sich {0} am wenigsten ({1}-mal so sehr wie in zufälliger Reihenfolge), {2} am meisten ({3}).',
  'Table of the Dirichlet energies of {0} arrays. {1}': 'Tabelle der Dirichlet-Energien von {0} Arrays. {1}',
  'dirichlet_energy: sum over the {0} edges of {1} of the weight times the squared difference of the answers at its ends; dirichlet_energy_normalised: answers divided by √(1 + degree) before (Cai & Wang 2020). In random order: mean of {2} orders of the stimuli, seed {3}; p one-sided, that edges join stimuli more alike than chance.':
    'dirichlet_energy: Summe über die {0} Kanten von {1}, Gewicht mal quadrierte Differenz der Antworten an den Enden; dirichlet_energy_normalised: Antworten zuvor durch √(1 + Grad) geteilt (Cai & Wang 2020). In zufälliger Reihenfolge: Mittel von {2} Anordnungen der Stimuli, Startwert {3}; p einseitig, dass Kanten Stimuli verbinden, die ähnlicher sind als im Zufall.',
  'How smooth the arrays are on {0}': 'Wie glatt die Arrays auf {0} sind',
  'share of random': 'Anteil am Zufall',
  'Knowing {0}, {1} takes {2} bits to tell against {3} by even odds: compression {4}.':
    'Wer {0} kennt, braucht {2} Bits, um {1} mitzuteilen, gegenüber {3} bei gleichen Wahrscheinlichkeiten: Kompression {4}.',
  'Line of the bits that a stimulus costs, by how many are known. {0}':
    'Linie der Bits, die ein Stimulus kostet, danach, wie viele bekannt sind. {0}',
  'codelength_online_bits and codelength_compression (Voita & Titov 2020): blocks of stimuli in an order of seed {0}, the first told with even odds, each further one by a logistic regression (C = {1}) of all before; blocks end after {2} stimuli.':
    'codelength_online_bits und codelength_compression (Voita & Titov 2020): Blöcke von Stimuli in einer Reihenfolge mit Startwert {0}, der erste mit gleichen Wahrscheinlichkeiten mitgeteilt, jeder weitere nach einer logistischen Regression (C = {1}) an allen davor; Blöcke enden nach {2} Stimuli.',
  bits: 'Bits',
  'bits a stimulus': 'Bits je Stimulus',
  'stimuli known before': 'zuvor bekannte Stimuli',
  'The classes are read right in {0} %, random labels of {1} in {2} %: the selectivity is {3}.':
    'Die Klassen werden zu {0} % richtig gelesen, zufällige Labels von {1} zu {2} %: Die Selektivität ist {3}.',
  'Accuracy on the classes and on control tasks. {0}':
    'Trefferquote bei den Klassen und bei Kontrollaufgaben. {0}',
  'probe_selectivity: accuracy less that of the same decoder on control tasks (Hewitt & Liang 2019), in which each of the {0} types of {1} got the label of a random stimulus; mean of {2} draws from seed {3} on.':
    'probe_selectivity: Trefferquote minus die desselben Decoders bei Kontrollaufgaben (Hewitt & Liang 2019), in denen jeder der {0} Typen aus {1} das Label eines zufälligen Stimulus bekam; Mittel von {2} Ziehungen ab Startwert {3}.',
  'What the decoder learns by heart': 'Was der Decoder auswendig lernt',
  'the classes': 'die Klassen',
  'control tasks': 'Kontrollaufgaben',
  selectivity: 'Selektivität',
  'a control task needs a type for each stimulus, but stimuli of a class were averaged, which have no one type of {0}; leave out the averaging or the control task':
    'eine Kontrollaufgabe braucht einen Typ für jeden Stimulus, es wurden aber Stimuli einer Klasse gemittelt, die keinen einzelnen Typ aus {0} haben; das Mitteln oder die Kontrollaufgabe weglassen',
  '{0} pairs are shown without intervals, which are given for up to {1} pairs; choose at most four arrays for them.':
    '{0} Paare sind ohne Intervalle gezeigt, die es für bis zu {1} Paare gibt; für sie höchstens vier Arrays wählen.',
  'Intervals would take too long with so many stimuli and units, or there are fewer than 10 stimuli; choose fewer arrays for them.':
    'Intervalle würden bei so vielen Stimuli und Einheiten zu lange dauern, oder es sind weniger als 10 Stimuli; für sie weniger Arrays wählen.',
  'No intervals: {0} and {1}: {2}.': 'Keine Intervalle: {0} und {1}: {2}.',
  'Lines: 95 % intervals over {0} bootstrap samples of the stimuli, seed {1}.':
    'Linien: 95-%-Intervalle über {0} Bootstrap-Stichproben der Stimuli, Startwert {1}.',
  "Lines: 95 % intervals by the jackknife: {0} groups of stimuli, drawn with seed {1}, left out one at a time (Efron & Tibshirani 1993, chapter 11), with Student's t; they are for sets of as many stimuli of the same kind.":
    'Linien: 95-%-Intervalle nach dem Jackknife: {0} Gruppen von Stimuli, gezogen mit Startwert {1}, je eine ausgelassen (Efron & Tibshirani 1993, Kapitel 11), mit Students t; sie gelten für Sätze ebenso vieler Stimuli derselben Art.',
  '{0} of {1} and {2} is {3}, 95 % interval {4} to {5}{6}.':
    '{0} von {1} und {2} ist {3}, 95-%-Intervall {4} bis {5}{6}.',
  ', the largest of all pairs': ', der größte Wert aller Paare',
  ', the smallest of all pairs': ', der kleinste Wert aller Paare',
  '{0} pairs of arrays, each a point with its interval. {1}':
    '{0} Paare von Arrays, jedes ein Punkt mit seinem Intervall. {1}',
  'How sure that is': 'Wie sicher das ist',
  "Lines: 95 % intervals over stimuli: Student's t on Fisher's z, with the standard error of {0} bootstrap samples.":
    'Linien: 95-%-Intervalle über Stimuli: Students t auf Fishers z, mit dem Standardfehler aus {0} Bootstrap-Stichproben.',
  "Lines: 95 % intervals over stimuli and subjects: Student's t on Fisher's z, with the standard error of the two-factor bootstrap of Schütt et al. 2023 ({0} samples).":
    'Linien: 95-%-Intervalle über Stimuli und Personen: Students t auf Fishers z, mit dem Standardfehler des Zwei-Faktor-Bootstraps von Schütt et al. 2023 ({0} Stichproben).',
  'pairs of names are looked up among the stimuli of {0}, but its file names none; give a table with a column of names, or an .npz with stimulus_names':
    'Paare von Namen werden unter den Stimuli von {0} gesucht, seine Datei nennt aber keine; eine Tabelle mit einer Spalte von Namen geben oder eine .npz mit stimulus_names',
  'the first names of the pairs were to be the names of the rows of {0}, but its file names none; choose the array that holds them':
    'die ersten Namen der Paare sollten die Namen der Zeilen von {0} sein, seine Datei nennt aber keine; das Array wählen, das sie enthält',
  'none of the {0} pairs has both names among the {1} stimuli of {2}; check that both files write them alike, small letters too':
    'keines der {0} Paare hat beide Namen unter den {1} Stimuli von {2}; prüfen, ob beide Dateien sie gleich schreiben, auch die Kleinbuchstaben',
};
