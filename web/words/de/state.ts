import type { Catalogue } from '../words';

/** Links, recipes and what an analysis needs. */
export const state: Catalogue = {
  'The page could not be opened': 'Die Seite ließ sich nicht öffnen',
  'Opening {0} …': 'Geöffnet wird {0} …',
  'Loading {0} failed: {1}. Check the connection and try again.':
    'Laden fehlgeschlagen ({0}): {1}. Die Verbindung prüfen und noch einmal versuchen.',
  'the training page': 'die Seite zum Training',
  'the page of your data': 'die Seite der eigenen Daten',
  activations: 'Aktivierungen',
  'activations or one RDM': 'Aktivierungen oder eine RDM',
  'RDMs or activations': 'RDMs oder Aktivierungen',
  'one whole number a stimulus': 'eine ganze Zahl je Stimulus',
  'an RDM': 'eine RDM',
  'several RDMs': 'mehrere RDMs',
  labels: 'Labels',
  'one number a stimulus': 'eine Zahl je Stimulus',
  'nothing that can be analysed': 'nichts, was sich analysieren lässt',
  'is {0}; wanted is {1}': 'ist: {0}; gebraucht wird: {1}',
  'has NaN or infinite values': 'hat NaN oder unendliche Werte',
  'has {0} stimuli, the others have {1}': 'hat {0} Stimuli, die anderen haben {1}',
  'The engine has not said yet what it can do.': 'Der Rechenkern hat noch nicht gesagt, was er kann.',
  'Not here yet: {0}. Give the files that hold them.':
    'Noch nicht da: {0}. Die Dateien geben, in denen sie liegen.',
  'Choose at least two arrays.': 'Mindestens zwei Arrays wählen.',
  'Choose at least one array.': 'Mindestens ein Array wählen.',
  'Choose the reference.': 'Die Referenz wählen.',
  'The reference cannot be compared with itself.':
    'Die Referenz lässt sich nicht mit sich selbst vergleichen.',
  'Choose at least one array beside the reference.': 'Neben der Referenz mindestens ein Array wählen.',
  'Choose an array.': 'Ein Array wählen.',
  'Choose a decoder.': 'Einen Decoder wählen.',
  'Choose the labels that are to be read.': 'Die Labels wählen, die gelesen werden sollen.',
  'Choose what is to be predicted.': 'Wählen, was vorhergesagt werden soll.',
  'An array cannot predict itself; choose another.':
    'Ein Array kann sich nicht selbst vorhersagen; ein anderes wählen.',
  'Choose two arrays.': 'Zwei Arrays wählen.',
  'Choose an estimator.': 'Einen Schätzer wählen.',
  'An array tells everything of itself; choose another.':
    'Ein Array verrät alles von sich selbst; ein anderes wählen.',
  'Choose a method.': 'Ein Verfahren wählen.',
  'This engine has no decoder.': 'Dieser Rechenkern hat keinen Decoder.',
  'This engine has no way to draw a map.': 'Dieser Rechenkern kann keine Karte zeichnen.',
  'needs two arrays of activations or RDMs': 'braucht zwei Arrays mit Aktivierungen oder RDMs',
  'needs activations': 'braucht Aktivierungen',
  'needs an array and a reference': 'braucht ein Array und eine Referenz',
  'not in this version of the engine': 'nicht in dieser Version des Rechenkerns',
  'needs activations and labels': 'braucht Aktivierungen und Labels',
  'needs two arrays of activations': 'braucht zwei Arrays mit Aktivierungen',
  'needs activations or an RDM': 'braucht Aktivierungen oder eine RDM',
  'a name': 'ein Name',
  'a name or null': 'ein Name oder null',
  'a list of names': 'eine Liste von Namen',
  'a whole number from 0': 'eine ganze Zahl ab 0',
  'what is done before': 'was vorher geschieht',
  '{0}, which this page reads': '{0}, die diese Seite liest',
  'a list of arrays, each with name and sha256': 'eine Liste von Arrays, jedes mit name und sha256',
  'a task': 'eine Aufgabe',
  'a digest with figures': 'eine Prüfsumme mit Abbildungen',
  'Reading this link failed: its last part is cut off or changed. Ask for it again, and copy it whole.':
    'Der Link ließ sich nicht lesen: Sein letzter Teil ist abgeschnitten oder verändert. Ihn noch einmal erbitten und ganz kopieren.',
  'this link': 'dieser Link',
  'Reading the recipe from {0} failed: it is not an object with fields.':
    'Das Rezept ({0}) ließ sich nicht lesen: Es ist kein Objekt mit Feldern.',
  'The recipe from {0} asks for the task {1}, but this page knows {2}.':
    'Das Rezept ({0}) verlangt die Aufgabe {1}, diese Seite kennt aber {2}.',
  'The recipe from {0} has a field “{1}{2}” that this version does not know.':
    'Das Rezept ({0}) hat ein Feld „{1}{2}“, das diese Version nicht kennt.',
  'The recipe from {0} says {1}{2} = {3}, but expected was {4}.':
    'Im Rezept ({0}) steht {1}{2} = {3}, erwartet war aber {4}.',
  'Reading this link failed: its last part is cut off or changed. Ask for it again, and copy it whole; the default demo is shown instead.':
    'Der Link ließ sich nicht lesen: Sein letzter Teil ist abgeschnitten oder verändert. Ihn noch einmal erbitten und ganz kopieren; stattdessen wird das vorbereitete Beispiel gezeigt.',
  'Something failed that should not: {0}. The page goes on; please report this.':
    'Etwas ist fehlgeschlagen, was nicht sollte: {0}. Die Seite läuft weiter; bitte melden.',
  'a number': 'eine Zahl',
  'id, revision and sha256': 'id, revision und sha256',
  'a bundled set, lines of text or file names': 'ein mitgelieferter Satz, Textzeilen oder Dateinamen',
  'a list of site names': 'eine Liste von Namen von Stellen',
  'a list of changes': 'eine Liste von Eingriffen',
  'none, mean, last or cls': 'none, mean, last oder cls',
  'the name of a distance': 'der Name eines Abstands',
  'the name of a measure': 'der Name eines Maßes',
  'the name of a site': 'der Name einer Stelle',
  'a list of closer looks, each with its settings':
    'eine Liste genauerer Blicke, jeder mit seinen Einstellungen',
  'auto, cpu or gpu': 'auto, cpu oder gpu',
  'a version': 'eine Version',
  'The recipe from {0} has version {1}, but this page reads {2}. Open it with a newer Inscape.':
    'Das Rezept ({0}) hat Version {1}, diese Seite liest aber {2}. Es mit einem neueren Inscape öffnen.',
  'The recipe from {0} has a field “{1}” that this version does not know.':
    'Das Rezept ({0}) hat ein Feld „{1}“, das diese Version nicht kennt.',
  'The recipe from {0} says {1} = {2}, but expected was {3}.':
    'Im Rezept ({0}) steht {1} = {2}, erwartet war aber {3}.',
  'This link has a field “{0}” that this version does not know.':
    'Dieser Link hat ein Feld „{0}“, das diese Version nicht kennt.',
  'This link says {0} = {1}, but expected was a whole number from {2} to {3}.':
    'In diesem Link steht {0} = {1}, erwartet war aber eine ganze Zahl von {2} bis {3}.',
  'This link says {0} = {1}, but expected was {2}.': 'In diesem Link steht {0} = {1}, erwartet war aber {2}.',
  or: 'oder',
  'This link carries a digest that is cut off or changed.':
    'Dieser Link enthält eine Prüfsumme, die abgeschnitten oder verändert ist.',
  '{0} Ask for it again, and copy it whole; the usual settings are shown instead.':
    '{0} Ihn noch einmal erbitten und ganz kopieren; stattdessen werden die üblichen Einstellungen gezeigt.',
};
