import type { Catalogue } from '../words';

/** Exercises of experiments, and what is handed in. */
export const exercises: Catalogue = {
  Exercises: 'Aufgaben',
  'Answers stay in this browser until you hand them in.':
    'Antworten bleiben in diesem Browser, bis sie abgegeben werden.',
  'Before you run it': 'Vor dem Ausführen',
  'Find it by running': 'Durch Ausführen zu finden',
  'A hint': 'Ein Hinweis',
  'What do you expect?': 'Was ist zu erwarten?',
  'First make your prediction.': 'Zuerst die Vorhersage treffen.',
  'First make your {0} predictions.': 'Zuerst die {0} Vorhersagen treffen.',
  'Possible answers': 'Mögliche Antworten',
  'Your number, within {0}': 'Die eigene Zahl, auf {0} genau',
  'Run it without a prediction': 'Ohne Vorhersage ausführen',
  'No prediction was made.': 'Es wurde keine Vorhersage getroffen.',
  'Noted. A run with the settings of the question decides it.':
    'Notiert. Ein Lauf mit den Einstellungen der Frage entscheidet es.',
  'It is about these settings: {0}.': 'Es geht um diese Einstellungen: {0}.',
  'Use them': 'Sie übernehmen',
  'The next run is held against it.': 'Der nächste Lauf wird daran gemessen.',
  'The last run does not reach it yet. Change a setting and run again.':
    'Der letzte Lauf erreicht es noch nicht. Eine Einstellung ändern und noch einmal ausführen.',
  'between {0} and {1}': 'zwischen {0} und {1}',
  'at least {0}': 'mindestens {0}',
  'at most {0}': 'höchstens {0}',
  '{0} = {1}; wanted: {2}': '{0} = {1}; gesucht: {2}',
  Check: 'Prüfen',
  '✓ Right.': '✓ Richtig.',
  '✗ Not so.': '✗ Nicht so.',
  'Your name, for the file alone': 'Der eigene Name, nur für die Datei',
  'Hand in': 'Abgeben',
  '{0} of {1} answered.': '{0} von {1} beantwortet.',
  'The last run’s recipe goes along.': 'Das Rezept des letzten Laufs geht mit.',
  'There is no run yet to go along.': 'Es gibt noch keinen Lauf, der mitginge.',
  'Forget my answers': 'Meine Antworten vergessen',
};
