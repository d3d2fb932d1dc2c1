import type { Catalogue } from '../words';

/** How own arrays and files are read, and why one is refused. */
export const engineGiven: Catalogue = {
  '{0} was to be used as a graph of {1} stimuli, which is a square of weights {2} × {3} or a list of edges with two columns (stimuli from 0) or three (and the weight), but it is something else: {4}':
    '{0} sollte als Graph von {1} Stimuli dienen, das ist ein Quadrat von Gewichten {2} × {3} oder eine Liste von Kanten mit zwei Spalten (Stimuli ab 0) oder drei (dazu das Gewicht), ist aber etwas anderes: {4}',
  '{0} was to be used as a graph, but it holds no edge; give a weight above 0 for at least one pair of stimuli':
    '{0} sollte als Graph dienen, enthält aber keine Kante; für mindestens ein Paar von Stimuli ein Gewicht über 0 angeben',
  '{0} was to be used as a graph without directions, but the weight from {1} to {2} is {3} and back it is {4}; make it symmetric, for example by the mean with its transpose':
    '{0} sollte als Graph ohne Richtungen dienen, das Gewicht von {1} nach {2} ist aber {3} und zurück {4}; symmetrisch machen, etwa durch das Mittel mit der Transponierten',
  '{0} was to be used as a list of edges, but row {1} says from {2} to {3}; stimuli are whole numbers from 0':
    '{0} sollte als Liste von Kanten dienen, Zeile {1} sagt aber von {2} nach {3}; Stimuli sind ganze Zahlen ab 0',
  'Read as {0} of {1} stimuli, an upper triangle of {2} pairs a row{3}.':
    'Gelesen als {0} von {1} Stimuli, je Zeile ein oberes Dreieck von {2} Paaren{3}.',
  'Activations: {0} stimuli (rows) × {1} units (columns){2}.':
    'Aktivierungen: {0} Stimuli (Zeilen) × {1} Einheiten (Spalten){2}.',
  ', as was asked': ', wie verlangt',
  ', because another array has {0} stimuli': ', weil ein anderes Array {0} Stimuli hat',
  '; could be RDMs of {0} stimuli': '; könnten RDMs von {0} Stimuli sein',
  '{0} was to be read in another way, but its shape allows one only: {1}':
    '{0} sollte anders gelesen werden, die Form lässt aber nur eines zu: {1}',
  'the recipe reads {0} as RDMs, an upper triangle a row, but it is something else: {1}':
    'das Rezept liest {0} als RDMs, je Zeile ein oberes Dreieck, es ist aber etwas anderes: {1}',
  'a comparison needs at least two arrays; choose another':
    'ein Vergleich braucht mindestens zwei Arrays; noch eines wählen',
  'an analysis needs at least one array; choose one':
    'eine Analyse braucht mindestens ein Array; eines wählen',
  'an analysis takes arrays of the same stimuli, but {0} has {1} and {2} has {3}; give the same stimuli in the same order':
    'eine Analyse nimmt Arrays derselben Stimuli, {0} hat aber {1} und {2} hat {3}; dieselben Stimuli in derselben Reihenfolge geben',
  'the stimuli of {0} and {1} have other names in {2} rows, first "{3}" against "{4}"; sort both files alike':
    'die Stimuli von {0} und {1} heißen in {2} Zeilen anders, zuerst „{3}“ gegenüber „{4}“; beide Dateien gleich sortieren',
  'the analysis needs an array named "{0}", which was not given{1}; add its file':
    'die Analyse braucht ein Array namens „{0}“, das nicht gegeben ist{1}; seine Datei hinzufügen',
  ', did you mean {0}?': ', gemeint vielleicht {0}?',
  '{0} was to be used as {1}, but it is something else: {2}':
    '{0} sollte dienen als: {1}; es ist aber etwas anderes: {2}',
  'activations [n_stimuli, n_units]': 'Aktivierungen [n_stimuli, n_units]',
  'activations, one RDM or labels': 'Aktivierungen, eine RDM oder Labels',
  'labels, one whole number a stimulus': 'Labels, eine ganze Zahl je Stimulus',
  'one number a row': 'eine Zahl je Zeile',
  'a column of words': 'eine Spalte mit Wörtern',
  '{0} was to be read as an array, but only .npy, .npz, .safetensors, .csv, .tsv, .txt (columns parted by spaces or tabs), .nii and .nii.gz can be; save it as one of these, for example with numpy.save':
    '{0} sollte als Array gelesen werden, das geht aber nur mit .npy, .npz, .safetensors, .csv, .tsv, .txt (Spalten durch Leerzeichen oder Tabulatoren getrennt), .nii und .nii.gz; als eines davon speichern, etwa mit numpy.save',
  'decoding needs a label a stimulus, but there are {0} labels for {1} stimuli':
    'Dekodieren braucht ein Label je Stimulus, es gibt aber {0} Labels für {1} Stimuli',
  'decoding was asked to leave every class out; keep at least two':
    'beim Dekodieren sollte jede Klasse weggelassen werden; mindestens zwei behalten',
  'there is no decoder named "{0}"; the known ones are {1}':
    'es gibt keinen Decoder namens „{0}“; bekannt sind {1}',
  'there is no estimator of information named "{0}"; the known ones are {1}':
    'es gibt keinen Schätzer der Information namens „{0}“; bekannt sind {1}',
  'there is no map named "{0}"; the known ones are {1}': 'es gibt keine Karte namens „{0}“; bekannt sind {1}',
  'Mutual information beside its mean in random order. {0}':
    'Transinformation neben ihrem Mittel in zufälliger Reihenfolge. {0}',
  'The first two units as they are.': 'Die ersten zwei Einheiten, wie sie sind.',
  'unit {0}': 'Einheit {0}',
  '{0} was to be drawn by its first two units, but it has one; give an array with two columns':
    '{0} sollte nach seinen ersten zwei Einheiten gezeichnet werden, hat aber eine; ein Array mit zwei Spalten geben',
  '{0} stimuli by unit 0 and unit 1 of {1}': '{0} Stimuli nach Einheit 0 und Einheit 1 von {1}',
  'the names in {0} were to be read, but {1}': 'die Namen in {0} sollten gelesen werden, aber: {1}',
  '{0} has {1} lines and no array as many rows; give each stimulus one line':
    '{0} hat {1} Zeilen, und kein Array hat ebenso viele; jedem Stimulus eine Zeile geben',
  '{0} holds {1} and {2} has {3} lines, counted from 0; give each class one line':
    '{0} enthält {1}, und {2} hat {3} Zeilen, ab 0 gezählt; jeder Klasse eine Zeile geben',
  'column {0}': 'Spalte {0}',
  '{0} was to be read as a table, but {1}': '{0} sollte als Tabelle gelesen werden, aber {1}',
  'its text cannot be split: {0}; check quotes and that every row has as many columns':
    'der Text lässt sich nicht aufteilen: {0}; Anführungszeichen prüfen, und dass jede Zeile gleich viele Spalten hat',
  'it holds no row; give one row a stimulus': 'es steht keine Zeile darin; je Stimulus eine Zeile geben',
  '{0} was to be read as a NIfTI-1 volume, but {1}; save it as one .nii or .nii.gz file':
    '{0} sollte als NIfTI-1-Volumen gelesen werden, aber {1}; als eine .nii- oder .nii.gz-Datei speichern',
  'it ends before its numbers, which begin at byte {0}':
    'es endet vor seinen Zahlen, die bei Byte {0} beginnen',
  'its header says {0} and it holds {1} numbers': 'sein Kopf sagt {0}, und es enthält {1} Zahlen',
  'none of its voxels varies in time': 'keines seiner Voxel ändert sich über die Zeit',
  'its gzip cannot be unfolded ({0})': 'sein gzip lässt sich nicht entpacken ({0})',
  'it unfolds to more than {0} MiB': 'es entpackt sich zu mehr als {0} MiB',
  'its numbers are of the type {0}, which is not read':
    'seine Zahlen sind vom Typ {0}, der nicht gelesen wird',
};
