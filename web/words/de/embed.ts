import type { Catalogue } from '../words';

/** Embedding, and what is kept for a tab. */
export const embed: Catalogue = {
  'Open in Inscape': 'In Inscape öffnen',
  Embed: 'Einbetten',
  'Show this within another page': 'Dies in einer anderen Seite zeigen',
  Close: 'Schließen',
  Figure: 'Abbildung',
  'All of them': 'Alle',
  'With the controls': 'Mit der Bedienung',
  'With what comes along to try: models, sets, tasks':
    'Mit dem, was zum Ausprobieren dabei ist: Modelle, Sätze, Aufgaben',
  'The address says {0} = “{1}”, but expected was {2}.':
    'Die Adresse sagt {0} = „{1}“, erwartet war aber {2}.',
  'Theme of the embedded page': 'Farben der eingebetteten Seite',
  'As wide as there is room': 'So breit, wie Platz ist',
  'Width in pixels': 'Breite in Bildpunkten',
  'Height in pixels': 'Höhe in Bildpunkten',
  'Copied. Put it into the HTML of your page.': 'Kopiert. In das HTML der eigenen Seite einsetzen.',
  'HTML of the frame': 'HTML des Rahmens',
  'Copy iframe': 'iframe kopieren',
  'This is too long for a link. Save it as a file: dropped on the page, it opens the same.':
    'Das ist zu lang für einen Link. Als Datei speichern: auf der Seite abgelegt, öffnet sie dasselbe.',
  'Works offline now.': 'Geht jetzt auch ohne Netz.',
  'A new version is here:': 'Eine neue Version ist da:',
  reload: 'neu laden',
  'Your own files, {0}, are kept for this tab, so that a reload finds them, and are forgotten a day after it was closed.':
    'Die eigenen Dateien, {0}, werden für diesen Tab aufbewahrt, sodass ein Neuladen sie findet, und einen Tag nach dem Schließen vergessen.',
  'Forget them': 'Vergessen',
};
