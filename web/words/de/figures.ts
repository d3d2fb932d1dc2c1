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
  'Colour by a value': 'Farbe nach einem Wert',
  'no value': 'kein Wert',
  '{0} at its places': '{0} an seinen Orten',
  'Each dot has the colour of its value; one without a number is hollow. Nothing is interpolated.':
    'Jeder Punkt hat die Farbe seines Werts; einer ohne Zahl ist hohl. Nichts ist interpoliert.',
  'Flat map of {0}, which has no number anywhere.': 'Flache Karte von {0}, das nirgends eine Zahl hat.',
  'Flat map of {0} at {1} places: least at {2} ({3}), most at {4} ({5}).':
    'Flache Karte von {0} an {1} Orten: am wenigsten an {2} ({3}), am meisten an {4} ({5}).',
  'it is no array of numbers that is read here': 'es ist kein Array von Zahlen, das hier gelesen wird',
  '{0} on the scalp': '{0} auf der Kopfhaut',
  'Point at an electrode to read it.': 'Auf eine Elektrode zeigen, um sie abzulesen.',
  'How the electrodes are shown': 'Wie die Elektroden gezeigt werden',
  'In the plane': 'In der Ebene',
  'Scalp: {0}': 'Kopfhaut: {0}',
  'Only the {0} dots were measured; the colours between are interpolated by spherical splines (Perrin et al. 1989) over the standard 10–10 places of a round head, not those of the person.':
    'Gemessen wurde nur an den {0} Punkten; die Farben dazwischen sind mit sphärischen Splines (Perrin et al. 1989) interpoliert, über die üblichen 10-10-Orte eines runden Kopfes, nicht die der Person.',
  '{0} rows have no known place, no number or one that is taken, and are left out.':
    '{0} Zeilen haben keinen bekannten Ort, keine Zahl oder einen schon belegten Ort und sind weggelassen.',
  'Head from above, nose up, with {0} at {1} electrodes: least at {2} ({3}), most at {4} ({5}).':
    'Kopf von oben, Nase oben, mit {0} an {1} Elektroden: am wenigsten an {2} ({3}), am meisten an {4} ({5}).',
};
