import type { Catalogue } from '../words';

/** What the experiment on topology and geometry says of itself. Its lesson and the reasoning behind claims stay English. */
export const topologyGeometry: Catalogue = {
  'Near and far is most of it': 'Nah und fern ist das meiste',
  "A representation's distances can be cut off below and above, so that only near and far are left, and a layer or region is still told from others as well as before.":
    'Die Abstände einer Repräsentation lassen sich unten und oben abschneiden, sodass nur nah und fern bleibt, und eine Schicht oder Region ist noch so gut von anderen zu unterscheiden wie zuvor.',
  'The best cut lies between pure geometry and pure topology, and depends on the noise.':
    'Der beste Schnitt liegt zwischen reiner Geometrie und reiner Topologie und hängt vom Rauschen ab.',
  'Distances along neighbours follow a shape through distortions that straight distances do not survive.':
    'Abstände entlang von Nachbarn folgen einer Form durch Verzerrungen, die gerade Abstände nicht überstehen.',
  'eight networks, five layers each': 'acht Netze mit je fünf Schichten',
  'distances between stimuli, with noise': 'Abstände zwischen Reizen, mit Rauschen',
  'below l: near; above u: far': 'unter l: nah; über u: fern',
  'which layer is it?': 'welche Schicht ist es?',
  'each layer': 'jede Schicht',
  ranked: 'nach Rang',
  'nearest mean of other networks': 'nächstes Mittel anderer Netze',
  'A fake would choose the thresholds that name the tested networks best, which finds something even in noise. Here they are chosen for each network on the others alone, and both ways of choosing are held against matrices whose entries were shuffled: the fair one must find nothing there, and the unfair one is shown to find something.':
    'Eine Täuschung wählte die Schwellen, die die geprüften Netze am besten benennen, und fände so selbst im Rauschen etwas. Hier werden sie für jedes Netz allein an den anderen gewählt, und beide Arten der Wahl werden an Matrizen gemessen, deren Einträge gemischt sind: Die ehrliche darf dort nichts finden, und von der unehrlichen wird gezeigt, dass sie etwas findet.',
  'Noise shown': 'Gezeigtes Rauschen',
  'Noise of the map and the scatter, in standard deviations; the nearest of those tried.':
    'Rauschen der Karte und der Punktwolke, in Standardabweichungen; das nächste der versuchten.',
  'Noise on': 'Rauschen auf',
  'What noise is added to.': 'Wozu Rauschen kommt.',
  distances: 'Abstände',
  'Every distance on its own.': 'Jeder Abstand für sich.',
  'simulated voxels': 'simulierte Voxel',
  'Random mixtures of units, as a scanner would measure them.':
    'Zufällige Mischungen von Einheiten, wie sie ein Scanner messen würde.',
  Voxels: 'Voxel',
  "Random mixtures of a layer's units.": 'Zufällige Mischungen der Einheiten einer Schicht.',
  'How far apart the answers to two stimuli are.': 'Wie weit die Antworten auf zwei Reize auseinanderliegen.',
  'Pictures whose distances are compared, drawn anew each time from 120.':
    'Bilder, deren Abstände verglichen werden, jedes Mal neu aus 120 gezogen.',
  'Networks, from first weights of their own.': 'Netze, mit eigenen ersten Gewichten.',
  Draws: 'Ziehungen',
  'Draws of stimuli and noise.': 'Ziehungen von Reizen und Rauschen.',
  Neighbours: 'Nachbarn',
  'Neighbours along which ways go; more where not all are joined.':
    'Nachbarn, entlang derer Wege gehen; mehr, wo nicht alle verbunden sind.',
  Distortion: 'Verzerrung',
  'Strength of the waves that bend the shapes.': 'Stärke der Wellen, die die Formen verbiegen.',
  'Which layer is it?': 'Welche Schicht ist es?',
  'noise in standard deviations': 'Rauschen in Standardabweichungen',
  'How much can be thrown away': 'Wie viel weggeworfen werden kann',
  'lower threshold l': 'untere Schwelle l',
  'upper threshold u': 'obere Schwelle u',
  'first axis': 'erste Achse',
  'second axis': 'zweite Achse',
  'Distances by layer': 'Abstände nach Schicht',
  'Components and loops': 'Teile und Schleifen',
  'Which layers are alike': 'Welche Schichten sich gleichen',
  'threshold (rank)': 'Schwelle (Rang)',
  'Which shape is of its kind?': 'Welche Form ist von seiner Art?',
};
