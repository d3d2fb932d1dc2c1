import type { Catalogue } from '../words';

/** How far apart stimuli are: RDMs, noise, topology, groups and neighbours. */
export const engineStimuli: Catalogue = {
  '{0}, an RDM as it stands in the file.': '{0}, eine RDM, wie sie in der Datei steht.',
  '{0} by {1} matrix of dissimilarities. {2}': '{0}-mal-{1}-Matrix von Unähnlichkeiten. {2}',
  'RDMs as they stand in the files': 'RDMs, wie sie in den Dateien stehen',
  'RDMs by {0} distance': 'RDMs nach dem Abstand {0}',
  'RDMs by {0} distance, and RDMs as they stand in the files':
    'RDMs nach dem Abstand {0} und RDMs, wie sie in den Dateien stehen',
  '{0} matrices of {1} stimuli side by side. {2}': '{0} Matrizen von {1} Stimuli nebeneinander. {2}',
  '{0}; one colour scale for all.': '{0}; eine Farbskala für alle.',
  'How far apart the stimuli are': 'Wie weit die Stimuli auseinanderliegen',
  '{0} and {1} are most alike (Spearman {2}), {3} and {4} least ({5}).':
    '{0} und {1} sind am ähnlichsten (Spearman {2}), {3} und {4} am wenigsten ({5}).',
  '{0} and {1} agree at {2} (Spearman).': '{0} und {1} stimmen zu {2} überein (Spearman).',
  '{0} RDMs, of which none can be ranked.': '{0} RDMs, von denen sich keine in Ränge bringen lässt.',
  '{0} RDMs of {1} stimuli are {2} numbers, and a figure holds at most {3}; choose fewer arrays or stimuli':
    '{0} RDMs von {1} Stimuli sind {2} Zahlen, und eine Abbildung fasst höchstens {3}; weniger Arrays oder Stimuli wählen',
  ' Then {0}.': ' Danach: {0}.',
  '{0} {1} conditions of {2}, measured in {3} rows{4}. {5}':
    '{0} {1} Bedingungen aus {2}, gemessen in {3} Zeilen{4}. {5}',
  ' in the runs of {0}': ' in den Messdurchgängen aus {0}',
  '{0} Between the means of {1} conditions of {2}, measured in {3} rows.':
    '{0} Zwischen den Mitteln von {1} Bedingungen aus {2}, gemessen in {3} Zeilen.',
  '{0} is a distance between conditions that were measured several times, but no conditions were given; choose the labels of the rows of {1}, or a distance between stimuli':
    '{0} ist ein Abstand zwischen Bedingungen, die mehrmals gemessen wurden, es sind aber keine Bedingungen angegeben; die Labels der Zeilen von {1} wählen oder einen Abstand zwischen Stimuli',
  'Cross-validated squared Mahalanobis distance per unit, whose expectation noise does not raise.':
    'Kreuzvalidierter quadrierter Mahalanobis-Abstand je Einheit, dessen Erwartungswert Rauschen nicht anhebt.',
  'Squared Mahalanobis distance per unit between the means of conditions.':
    'Quadrierter Mahalanobis-Abstand je Einheit zwischen den Mitteln von Bedingungen.',
  'Noise: {0}.': 'Rauschen: {0}.',
  'not estimated: every unit counts as having variance 1':
    'nicht geschätzt: Jede Einheit zählt, als hätte sie Varianz 1',
  'the sample covariance': 'die Stichprobenkovarianz',
  'the variances alone': 'nur die Varianzen',
  'the covariance, shrunk towards a multiple of the identity (Ledoit & Wolf 2004)':
    'die Kovarianz, zu einem Vielfachen der Einheitsmatrix hin geschrumpft (Ledoit & Wolf 2004)',
  'the covariance, shrunk towards the variances (Schäfer & Strimmer 2005)':
    'die Kovarianz, zu den Varianzen hin geschrumpft (Schäfer & Strimmer 2005)',
  'an RDM of conditions': 'eine RDM von Bedingungen',
  'Each distance replaced by its rank.': 'Jeder Abstand durch seinen Rang ersetzt.',
  'Distances up to a lower quantile become 0, from an upper one on 1, and those between lie on the line from 0 to 1.':
    'Abstände bis zu einem unteren Quantil werden 0, ab einem oberen 1, und die dazwischen liegen auf der Geraden von 0 bis 1.',
  'The length of the shortest way along nearest neighbours.':
    'Die Länge des kürzesten Wegs über nächste Nachbarn.',
  'each distance is replaced by its rank, equal ones by the mean of theirs':
    'jeder Abstand ist durch seinen Rang ersetzt, gleiche durch das Mittel der ihren',
  'distances up to the quantile {0} become 0, from the quantile {1} on 1, between on a line (Lin & Kriegeskorte 2024)':
    'Abstände bis zum Quantil {0} werden 0, ab dem Quantil {1} 1, dazwischen auf einer Geraden (Lin & Kriegeskorte 2024)',
  "the shortest way along each stimulus's {0} nearest neighbours (Tenenbaum et al. 2000)":
    'der kürzeste Weg über die {0} nächsten Nachbarn jedes Stimulus (Tenenbaum et al. 2000)',
  '{0}: Betti number {1} of the Vietoris–Rips complex, in which stimuli are joined that are no further apart than the threshold and triangles are filled (coefficients modulo 2), at {2} thresholds in {3}.':
    '{0}: Betti-Zahl {1} des Vietoris-Rips-Komplexes, in dem Stimuli verbunden sind, die nicht weiter als die Schwelle auseinanderliegen, und Dreiecke gefüllt sind (Koeffizienten modulo 2), an {2} Schwellen in {3}.',
  'Line of the number of {0} at {1} thresholds. {2}': 'Linie der Zahl der {0} an {1} Schwellen. {2}',
  'threshold, {0}': 'Schwelle, {0}',
  components: 'Komponenten',
  loops: 'Schleifen',
  Components: 'Komponenten',
  'Loops that are not filled': 'Schleifen, die nicht gefüllt sind',
  'The {0} stimuli of {1} are one component from a threshold of {2} on.':
    'Die {0} Stimuli von {1} sind ab einer Schwelle von {2} eine einzige Komponente.',
  'The stimuli of {0} form no loop at any threshold.':
    'Die Stimuli von {0} bilden an keiner Schwelle eine Schleife.',
  'Of {0} loops of {1} the longest lasts from a threshold of {2} to {3}.':
    'Von {0} Schleifen von {1} besteht die längste von einer Schwelle von {2} bis {3}.',
  'k-means from ten seeded starts, the one with the smallest inertia.':
    'k-Means von zehn Anfängen mit Startwert, der mit der kleinsten Inertia.',
  'k-means on the slowest eigenvectors of the graph that joins each stimulus to its 9 nearest.':
    'k-Means auf den langsamsten Eigenvektoren des Graphen, der jeden Stimulus mit seinen 9 nächsten verbindet.',
  'there is no clustering named "{0}"; the known ones are {1}':
    'es gibt kein Clustern namens „{0}“; bekannt sind {1}',
  'Dissimilarities as they stand in the file.': 'Unähnlichkeiten, wie sie in der Datei stehen.',
  'Distance: {0}.': 'Abstand: {0}.',
  'Tree of {0} stimuli, joined from the nearest to the farthest. {1}':
    'Baum von {0} Stimuli, verbunden von den nächsten bis zu den fernsten. {1}',
  '{0} in groups': '{0} in Gruppen',
  'height, {0}': 'Höhe, {0}',
  'Map of {0} stimuli by classical scaling, in the colours of their groups. {1}':
    'Karte von {0} Stimuli nach klassischer Skalierung, in den Farben ihrer Gruppen. {1}',
  'group {0}': 'Gruppe {0}',
  'Table of {0} groups. {1}': 'Tabelle von {0} Gruppen. {1}',
  'The groups': 'Die Gruppen',
  '{0} groups of {1} stimuli': '{0} Gruppen von {1} Stimuli',
  ', mean silhouette {0}': ', mittlere Silhouette {0}',
  '; with {0} they agree at {1} by the adjusted Rand index and {2} by adjusted mutual information (0 is chance)':
    '; mit {0} stimmen sie nach dem korrigierten Rand-Index zu {1} und nach der korrigierten Transinformation zu {2} überein (0 ist Zufall)',
  stimuli: 'Stimuli',
  silhouette: 'Silhouette',
  'commonest class': 'häufigste Klasse',
  'share of it': 'ihr Anteil',
  members: 'Mitglieder',
  dissimilarity: 'Unähnlichkeit',
  'dissimilarity as it stands in the file': 'der Unähnlichkeit, wie sie in der Datei steht',
  'of these distances': 'dieser Abstände',
  'of the units': 'der Einheiten',
  'Map of {0} stimuli with {1} lines between near ones. {2}':
    'Karte von {0} Stimuli mit {1} Linien zwischen nahen. {2}',
  'A line where one of two stimuli is among the {0} nearest of the other, by {1}. Places: {2} {3}. Seed {4}.':
    'Eine Linie, wo einer von zwei Stimuli unter den {0} nächsten des anderen ist, nach {1}. Orte: {2} {3}. Startwert {4}.',
  'Nearest neighbours in {0}': 'Nächste Nachbarn in {0}',
  'one connected whole': 'ein zusammenhängendes Ganzes',
  '{0} parts': '{0} Teile',
  'Joined to its {0} nearest each, {1} stimuli make {2}':
    'Jeder mit seinen {0} nächsten verbunden, ergeben {1} Stimuli {2}',
  '{0}; {1} % of the lines join stimuli of one class of {2} (by chance {3} %).':
    '{0}; {1} % der Linien verbinden Stimuli einer Klasse aus {2} (im Zufall {3} %).',
};
