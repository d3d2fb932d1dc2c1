import type { Catalogue } from '../words';

/** Figures of own arrays, and what moves over any figure. */
export const figures: Catalogue = {
  'Full screen': 'Ganzer Bildschirm',
  Rows: 'Zeilen',
  Columns: 'Spalten',
  '{0} {1} to {2} of {3}': '{0} {1} bis {2} von {3}',
  Before: 'Davor',
  After: 'Danach',
  'map of points; arrow keys go to the next point on that side, Page Down to the next one in order':
    'Karte von Punkten; Pfeiltasten führen zum nächsten Punkt auf dieser Seite, Bild ab zum nächsten der Reihe nach',
  'tree; left and right move the cut, up and down go along the leaves':
    'Baum; links und rechts verschieben den Schnitt, auf und ab gehen die Blätter entlang',
  'heat maps side by side; arrow keys move between cells of all of them':
    'Wärmekarten nebeneinander; Pfeiltasten führen in allen zugleich von Zelle zu Zelle',
  'Cut at {0}: one group of {1} stimuli.': 'Schnitt bei {0}: eine Gruppe von {1} Stimuli.',
  'Cut at {0}: {1} groups of {2} stimuli.': 'Schnitt bei {0}: {1} Gruppen von {2} Stimuli.',
  '{0}: group {1}': '{0}: Gruppe {1}',
  '{0}: joined to {1}': '{0}: verbunden mit {1}',
  'Point at a dot to read it.': 'Auf einen Punkt zeigen, um ihn zu lesen.',
  'Point at a stimulus to read it.': 'Auf einen Stimulus zeigen, um ihn zu lesen.',
  'Click at a height to cut there; with the keyboard, left and right move the cut.':
    'Auf eine Höhe klicken, um dort zu schneiden; mit der Tastatur verschieben links und rechts den Schnitt.',
  RDMs: 'RDMs',
  'How far apart the stimuli are in each array, as pictures side by side on one scale.':
    'Wie weit die Stimuli in jedem Array auseinanderliegen, als Bilder nebeneinander auf einer Skala.',
  'How far apart are the stimuli?': 'Wie weit liegen die Stimuli auseinander?',
  Groups: 'Gruppen',
  'Stimuli put into groups: by a tree, by means, by their neighbours.':
    'Stimuli in Gruppen: durch einen Baum, durch Mittelwerte, durch ihre Nachbarn.',
  'Which stimuli make groups in {0}?': 'Welche Stimuli bilden Gruppen in {0}?',
  'Which stimuli make groups?': 'Welche Stimuli bilden Gruppen?',
  Neighbours: 'Nachbarn',
  'The stimuli in the plane, each joined by lines to those that it lies nearest to.':
    'Die Stimuli in der Ebene, jeder durch Linien mit denen verbunden, denen er am nächsten liegt.',
  'Which stimuli lie next to each other in {0}?': 'Welche Stimuli liegen in {0} nebeneinander?',
  'Which stimuli lie next to each other?': 'Welche Stimuli liegen nebeneinander?',
  'Neighbours of each': 'Nachbarn von jedem',
  Places: 'Orte',
  'needs activations or RDMs': 'braucht Aktivierungen oder RDMs',
};
