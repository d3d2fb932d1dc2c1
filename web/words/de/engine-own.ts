import type { Catalogue } from '../words';

/** Figures and notices of own arrays. */
export const engineOwn: Catalogue = {
  'Labels of {0} stimuli: {1} classes.': 'Labels zu {0} Stimuli: {1} Klassen.',
  'The upper triangle of an RDM of {0} stimuli, row by row.':
    'Das obere Dreieck einer RDM von {0} Stimuli, Zeile für Zeile.',
  'One number for each of {0} stimuli.': 'Eine Zahl für jeden von {0} Stimuli.',
  'A square RDM of {0} stimuli.': 'Eine quadratische RDM von {0} Stimuli.',
  '{0} square RDMs of {1} stimuli, as of {2} subjects.':
    '{0} quadratische RDMs von {1} Stimuli, wie von {2} Personen.',
  'Activations: {0} stimuli × {1}, read as {2} units.':
    'Aktivierungen: {0} Stimuli × {1}, gelesen als {2} Einheiten.',
  'A single number, of which no analysis can be made.':
    'Eine einzelne Zahl, aus der sich keine Analyse machen lässt.',
  'between sites in forward order': 'zwischen Stellen in der Reihenfolge des Durchlaufs',
  'between arrays': 'zwischen Arrays',
  'Multinomial logistic regression with an L2 penalty that the inner folds choose.':
    'Multinomiale logistische Regression mit einer L2-Strafe, die innere Teilmengen wählen.',
  'Ridge regression onto one target a class, with a penalty that the inner folds choose.':
    'Ridge-Regression auf ein Ziel je Klasse, mit einer Strafe, die innere Teilmengen wählen.',
  'The class whose mean is nearest.': 'Die Klasse, deren Mittel am nächsten liegt.',
  'The class whose mean pattern correlates most with the stimulus, as in Haxby et al. 2001.':
    'Die Klasse, deren mittleres Muster am stärksten mit dem Stimulus korreliert, wie in Haxby et al. 2001.',
  '{0} % of {1} held-out stimuli are read right; even guessing is right in {2} %{3}.':
    '{0} % von {1} zurückgehaltenen Stimuli werden richtig gelesen; gleichmäßiges Raten trifft {2} %{3}.',
  'all folds': 'alle Teilmengen',
  'all folds, balanced': 'alle Teilmengen, ausgewogen',
  'fold {0}': 'Teilmenge {0}',
  'Accuracy of each fold. {0}': 'Trefferquote jeder Teilmenge. {0}',
  '{0} read from {1}': '{0}, gelesen aus {1}',
  'share of the class': 'Anteil der Klasse',
  '{0} by {1} matrix of the share of each class (row) that was read as each class (column). {2}':
    '{0}-mal-{1}-Matrix des Anteils jeder Klasse (Zeile), der als jede Klasse (Spalte) gelesen wurde. {2}',
  'What was read as what': 'Was als was gelesen wurde',
  'read as': 'gelesen als',
  'one of {0} groups of {1} left out at a time': 'je eine von {0} Gruppen aus {1} ausgelassen',
  '{0} stratified folds, shuffled with seed {1}': '{0} geschichtete Teilmengen, gemischt mit Startwert {1}',
  'within each group': 'innerhalb jeder Gruppe',
  'over all stimuli': 'über alle Stimuli',
  'linear trend taken away {0}': 'linearer Trend abgezogen, {0}',
  'class {0} left out': 'Klasse {0} ausgelassen',
  'stimuli of a class averaged {0}': 'Stimuli einer Klasse gemittelt, {0}',
  ' Before: {0}.': ' Vorher: {0}.',
  ' p: {0} orders of the labels{1}, seed {2}.': ' p: {0} Anordnungen der Labels{1}, Startwert {2}.',
  ' within groups': ' innerhalb der Gruppen',
  '{0}: {1}; accuracy of all held-out predictions together.{2}{3}':
    '{0}: {1}; Trefferquote aller zurückgehaltenen Vorhersagen zusammen.{2}{3}',
  ' The first {0} targets are listed.': ' Die ersten {0} Ziele sind aufgeführt.',
  'Table of {0} targets with R², correlation and penalty. {1}':
    'Tabelle von {0} Zielen mit R², Korrelation und Strafe. {1}',
  '{0} predicted from {1}': '{0}, vorhergesagt aus {1}',
  "Pearson's r": 'Pearsons r',
  'median alpha': 'Median von alpha',
  '{0} and {1} share {2} {3} by {4}; in random order {5} (p = {6}).':
    '{0} und {1} teilen {2} {3} nach {4}; in zufälliger Reihenfolge {5} (p = {6}).',
  '{0} Random order: mean of {1} orders of the samples of {2}, seed {3}; p one-sided.':
    '{0} Zufällige Reihenfolge: Mittel von {1} Anordnungen der Stichproben von {2}, Startwert {3}; p einseitig.',
  'What {0} and {1} share': 'Was {0} und {1} teilen',
  'as they are': 'wie sie sind',
  'in random order': 'in zufälliger Reihenfolge',
  'mutual information ({0})': 'Transinformation ({0})',
  'Classical scaling of Euclidean distances.': 'Klassische Skalierung euklidischer Abstände.',
  'Metric scaling by SMACOF from the classical map.':
    'Metrische Skalierung durch SMACOF, ausgehend von der klassischen Karte.',
  'Non-metric scaling by SMACOF from the classical map.':
    'Nichtmetrische Skalierung durch SMACOF, ausgehend von der klassischen Karte.',
  'Exact t-SNE from the classical map, perplexity 30 or a third of the stimuli.':
    'Exaktes t-SNE, ausgehend von der klassischen Karte, Perplexität 30 oder ein Drittel der Stimuli.',
  "UMAP from the graph's eigenvectors, 15 neighbours, least distance 0.1.":
    'UMAP, ausgehend von den Eigenvektoren des Graphen, 15 Nachbarn, kleinster Abstand 0,1.',
  'Two directions hold {0} % of the variance of {1}': 'Zwei Richtungen halten {0} % der Varianz von {1}',
  "{0} % of the distances' spread is not Euclidean": '{0} % der Streuung der Abstände sind nicht euklidisch',
  "Kruskal's stress-1 of the map is {0}": 'Kruskals Stress-1 der Karte ist {0}',
  "{0}; trustworthiness of the map's {1} nearest is {2}.":
    '{0}; die Vertrauenswürdigkeit der {1} nächsten in der Karte ist {2}.',
  'stimulus {0}': 'Stimulus {0}',
  'no unit': 'keine Einheit',
  'Map of {0} stimuli of {1} by {2}. {3}': 'Karte von {0} Stimuli von {1} nach {2}. {3}',
  '{0} Seed {1}.': '{0} Startwert {1}.',
  'first dimension': 'erste Dimension',
  'second dimension': 'zweite Dimension',
  "At perplexity {0} the map's divergence is {1} nats":
    'Bei Perplexität {0} beträgt die Divergenz der Karte {1} nats',
  'prepared stimuli': 'vorbereitete Stimuli',
  '{0} is one RDM, so that intervals are over stimuli alone, and there is no noise ceiling.':
    '{0} ist eine einzige RDM, daher gelten die Intervalle nur über Stimuli, und es gibt keine Rauschgrenze.',
  '; the noise ceiling is {0} to {1}': '; die Rauschgrenze ist {0} bis {1}',
  ', 95 % interval {0} to {1}': ', 95-%-Intervall {0} bis {1}',
  'Without intervals.': 'Ohne Intervalle.',
  ' p: one-sided, {0} orders of the stimuli, corrected for {1} arrays by Holm.':
    ' p: einseitig, {0} Anordnungen der Stimuli, für {1} Arrays nach Holm korrigiert.',
  '{0} RDMs by {1} distance; mean over {2} RDM{3} of the reference. {4}{5} Seed {6}.':
    '{0} RDMs nach dem Abstand {1}; Mittel über {2} RDM{3} der Referenz. {4}{5} Startwert {6}.',
  'Fit to {0}': 'Übereinstimmung mit {0}',
  'noise ceiling': 'Rauschgrenze',
  "{0} of {1} pairs of arrays differ in their fit (p < 0.05 after Holm's correction).":
    '{0} von {1} Paaren von Arrays unterscheiden sich in ihrer Übereinstimmung (p < 0,05 nach Holm-Korrektur).',
  'Table of {0} pairs of arrays. {1}': 'Tabelle von {0} Paaren von Arrays. {1}',
  'Difference of the mean fits, and two-sided paired t-test over {0} subjects, corrected by Holm.':
    'Differenz der mittleren Übereinstimmungen und zweiseitiger gepaarter t-Test über {0} Personen, nach Holm korrigiert.',
  'Which arrays differ': 'Welche Arrays sich unterscheiden',
  'other array': 'anderes Array',
  "Cohen's d": 'Cohens d',
  'p after Holm': 'p nach Holm',
  "{0} holds other numbers than the author's array of that name.":
    '{0} enthält andere Zahlen als das Array dieses Namens beim Autor.',
  'No {0} of {1}: {2}': 'Kein {0} von {1}: {2}',
  'Table of {0} numbers for each of {1} arrays. {2}': 'Tabelle von {0} Zahlen für jedes von {1} Arrays. {2}',
  ' With labels, also what tells the classes apart.': ' Mit Labels auch, was die Klassen trennt.',
  'Each array alone': 'Jedes Array für sich',
  'By participation ratio, {0} spreads over {1} dimensions, {2} over {3}.':
    'Nach der Participation Ratio verteilt sich {0} auf {1} Dimensionen, {2} auf {3}.',
  'By participation ratio, {0} spreads over {1} dimensions.':
    'Nach der Participation Ratio verteilt sich {0} auf {1} Dimensionen.',
  'No participation ratio could be given; the notes say why.':
    'Keine Participation Ratio ließ sich angeben; die Hinweise sagen, warum.',
  'Activations: {0} stimuli (rows) × {1} units (columns).':
    'Aktivierungen: {0} Stimuli (Zeilen) × {1} Einheiten (Spalten).',
  'units standardised {0}': 'Einheiten standardisiert, {0}',
  'First two principal components, units centred.': 'Die ersten zwei Hauptkomponenten, Einheiten zentriert.',
  '{0} fits {1} with {2}{3}{4}.': '{0} stimmt mit {1} zu {2} überein{3}{4}.',
  '{0} fits {1} best ({2}{3}){4}.': '{0} stimmt am besten mit {1} überein ({2}{3}){4}.',
  '{0} has {1} NaN and {2} infinite values, of which no analysis can be made; leave those stimuli or units out of the file':
    '{0} hat {1} NaN und {2} unendliche Werte, aus denen sich keine Analyse machen lässt; diese Stimuli oder Einheiten aus der Datei weglassen',
  'No file names its stimuli, so that row k of one array is taken for row k of the others.':
    'Keine Datei benennt ihre Stimuli, daher gilt Zeile k des einen Arrays als Zeile k der anderen.',
  'Numbers for one representation at a time, each by its exact name; its card says what it is.{0}':
    'Zahlen für jeweils eine Repräsentation, jede unter ihrem genauen Namen; ihre Karte sagt, was sie ist.{0}',
  'Fit of {0} arrays to {1}, each a point with its interval. {2}':
    'Übereinstimmung von {0} Arrays mit {1}, jede ein Punkt mit ihrem Intervall. {2}',
  'Each stimulus is linked to its {0} nearest, itself among them':
    'Jeder Stimulus ist mit seinen {0} nächsten verbunden, sich selbst mitgezählt',
};
