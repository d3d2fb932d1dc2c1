import type { Catalogue } from '../words';

/** The gallery. */
export const gallery: Catalogue = {
  Experiments: 'Experimente',
  'Go to the experiments': 'Zu den Experimenten gehen',
  'the gallery': 'die Galerie',
  'the bench': 'der Labortisch',
  '{0} and others': '{0} und andere',
  'Plate {0}.': 'Tafel {0}.',
  'about {0} without GPU': 'etwa {0} ohne GPU',
  'a graphics card helps': 'eine Grafikkarte hilft',
  'no model to load': 'kein Modell zu laden',
  'needs {0}': 'braucht {0}',
  '1 exercise': '1 Aufgabe',
  '{0} exercises': '{0} Aufgaben',
  'picture of a stored run': 'Bild eines gespeicherten Laufs',
  'Also show what asks for a GPU': 'Auch zeigen, was eine GPU verlangt',
  'Show only what runs without GPU': 'Nur zeigen, was ohne GPU läuft',
  'Also show what has no exercises': 'Auch zeigen, was keine Aufgaben hat',
  'Show only what has exercises': 'Nur zeigen, was Aufgaben hat',
  'Show all experiments': 'Alle Experimente zeigen',
  'Experiment: {0} ({1})': 'Experiment: {0} ({1})',
  'Find an experiment': 'Ein Experiment finden',
  'Search papers, authors and claims': 'Arbeiten, Autoren und Behauptungen durchsuchen',
  'Search papers, authors, claims': 'Arbeiten, Autoren, Behauptungen suchen',
  'Time of a run': 'Dauer eines Laufs',
  Any: 'Beliebig',
  'up to {0} s': 'bis {0} s',
  'needs none': 'braucht keines',
  'needs one': 'braucht eines',
  'Runs without GPU': 'Läuft ohne GPU',
  'Has exercises': 'Hat Aufgaben',
  'Show all': 'Alle zeigen',
  'Skip to the experiments': 'Zu den Experimenten springen',
  'An atlas of what networks hold inside': 'Ein Atlas dessen, was Netze in sich tragen',
  'Each plate is a paper’s method in miniature. Run it on your machine, read what it claims beside its controls, change one thing, and see why the picture moves.':
    'Jede Tafel ist die Methode einer Arbeit im Kleinen: auf dem eigenen Rechner ausführen, die Behauptungen neben ihren Kontrollen lesen, eines ändern und sehen, warum sich das Bild bewegt.',
  'No experiment fits. Try fewer words or filters.':
    'Kein Experiment passt. Weniger Wörter oder Filter versuchen.',
  'The bench': 'Der Labortisch',
  'any model, any inputs, any sites, any measure': 'beliebige Modelle, Eingaben, Stellen und Maße',
  'Your own data': 'Eigene Daten',
  'activations and recordings from your files': 'Aktivierungen und Aufnahmen aus eigenen Dateien',
  'small networks that learn in front of you': 'kleine Netze, die vor den eigenen Augen lernen',
  'Compare representations': 'Repräsentationen vergleichen',
  'When do two networks see the same things alike, and how would one know?':
    'Wann sehen zwei Netze dasselbe gleich, und woran würde man es merken?',
  'To come: networks that converge, topology, relative coordinates, human similarity judgements.':
    'Es folgen: Netze, die zum Gleichen finden, Topologie, relative Koordinaten, menschliche Ähnlichkeitsurteile.',
  'Inside language models': 'Im Inneren von Sprachmodellen',
  'What a model keeps of what it reads, and which of its parts use it.':
    'Was ein Modell von dem behält, was es liest, und welche seiner Teile es nutzen.',
  'To come: heads that retrieve, verbatim memory, learning in context, circuits of sparse features.':
    'Es folgen: Köpfe, die nachschlagen, wörtliches Gedächtnis, Lernen im Kontext, Schaltkreise aus spärlichen Merkmalen.',
  'What vision units see': 'Was Einheiten des Sehens sehen',
  'What makes a unit answer, shown in pictures and in words.':
    'Worauf eine Einheit antwortet, in Bildern und in Worten.',
  'To come: facets of a unit, descriptions in words, prototypes, what a child’s eyes would teach.':
    'Es folgen: Facetten einer Einheit, Beschreibungen in Worten, Prototypen, was die Augen eines Kindes lehren würden.',
  'How learning shapes representations': 'Wie Lernen Repräsentationen formt',
  'The same task, learnt in different ways: what stays of the way?':
    'Dieselbe Aufgabe, auf verschiedene Weise gelernt: Was bleibt vom Weg?',
  'To come: the information plane, rich and lazy learning, nested embeddings, learning without forgetting.':
    'Es folgen: die Informationsebene, reiches und träges Lernen, verschachtelte Einbettungen, Lernen ohne Vergessen.',
  'Brains and models': 'Gehirne und Modelle',
  'How far a network’s activity foretells that of a brain, and by what control one believes it.':
    'Wie weit die Aktivität eines Netzes die eines Gehirns vorhersagt, und welche Kontrolle es glaubhaft macht.',
  'To come: encoding and decoding of brain recordings, memory by sparse codes, mental simulation.':
    'Es folgen: Kodieren und Dekodieren von Hirnaufnahmen, Gedächtnis durch spärliche Codes, gedankliche Simulation.',
  'Neural fields': 'Neuronale Felder',
  'A picture or a scene as the weights of a small network.':
    'Ein Bild oder eine Szene als Gewichte eines kleinen Netzes.',
  'To come: fields with bases that adapt, videos learnt one after another.':
    'Es folgen: Felder mit anpassungsfähigen Basen, Videos, eines nach dem anderen gelernt.',
};
