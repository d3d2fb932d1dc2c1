import type { Catalogue } from '../words';

/** Tasks of own arrays beyond the first ones: their forms, and what they need. */
export const tasks: Catalogue = {
  'Choose the conditions that were measured several times.':
    'Die Bedingungen wählen, die mehrmals gemessen wurden.',
  'Choose the runs; crossnobis takes products over them.':
    'Die Messdurchgänge wählen; crossnobis bildet Produkte über sie.',
  'The lower quantile must be below the upper one.': 'Das untere Quantil muss unter dem oberen liegen.',
  'The reference cannot explain itself.': 'Die Referenz kann sich nicht selbst erklären.',
  'Choose at least one model.': 'Mindestens ein Modell wählen.',
  'Choose the graph.': 'Den Graphen wählen.',
  'weights or a list of edges': 'Gewichte oder eine Liste von Kanten',
  'is neither a square of weights nor a list of edges':
    'ist weder ein Quadrat von Gewichten noch eine Liste von Kanten',
  'needs models and a reference': 'braucht Modelle und eine Referenz',
  'needs activations and a graph of their stimuli': 'braucht Aktivierungen und einen Graphen ihrer Stimuli',
  'true or false': 'true oder false',
  'a transform with its settings, or null': 'eine Transformation mit ihren Einstellungen, oder null',
  'Show the first {0} arrays': 'Die ersten {0} Arrays zeigen',
  'Show all {0} arrays': 'Alle {0} Arrays zeigen',
  'How {0} is read': 'Wie {0} gelesen wird',
  'RDMs of {0} stimuli': 'RDMs von {0} Stimuli',
  '{0} is on the shelf and chosen as the reference. A link names it, but does not carry it: save its npy file for others.':
    '{0} liegt im Regal und ist als Referenz gewählt. Ein Link nennt das Array, enthält es aber nicht: seine npy-Datei für andere speichern.',
  'Use as a reference': 'Als Referenz verwenden',
  'upper triangles of 5 RDMs, one a row, where another array has 60 stimuli; else activations':
    'obere Dreiecke von 5 RDMs, je Zeile eines, wenn ein anderes Array 60 Stimuli hat; sonst Aktivierungen',
  'Noise and topology': 'Rauschen und Topologie',
  'How far apart stimuli or noisy conditions are, and which of that is topology.':
    'Wie weit Stimuli oder verrauschte Bedingungen auseinanderliegen und was davon Topologie ist.',
  'Mixture of models': 'Mischung von Modellen',
  'A reference RDM as a mixture of models, and what each model adds to the others.':
    'Eine Referenz-RDM als Mischung von Modellen, und was jedes Modell den anderen hinzufügt.',
  'On a graph': 'Auf einem Graphen',
  'How much arrays differ along the edges of a graph of their stimuli, beside what chance would say.':
    'Wie sehr sich Arrays entlang der Kanten eines Graphen ihrer Stimuli unterscheiden, verglichen mit dem Zufall.',
  'How far apart are the stimuli of {0}?': 'Wie weit liegen die Stimuli von {0} auseinander?',
  'Which models explain {0}?': 'Welche Modelle erklären {0}?',
  'Which models explain the reference?': 'Welche Modelle erklären die Referenz?',
  'How smooth are the arrays on {0}?': 'Wie glatt sind die Arrays auf {0}?',
  'How smooth are the arrays on a graph?': 'Wie glatt sind die Arrays auf einem Graphen?',
  'How much is the decoder’s own: codelength, control tasks':
    'Wie viel vom Decoder selbst kommt: Codelänge, Kontrollaufgaben',
  'Count the bits that tell the classes, by the online code':
    'Die Bits zählen, die die Klassen mitteilen, nach dem Online-Code',
  'Types of stimuli, such as words, for control tasks':
    'Typen von Stimuli, etwa Wörter, für Kontrollaufgaben',
  'none: no control task': 'keine: keine Kontrollaufgabe',
  'Tell pairs of stimuli apart by their predictions':
    'Paare von Stimuli anhand ihrer Vorhersagen unterscheiden',
  'Several arrays, repeats, penalties': 'Mehrere Arrays, Wiederholungen, Strafen',
  'Arrays that predict beside it, each with a penalty of its own; with two or three in all, what each explains':
    'Arrays, die daneben vorhersagen, jedes mit eigener Strafe; bei insgesamt zwei oder drei auch, was jedes erklärt',
  'Repeats of the recordings: their mean is predicted, and how well it can be is told':
    'Wiederholungen der Messungen: Vorhergesagt wird ihr Mittel, und es wird gesagt, wie gut das möglich ist',
  'One penalty for all targets, not one for each': 'Eine Strafe für alle Ziele, nicht für jedes eine eigene',
  'Graph: weights, or a list of edges with stimuli from 0':
    'Graph: Gewichte, oder eine Liste von Kanten mit Stimuli ab 0',
  'as a model: 0 within a class, 1 between classes':
    'als Modell: 0 innerhalb einer Klasse, 1 zwischen Klassen',
  'Conditions that were measured several times': 'Bedingungen, die mehrmals gemessen wurden',
  'none: each row is a stimulus': 'keine: Jede Zeile ist ein Stimulus',
  Runs: 'Messdurchgänge',
  Distance: 'Abstand',
  'Count components and loops at each threshold (Betti curves)':
    'Komponenten und Schleifen bei jeder Schwelle zählen (Betti-Kurven)',
  'covariance, shrunk towards the variances': 'Kovarianz, zu den Varianzen hin geschrumpft',
  'covariance, shrunk towards the identity': 'Kovarianz, zur Einheitsmatrix hin geschrumpft',
  'covariance as it is': 'Kovarianz, wie sie ist',
  'variances alone': 'nur die Varianzen',
  'ignored: every unit counts alike': 'nicht beachtet: Jede Einheit zählt gleich',
  'Noise over units': 'Rauschen über Einheiten',
  'What is done to the distances': 'Was mit den Abständen geschieht',
  'Quantile up to which distances become 0': 'Quantil, bis zu dem Abstände 0 werden',
  'Quantile from which on they become 1': 'Quantil, ab dem sie 1 werden',
  'Nearest others that each stimulus is joined with':
    'Nächste andere, mit denen jeder Stimulus verbunden wird',
  'Reference, which is explained': 'Referenz, die erklärt wird',
  Models: 'Modelle',
  'Orders of a model’s stimuli, for the p-value of what it adds':
    'Anordnungen der Stimuli eines Modells, für den p-Wert dessen, was es hinzufügt',
  '95 % intervals over stimuli, for up to 6 pairs': '95-%-Intervalle über Stimuli, für bis zu 6 Paare',
};
