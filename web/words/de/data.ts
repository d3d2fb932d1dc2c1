import type { Catalogue } from '../words';

/** The page of own arrays. */
export const data: Catalogue = {
  'Seed of what is drawn at random': 'Startwert für alles Zufällige',
  'Arrays that are here': 'Arrays, die da sind',
  'Your arrays, as they were understood': 'Die eigenen Arrays, wie sie verstanden wurden',
  Array: 'Array',
  Shape: 'Form',
  Numbers: 'Zahlen',
  Is: 'Ist',
  Stimuli: 'Stimuli',
  'NaN, infinite': 'NaN, unendlich',
  'the console': 'die Konsole',
  'no Python': 'kein Python',
  'Copied.': 'Kopiert.',
  'Copying is not allowed here; select the text and copy it by hand.':
    'Kopieren ist hier nicht erlaubt; den Text auswählen und von Hand kopieren.',
  'Copy as Python': 'Als Python kopieren',
  'The script in Python': 'Das Skript in Python',
  'Your data · Inscape': 'Eigene Daten · Inscape',
  'this analysis': 'diese Analyse',
  'Change files and analysis': 'Dateien und Analyse ändern',
  'What do your own arrays hold?': 'Was steckt in den eigenen Arrays?',
  'activations or recordings: 60 stimuli (rows) × 20 units, channels or voxels':
    'Aktivierungen oder Messungen: 60 Stimuli (Zeilen) × 20 Einheiten, Kanäle oder Voxel',
  'an RDM, symmetric with zeros on its diagonal; or its upper triangle, row by row, as 1,770 numbers':
    'eine RDM, symmetrisch mit Nullen auf der Diagonale; oder ihr oberes Dreieck, Zeile für Zeile, als 1.770 Zahlen',
  'an RDM for each of 5 subjects': 'eine RDM für jede von 5 Personen',
  '60 whole numbers': '60 ganze Zahlen',
  'labels: the class, run or subject of each stimulus':
    'Labels: Klasse, Messdurchgang oder Person zu jedem Stimulus',
  'What can be given': 'Was gegeben werden kann',
  'Bring arrays that you have: what a network answered to stimuli, what was recorded in a brain, how people judged. See how alike they are, what can be read from them, and how sure that is. The engine works in your browser, so nothing leaves this machine.':
    'Arrays, die schon da sind: was ein Netz auf Stimuli antwortete, was in einem Gehirn gemessen wurde, wie Menschen urteilten. Hier zeigt sich, wie ähnlich sie sind, was sich aus ihnen lesen lässt und wie sicher das ist. Der Rechenkern arbeitet im Browser, daher verlässt nichts diesen Rechner.',
  'What is understood by its shape': 'Was an der Form erkannt wird',
  'Files may be <c>.npy</c>, <c>.npz</c>, <c>.safetensors</c>, brain volumes <c>.nii</c> and <c>.nii.gz</c> (times × voxels that vary), MATLAB’s <c>.mat</c> (matrices of numbers, saved with -v7 or older), or tables <c>.csv</c>, <c>.tsv</c> and <c>.txt</c> with one row a stimulus: columns of numbers become one array, a column with another word in each row names the stimuli, other columns of words become labels. Row k of every array is the same stimulus.':
    'Dateien können sein: <c>.npy</c>, <c>.npz</c>, <c>.safetensors</c>, Hirnvolumen <c>.nii</c> und <c>.nii.gz</c> (Zeitpunkte × Voxel, die sich ändern), <c>.mat</c> von MATLAB (Matrizen von Zahlen, mit -v7 oder älter gespeichert) oder Tabellen <c>.csv</c>, <c>.tsv</c> und <c>.txt</c> mit einer Zeile je Stimulus: Spalten mit Zahlen werden zu einem Array, eine Spalte mit einem anderen Wort in jeder Zeile benennt die Stimuli, andere Spalten mit Wörtern werden zu Labels. Zeile k ist in jedem Array derselbe Stimulus.',
  'Try it with made-up arrays': 'Mit erfundenen Arrays ausprobieren',
  'Two layers of 60 stimuli × 20 units that share a structure, 4 classes, and the RDMs of 5 noisy subjects; the same numbers on every machine.':
    'Zwei Schichten von 60 Stimuli × 20 Einheiten mit gemeinsamer Struktur, 4 Klassen und die RDMs von 5 verrauschten Personen; dieselben Zahlen auf jedem Rechner.',
  'How far apart the stimuli are': 'Wie weit die Stimuli auseinanderliegen',
  'How alike the arrays are': 'Wie ähnlich die Arrays sind',
  'The stimuli in the plane': 'Die Stimuli in der Ebene',
  Files: 'Dateien',
  'Choose files': 'Dateien auswählen',
  'npy, npz, safetensors, csv, tsv, txt, NIfTI or MATLAB’s mat; also dropped anywhere on this page. Nothing leaves this machine.':
    'npy, npz, safetensors, csv, tsv, txt, NIfTI oder mat von MATLAB; sie lassen sich auch irgendwo auf dieser Seite ablegen. Nichts verlässt diesen Rechner.',
  '{0} array': '{0} Array',
  '{0} arrays': '{0} Arrays',
  'not here yet': 'noch nicht da',
  'No array yet.': 'Noch kein Array.',
  'choose …': 'wählen …',
  '{0} (not here yet)': '{0} (noch nicht da)',
  'Take each unit’s line in time away': 'Jeder Einheit die zeitliche Gerade abziehen',
  'Bring each unit to mean 0 and deviation 1':
    'Jede Einheit auf Mittelwert 0 und Standardabweichung 1 bringen',
  'Average the stimuli of each class': 'Die Stimuli jeder Klasse mitteln',
  'Recordings: what is done before, within each run':
    'Messungen: was vorher geschieht, innerhalb jedes Messdurchgangs',
  'What is done before': 'Was vorher geschieht',
  'Numbers of classes that are left out, such as rest':
    'Nummern von Klassen, die weggelassen werden, etwa Ruhe',
  Measure: 'Maß',
  Arrays: 'Arrays',
  Reference: 'Referenz',
  Comparison: 'Vergleich',
  'Resamples of the stimuli, for the intervals': 'Stichproben der Stimuli, für die Intervalle',
  'Orders of the stimuli, for the p-values': 'Anordnungen der Stimuli, für die p-Werte',
  'What is measured': 'Was gemessen wird',
  Classes: 'Klassen',
  'Runs or subjects, left out one at a time': 'Messdurchgänge oder Personen, je einer ausgelassen',
  'none: folds': 'keine: Teilmengen',
  Decoder: 'Decoder',
  'Orders of the labels, for the p-value': 'Anordnungen der Labels, für den p-Wert',
  'Array that predicts': 'Array, das vorhersagt',
  'Recordings that are predicted': 'Messungen, die vorhergesagt werden',
  'Other array': 'Anderes Array',
  Estimator: 'Schätzer',
  Method: 'Verfahren',
  'Distance between stimuli': 'Abstand zwischen Stimuli',
  Folds: 'Teilmengen',
  'seed {0}': 'Startwert {0}',
  'Link copied. It opens this page; no array is chosen yet.':
    'Link kopiert. Er öffnet diese Seite; noch ist kein Array gewählt.',
  'Link copied. It names the array and carries none of the numbers: whoever opens it brings the same files.':
    'Link kopiert. Er nennt das Array und enthält keine der Zahlen: Wer ihn öffnet, bringt dieselben Dateien mit.',
  'Link copied. It names the {0} arrays and carries none of the numbers: whoever opens it brings the same files.':
    'Link kopiert. Er nennt die {0} Arrays und enthält keine der Zahlen: Wer ihn öffnet, bringt dieselben Dateien mit.',
  'All arrays of this link are here, but not all hold the author’s numbers.':
    'Alle Arrays dieses Links sind da, aber nicht alle enthalten die Zahlen des Autors.',
  'Ask for something else': 'Nach etwas anderem fragen',
  'here, with other numbers ({0})': 'da, mit anderen Zahlen ({0})',
  here: 'da',
  '{0} of an RDM': '{0} einer RDM',
  'For {0} there is no short script with the usual libraries; its card names the paper with the formula.':
    'Für {0} gibt es kein kurzes Skript mit den üblichen Bibliotheken; die Karte nennt den Artikel mit der Formel.',
  'The file of {0} is not here any more, so that its name is not known.':
    'Die Datei von {0} ist nicht mehr da, daher ist ihr Name nicht bekannt.',
  'Give files first.': 'Zuerst Dateien geben.',
  'Reading {0} …': 'Gelesen wird {0} …',
  Run: 'Rechnen',
  'The engine stopped in the middle of its work, most likely for want of memory, and was restarted; your files are read again. Try fewer or smaller arrays, or fewer resamples.':
    'Der Rechenkern brach mitten in der Arbeit ab, wahrscheinlich aus Mangel an Speicher, und wurde neu gestartet; die Dateien werden noch einmal gelesen. Weniger oder kleinere Arrays oder weniger Stichproben versuchen.',
  Compare: 'Vergleichen',
  'Every chosen array with every other, by one measure.':
    'Jedes gewählte Array mit jedem anderen, nach einem Maß.',
  'Against a reference': 'Mit einer Referenz',
  'Arrays against what was measured, such as the RDMs of several subjects, with intervals and a noise ceiling.':
    'Arrays neben dem, was gemessen wurde, etwa den RDMs mehrerer Personen, mit Intervallen und einer Rauschgrenze.',
  'Each alone': 'Jedes für sich',
  'Numbers for each array by itself: dimensions, isotropy, and with labels how classes lie.':
    'Zahlen für jedes Array allein: Dimensionen, Isotropie und, mit Labels, wie die Klassen liegen.',
  'Read classes': 'Klassen lesen',
  'How well a decoder reads the classes from an array, on stimuli that it did not see.':
    'Wie gut ein Decoder die Klassen aus einem Array liest, an Stimuli, die er nicht gesehen hat.',
  Predict: 'Vorhersagen',
  'How well an array predicts recordings by ridge regression, on stimuli that it did not see.':
    'Wie gut ein Array Messungen durch Ridge-Regression vorhersagt, an Stimuli, die sie nicht gesehen hat.',
  Information: 'Information',
  'How much two arrays of few units tell of each other, beside what chance would say.':
    'Wie viel zwei Arrays mit wenigen Einheiten voneinander verraten, verglichen mit dem Zufall.',
  Map: 'Karte',
  'The stimuli in the plane, near where the array finds them alike.':
    'Die Stimuli in der Ebene, nahe beieinander, wo das Array sie ähnlich findet.',
  'How alike are these arrays?': 'Wie ähnlich sind diese Arrays?',
  'Which array comes nearest to {0}?': 'Welches Array kommt {0} am nächsten?',
  'Which array comes nearest?': 'Welches Array kommt am nächsten?',
  'What is each array like by itself?': 'Wie ist jedes Array für sich?',
  'Can {0} be read from {1}?': 'Lässt sich {0} aus {1} lesen?',
  'What can be read from an array?': 'Was lässt sich aus einem Array lesen?',
  'Does {0} predict {1}?': 'Sagt {0} {1} vorher?',
  'What does an array predict?': 'Was sagt ein Array vorher?',
  'What do {0} and {1} tell of each other?': 'Was verraten {0} und {1} voneinander?',
  'What do two arrays share?': 'Was haben zwei Arrays gemeinsam?',
  'Which stimuli lie near each other in {0}?': 'Welche Stimuli liegen in {0} nahe beieinander?',
  'Which stimuli lie near each other?': 'Welche Stimuli liegen nahe beieinander?',
  'This matches what the link’s author measured to the bit.':
    'Das stimmt bitgenau mit dem überein, was der Autor des Links gemessen hat.',
  'This matches what the link’s author measured within {0} of the largest value.':
    'Das stimmt mit dem überein, was der Autor des Links gemessen hat, bis auf {0} des größten Werts.',
  'This differs from what the link’s author measured in the figure “{0}”, {1}.':
    'Das weicht von dem ab, was der Autor des Links gemessen hat: Abbildung „{0}“, {1}.',
  'Other numbers than the author’s stand in the array {0}.':
    'Andere Zahlen als die des Autors stehen im Array {0}.',
  'Other numbers than the author’s stand in the arrays {0}.':
    'Andere Zahlen als die des Autors stehen in den Arrays {0}.',
  'Computed on your machine in {0} by Inscape {1}: {2} stimuli, seed {3}.':
    'Auf diesem Rechner in {0} berechnet, mit Inscape {1}: {2} Stimuli, Startwert {3}.',
  'one number': 'eine Zahl',
  '{0}, named': '{0}, benannt',
  '{0} and {1}': '{0} und {1}',
  'The engine was restarted, and is reading your files again.':
    'Der Rechenkern wurde neu gestartet und liest die Dateien noch einmal.',
  'The engine was restarted, and has read your files again.':
    'Der Rechenkern wurde neu gestartet und hat die Dateien noch einmal gelesen.',
  '{0} could not be read': '{0} ließ sich nicht lesen',
  'The figures show the last run, which asked for something else.':
    'Die Abbildungen zeigen den letzten Lauf, der nach etwas anderem fragte.',
};
