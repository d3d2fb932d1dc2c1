import type { Catalogue } from '../words';

/** The training page. */
export const train: Catalogue = {
  Data: 'Daten',
  'Where they come from': 'Woher sie kommen',
  'All {0}': 'Alle {0}',
  'First {0}': 'Die ersten {0}',
  'How much of the data': 'Wie viel der Daten',
  '{0} of {1} parts': '{0} von {1} Teilen',
  '{0} to download': '{0} herunterzuladen',
  'Press Start, and the curves are drawn as the network learns':
    '„Start“ drücken, und die Kurven entstehen, während das Netz lernt',
  '{0}: loss as it learns, and on what it has not seen':
    '{0}: Verlust beim Lernen, und Leistung an Ungesehenem',
  'Log steps': 'Schritte log',
  'The curves of {0}; the CSV file has every point.':
    'Die Kurven von {0}; in der CSV-Datei steht jeder Punkt.',
  'Save the curves as {0}': 'Die Kurven als {0} speichern',
  'seeds {0} to {1}': 'Startwerte {0} bis {1}',
  'The hairline is the target.': 'Die feine Linie ist das Ziel.',
  'n = {0} to learn from, {1} to test on': 'n = {0} zum Lernen, {1} zum Testen',
  'n = {0} to learn from': 'n = {0} zum Lernen',
  '{0}: {1}, {2} parameters; seed {3}': '{0}: {1}, {2} Parameter; Startwert {3}',
  '{0}; {1} ({2}), {3}; weights SHA-256 {4}; Inscape {5}.':
    '{0}; {1} ({2}), {3}; Gewichte SHA-256 {4}; Inscape {5}.',
  'No snapshot had been taken yet, so it starts anew.':
    'Noch war kein Zwischenstand gesichert, daher beginnt es von vorn.',
  'The last snapshot (step {0}) is kept: resume from it when you like.':
    'Der letzte Zwischenstand (Schritt {0}) bleibt aufbewahrt: Von dort lässt sich jederzeit weitermachen.',
  'The run was cancelled after step {0}. {1}': 'Der Lauf wurde nach Schritt {0} abgebrochen. {1}',
  'The engine stopped in the middle of training, after step {0}, and was restarted. {1}':
    'Der Rechenkern brach mitten im Training, nach Schritt {0}, ab und wurde neu gestartet. {1}',
  'The engine stopped in the middle of training and was restarted. {0}':
    'Der Rechenkern brach mitten im Training ab und wurde neu gestartet. {0}',
  'The graphics device was lost after step {0}. {1}': 'Das Grafikgerät ging nach Schritt {0} verloren. {1}',
  'The graphics device was lost. {0}': 'Das Grafikgerät ging verloren. {0}',
  'Link copied. Whoever opens it can train the same and see whether the weights match yours.':
    'Link kopiert. Wer ihn öffnet, kann dasselbe trainieren und sehen, ob die Gewichte übereinstimmen.',
  'Link copied. The run is not finished, so it cannot be checked against yours yet.':
    'Link kopiert. Der Lauf ist nicht fertig, daher lässt sich noch nichts damit vergleichen.',
  'Finished runs': 'Fertige Läufe',
  'The finished runs and the fingerprints of their weights':
    'Die fertigen Läufe und die Fingerabdrücke ihrer Gewichte',
  Loss: 'Verlust',
  'SHA-256 of the weights': 'SHA-256 der Gewichte',
  'Save the weights of seed {0} as safetensors': 'Die Gewichte zum Startwert {0} als safetensors speichern',
  'Save weights': 'Gewichte speichern',
  'Copying is not allowed here; open the digits and select them.':
    'Kopieren ist hier nicht erlaubt; die Ziffern aufklappen und auswählen.',
  '{0} steps in {1}': '{0} Schritte in {1}',
  '{0} kernels a step': '{0} Kernel je Schritt',
  '{0} newly allocated a step': '{0} neu belegt je Schritt',
  '{0} at the peak of one': '{0} an der Spitze eines Schritts',
  'A short run of {0} steps, of {1} in all.': 'Ein kurzer Lauf von {0} Schritten, von insgesamt {1}.',
  'Take all': 'Alle nehmen',
  Start: 'Start',
  Resume: 'Fortsetzen',
  Pause: 'Pause',
  'A training is going on; wait for its end or cancel it, then start another.':
    'Es läuft ein Training; sein Ende abwarten oder es abbrechen, dann ein anderes beginnen.',
  'There is no task “{0}”; this engine knows {1}. Choose one of them.':
    'Es gibt keine Aufgabe „{0}“; dieser Rechenkern kennt {1}. Eine davon wählen.',
  '“{0}” has {1} parts of training data, but {2} were asked for. Choose fewer.':
    '„{0}“ hat {1} Teile Trainingsdaten, verlangt waren aber {2}. Weniger wählen.',
  'The data “{0}” are not installed where this page is served from. Install them there: ./scripts/serve --models {1}.':
    'Die Daten „{0}“ sind dort nicht installiert, von wo diese Seite kommt. Sie dort installieren: ./scripts/serve --models {1}.',
  'downloading the data': 'Download der Daten',
  'downloading the data: {0} of {1}': 'Download der Daten: {0} von {1}',
  'downloading the data: {0}': 'Download der Daten: {0}',
  'This browser keeps nothing here between visits, so snapshots last only as long as this tab: leave it open until the run has ended.':
    'Dieser Browser behält hier zwischen Besuchen nichts, Zwischenstände leben daher nur so lange wie dieser Tab: Ihn offen lassen, bis der Lauf zu Ende ist.',
  Next: 'Nächster',
  'Runs side by side': 'Läufe nebeneinander',
  'The same seed gives the same bits.': 'Derselbe Startwert gibt dieselben Bits.',
  'Each run has a worker of its own; on few cores they share the time.':
    'Jeder Lauf hat einen eigenen Worker; auf wenigen Kernen teilen sie sich die Zeit.',
  '{0} of {1} epochs': '{0} von {1} Epochen',
  '{0} epoch': '{0} Epoche',
  '{0} epochs': '{0} Epochen',
  '{0} steps': '{0} Schritten',
  '{0} of {1} steps': '{0} von {1} Schritten',
  'After {0} {1} {2}': 'Nach {0}: {1} {2}',
  '{0} have not taken a step yet.': '{0} haben noch keinen Schritt getan.',
  '{0} has not taken a step yet.': '{0} hat noch keinen Schritt getan.',
  'After {0} of {1} steps the loss is {2}; the first test comes at the end of an epoch.':
    'Nach {0} von {1} Schritten beträgt der Verlust {2}; der erste Test kommt am Ende einer Epoche.',
  'After {0} of {1} steps the loss is {2}; it has not been tested on unseen data yet.':
    'Nach {0} von {1} Schritten beträgt der Verlust {2}; an ungesehenen Daten wurde noch nicht getestet.',
  'have a {0} of {1}': 'erreichen: {0} {1}',
  'has a {0} of {1}': 'erreicht: {0} {1}',
  '{0} (target {1}).': '{0} (Ziel {1}).',
  '{0}: the target of {1} is reached.': '{0}. Das Ziel von {1} ist erreicht.',
  '{0}: the target of {1} is missed.': '{0}. Das Ziel von {1} ist verfehlt.',
  '{0}: {1} of {2} reach the target of {3}.': '{0}. {1} von {2} erreichen das Ziel von {3}.',
  'seed {0} has no point yet': 'Startwert {0} hat noch keinen Punkt',
  'seed {0} goes from {1} at step {2} to {3} at step {4}':
    'Startwert {0} geht von {1} bei Schritt {2} zu {3} bei Schritt {4}',
  'Training loss by step': 'Trainingsverlust nach Schritt',
  '{0} in {1} by step, target {2}': '{0} in {1} nach Schritt, Ziel {2}',
  'Line: the loss of each batch, averaged where they lie close; band: from least to most.':
    'Linie: der Verlust jedes Batches, gemittelt, wo sie dicht liegen; Band: vom kleinsten zum größten.',
  'Line: the loss of a batch every {0} steps, averaged where they lie close; band: from least to most.':
    'Linie: der Verlust eines Batches alle {0} Schritte, gemittelt, wo sie dicht liegen; Band: vom kleinsten zum größten.',
  'Lines: the loss of each batch, averaged where they lie close; one line a seed.':
    'Linien: der Verlust jedes Batches, gemittelt, wo sie dicht liegen; eine Linie je Startwert.',
  'Lines: the loss of a batch every {0} steps, averaged where they lie close; one line a seed.':
    'Linien: der Verlust eines Batches alle {0} Schritte, gemittelt, wo sie dicht liegen; eine Linie je Startwert.',
  'Step {0} of {1}': 'Schritt {0} von {1}',
  '{0} steps/s': '{0} Schritte/s',
  'It first downloads its data, of a size that the list does not say.':
    'Zuerst werden die Daten heruntergeladen, deren Größe die Liste nicht nennt.',
  'Its data are here: nothing is downloaded.': 'Die Daten sind da: Nichts wird heruntergeladen.',
  'It first downloads {0} of data from this site.':
    'Zuerst werden {0} Daten von dieser Seite heruntergeladen.',
  'begun on {0}, so not to be compared': 'auf {0} begonnen, daher nicht vergleichbar',
  'first run here with this seed on this device': 'erster Lauf hier mit diesem Startwert auf diesem Gerät',
  'same bits as last time with this seed on this device':
    'dieselben Bits wie beim letzten Mal mit diesem Startwert auf diesem Gerät',
  'other bits than last time with this seed on this device ({0}…)':
    'andere Bits als beim letzten Mal mit diesem Startwert auf diesem Gerät ({0}…)',
  'The weights match what the link’s author got, to the bit.':
    'Die Gewichte stimmen bitgenau mit denen überein, die der Autor des Links bekam.',
  'The weights of all {0} runs match what the link’s author got, to the bit.':
    'Die Gewichte aller {0} Läufe stimmen bitgenau mit denen überein, die der Autor des Links bekam.',
  'The weights differ from what the link’s author got.':
    'Die Gewichte weichen von denen ab, die der Autor des Links bekam.',
  'The weights of {0} of {1} runs differ from what the link’s author got.':
    'Die Gewichte von {0} der {1} Läufe weichen von denen ab, die der Autor des Links bekam.',
  'It was trained on the {0} there and on the {1} here, which round differently.':
    'Dort wurde auf der {0} trainiert, hier auf der {1}; beide runden verschieden.',
  'It was trained by Inscape {0} there and by {1} here.': 'Dort hat Inscape {0} trainiert, hier {1}.',
  'Graphics devices need not agree to the bit; the CPU does.':
    'Grafikgeräte müssen nicht bitgenau übereinstimmen; die CPU tut es.',
  'steps {0} to {1}': 'Schritt {0} bis {1}',
  'A run of “{0}” with seed {1}': 'Ein Lauf von „{0}“ mit Startwert {1}',
  '{0} runs of “{1}” with seeds {2}': '{0} Läufe von „{1}“ mit den Startwerten {2}',
  '{0} stopped at {1} of {2} on {3} at {4}.': '{0}: angehalten bei {1} von {2} am {3} um {4}.',
  'The training broke off': 'Das Training brach ab',
  'The figure shows the last run: {0}.': 'Die Abbildung zeigt den letzten Lauf: {0}.',
  'Trained on your machine in {0}, {1}.': 'Auf diesem Rechner in {0} trainiert, {1}.',
  'Progress of the training': 'Fortschritt des Trainings',
  'Stopping …': 'Wird angehalten …',
  'Paused at step {0} of {1}': 'Angehalten bei Schritt {0} von {1}',
  Discard: 'Verwerfen',
  Task: 'Aufgabe',
  'Asking the engine …': 'Der Rechenkern wird gefragt …',
  'Target: {0} at least {1}, within {2} on two slow cores.':
    'Ziel: {0} mindestens {1}, in {2} auf zwei langsamen Kernen.',
  'Target: {0} at most {1}, within {2} on two slow cores.':
    'Ziel: {0} höchstens {1}, in {2} auf zwei langsamen Kernen.',
  'Network and optimiser': 'Netz und Optimierer',
  '{0}; {1} parameters. {2}; {3} steps of {4}.': '{0}; {1} Parameter. {2}; {3} Schritte zu {4}.',
  'Training · Inscape': 'Training · Inscape',
  'Skip to the figure': 'Zur Abbildung springen',
  'this training': 'dieses Training',
  'Change task, seed, data, engine': 'Aufgabe, Startwert, Daten, Rechenkern ändern',
  'measured at the start': 'wird beim Start gemessen',
  'the perceptron': 'Das Perzeptron',
  '{0} perceptrons': '{0} Perzeptrons',
  'the convolutional network': 'Das Faltungsnetz',
  '{0} convolutional networks': '{0} Faltungsnetze',
  'the decoder': 'Der Decoder',
  '{0} decoders': '{0} Decoder',
  'the network': 'Das Netz',
  '{0} networks': '{0} Netze',
  two: 'Zwei',
  three: 'Drei',
  four: 'Vier',
  'How well does a small perceptron learn to name garments?':
    'Wie gut lernt ein kleines Perzeptron, Kleidungsstücke zu benennen?',
  'How well does a small convolutional network learn to name garments?':
    'Wie gut lernt ein kleines Faltungsnetz, Kleidungsstücke zu benennen?',
  'How well does a small decoder learn to spell like Jane Austen?':
    'Wie gut lernt ein kleiner Decoder, wie Jane Austen zu buchstabieren?',
  '{0} images': '{0} Bilder',
  'name {0} of 10,000 unseen garments correctly':
    'benennen {0} von 10.000 ungesehenen Kleidungsstücken richtig',
  'names {0} of 10,000 unseen garments correctly':
    'benennt {0} von 10.000 ungesehenen Kleidungsstücken richtig',
  'expect about 85 %': 'zu erwarten sind etwa 85 %',
  '{0} characters': '{0} Zeichen',
  'need {0} for each character of Austen that they have not read':
    'brauchen {0} für jedes Zeichen von Austen, das sie nicht gelesen haben',
  'needs {0} for each character of Austen that it has not read':
    'braucht {0} für jedes Zeichen von Austen, das er nicht gelesen hat',
  'How does a small network learn?': 'Wie lernt ein kleines Netz?',
};
