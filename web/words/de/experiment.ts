import type { Catalogue } from '../words';

/** The page of an experiment: settings, run, claims. */
export const experiment: Catalogue = {
  'the experiment': 'das Experiment',
  'this experiment': 'dieses Experiment',
  'An experiment': 'Ein Experiment',
  'There is no experiment “{0}”. There are: {1}.': 'Es gibt kein Experiment „{0}“. Es gibt: {1}.',
  'Loading the experiment failed: {0}. Check the connection and try again.':
    'Das Experiment konnte nicht geladen werden: {0}. Die Verbindung prüfen und es noch einmal versuchen.',
  'The experiment could not be loaded': 'Das Experiment konnte nicht geladen werden',
  'This recipe has version {0}, but this page knows version {1}. Open it with a newer Inscape.':
    'Dieses Rezept hat Version {0}, diese Seite kennt aber Version {1}. Es mit einem neueren Inscape öffnen.',
  'on = {0} was given, but expected was cpu or gpu.':
    'Angegeben war on = {0}, erwartet wird aber cpu oder gpu.',
  '{0} = {1} was given, but expected was a whole number from {2} to {3}.':
    'Angegeben war {0} = {1}, erwartet wird aber eine ganze Zahl von {2} bis {3}.',
  '{0} = {1} was given, but expected was {2}.': 'Angegeben war {0} = {1}, erwartet wird aber {2}.',
  'The link’s last part, by which a run is compared with its author’s, is cut off or changed. Ask for it again, and copy it whole.':
    'Der letzte Teil des Links, mit dem ein Lauf mit dem seines Autors verglichen wird, ist abgeschnitten oder verändert. Noch einmal darum bitten und ihn ganz kopieren.',
  'a whole number from {0} to {1}': 'eine ganze Zahl von {0} bis {1}',
  'a number from {0} to {1}': 'eine Zahl von {0} bis {1}',
  '“{0}” is no setting of {1}; it has {2}.': '„{0}“ ist keine Einstellung von {1}; es hat {2}.',
  'What the layers would say next': 'Was die Schichten als Nächstes sagen würden',
  'setting of {0}': 'Einstellung von {0}',
  'choice of the settings': 'Auswahl der Einstellungen',
  'return to the defaults': 'Rückkehr zu den Vorgaben',
  Claim: 'Behauptung',
  Measured: 'Gemessen',
  Criterion: 'Kriterium',
  Control: 'Kontrolle',
  Verdict: 'Urteil',
  'How it was computed': 'Wie es berechnet wurde',
  'It came out as it must.': 'Sie kam heraus, wie sie muss.',
  'It did not come out as it must.': 'Sie kam nicht heraus, wie sie muss.',
  'Verify at the listed seeds': 'Mit den genannten Startwerten prüfen',
  'Back to the defaults': 'Zurück zu den Vorgaben',
  'Pause the run': 'Den Lauf anhalten',
  'Go on with the run': 'Den Lauf fortsetzen',
  'Save the report as JSON': 'Den Bericht als JSON speichern',
  'Save the claims as CSV': 'Die Behauptungen als CSV speichern',
  'Copy the command': 'Den Befehl kopieren',
  'Keep this run': 'Diesen Lauf aufheben',
  'Keep this run instead': 'Stattdessen diesen Lauf aufheben',
  'Show this run alone': 'Nur diesen Lauf zeigen',
  'Compare with the kept one': 'Mit dem aufgehobenen vergleichen',
  'Kept. Change a setting and run again to compare.':
    'Aufgehoben. Zum Vergleichen eine Einstellung ändern und noch einmal ausführen.',
  'Kept: {0}.': 'Aufgehoben: {0}.',
  'The kept run and this one': 'Der aufgehobene Lauf und dieser',
  Kept: 'Aufgehoben',
  'This run': 'Dieser Lauf',
  'This run has no such figure.': 'Dieser Lauf hat keine solche Abbildung.',
  'Both runs asked for the same.': 'Beide Läufe verlangten dasselbe.',
  'What was asked otherwise': 'Was anders verlangt wurde',
  Setting: 'Einstellung',
  'The claims in both': 'Die Behauptungen in beiden',
  'not measured': 'nicht gemessen',
  'the same settings': 'dieselben Einstellungen',
  'Change the settings': 'Die Einstellungen ändern',
  'The claims, held against this run': 'Die Behauptungen, an diesem Lauf gemessen',
  'Of {0} claims: {1}. Each verdict is computed from this run alone.':
    'Von {0} Behauptungen: {1}. Jedes Urteil ist allein aus diesem Lauf berechnet.',
  'the report as JSON': 'den Bericht als JSON',
  'the claims as CSV': 'die Behauptungen als CSV',
  'These figures are of a stored run with the defaults, seed {0}. Run it to get your own, with its claims.':
    'Diese Abbildungen stammen von einem gespeicherten Lauf mit den Vorgaben, Startwert {0}. Ein eigener Lauf bringt eigene, mit den Behauptungen.',
  'the run goes on': 'der Lauf dauert an',
  '{0}: the run was not finished.': '{0}: Der Lauf war nicht beendet.',
  'Link copied. Whoever opens it runs the same and sees whether it matches.':
    'Link kopiert. Wer ihn öffnet, führt dasselbe aus und sieht, ob es übereinstimmt.',
  'Settings of the experiment': 'Einstellungen des Experiments',
  Settings: 'Einstellungen',
  'Chance and engine': 'Zufall und Rechenkern',
  'On the CPU a run gives the same bits on every machine.':
    'Auf der CPU ergibt ein Lauf auf jedem Rechner dieselben Bits.',
  'On a graphics card a run is often faster; another card may differ in the last digits.':
    'Auf einer Grafikkarte ist ein Lauf oft schneller; eine andere Karte kann in den letzten Stellen abweichen.',
  '{0}, by slider': '{0}, mit dem Regler',
  'The lesson': 'Die Lektion',
  'Paper and terminal': 'Arbeit und Terminal',
  BibTeX: 'BibTeX',
  'Copy BibTeX': 'BibTeX kopieren',
  'The same run in a terminal:': 'Derselbe Lauf in einem Terminal:',
  'Runs seeds {0} one after another': 'Führt die Startwerte {0} nacheinander aus',
  Verify: 'Prüfen',
  'Go to it': 'Dorthin gehen',
  'About {0} without a graphics card.': 'Etwa {0} ohne Grafikkarte.',
  'Loads {0}; about {1} without a graphics card.': 'Lädt {0}; etwa {1} ohne Grafikkarte.',
  'The experiment is not open yet.': 'Das Experiment ist noch nicht geöffnet.',
  'The engine stopped in the middle of the experiment and was restarted; your settings are kept. Run it again; if it stops at the same place, try smaller settings or the other engine.':
    'Der Rechenkern brach mitten im Experiment ab und wurde neu gestartet; die Einstellungen sind erhalten. Noch einmal ausführen; bricht er an derselben Stelle ab, kleinere Einstellungen oder den anderen Rechenkern versuchen.',
  'seed {0}, {1} of {2}: {3}': 'Startwert {0}, {1} von {2}: {3}',
  'no name': 'ohne Namen',
  'This hand-in of {0} has answers but no run, so there is nothing to run again. Open it in a text editor to read the answers.':
    'Diese Abgabe von {0} hat Antworten, aber keinen Lauf, daher lässt sich nichts noch einmal ausführen. Die Antworten lassen sich in einem Texteditor lesen.',
  'Handed in by {0}: {1} of {2} answers were right. Its run is run again here.':
    'Abgegeben von {0}: {1} von {2} Antworten waren richtig. Ihr Lauf wird hier noch einmal ausgeführt.',
  'The figures grow as it runs.': 'Die Abbildungen wachsen, während er läuft.',
  'paused: {0}': 'angehalten: {0}',
  'Go on': 'Weiter',
  'This link was made with version {0} of the settings; this page has version {1}. It runs as it did then.':
    'Dieser Link entstand mit Version {0} der Einstellungen; diese Seite hat Version {1}. Er läuft wie damals.',
  'A run of this experiment was going on when the page was left, with seed {0}. Experiments keep no snapshots, so it begins anew; with the same settings it gives the same.':
    'Ein Lauf dieses Experiments war im Gange, als die Seite verlassen wurde, mit Startwert {0}. Experimente sichern keine Zwischenstände, daher beginnt er von vorn; mit denselben Einstellungen ergibt er dasselbe.',
  'Start it again': 'Neu beginnen',
  'This link carries its author’s result: run it to see whether yours matches.':
    'Dieser Link trägt das Ergebnis seines Autors: ausführen und sehen, ob das eigene übereinstimmt.',
  'The system: {0}.': 'Das System: {0}.',
  'What the paper claims': 'Was die Arbeit behauptet',
  'What runs': 'Was abläuft',
  'What would a fake look like?': 'Wie sähe eine Täuschung aus?',
  'At other seeds': 'Mit anderen Startwerten',
  'All claims hold at {0} of {1} seeds.': 'Alle Behauptungen halten bei {0} von {1} Startwerten.',
  '{0} of {1} seeds are done; all claims hold at {2} of them.':
    '{0} von {1} Startwerten sind fertig; bei {2} davon halten alle Behauptungen.',
  'Verdicts by seed': 'Urteile nach Startwert',
  All: 'Alle',
  Time: 'Dauer',
  waiting: 'wartet',
  'not run': 'nicht gelaufen',
  holds: 'hält',
  'criterion and control both came out as they must': 'Kriterium und Kontrolle kamen heraus, wie sie müssen',
  fails: 'hält nicht',
  'the criterion was not met, or the control did not come out':
    'das Kriterium war nicht erfüllt, oder die Kontrolle kam anders heraus',
  open: 'offen',
  'it cannot be judged at these settings': 'bei diesen Einstellungen ist es nicht zu beurteilen',
  yes: 'ja',
  no: 'nein',
  '1 holds': '1 hält',
  '{0} hold': '{0} halten',
  '1 fails': '1 hält nicht',
  '{0} fail': '{0} halten nicht',
  '1 is open': '1 ist offen',
  '{0} are open': '{0} sind offen',
  '{0} (95 % interval {1} to {2})': '{0} (95-%-Intervall {1} bis {2})',
  'Computed on this machine: seed {0}, {1} ({2}), {3}, {4}.':
    'Auf diesem Rechner berechnet: Startwert {0}, {1} ({2}), {3}, {4}.',
  'Match: the same as the link’s author, to the last bit.':
    'Übereinstimmung: dasselbe wie beim Autor des Links, bis aufs letzte Bit.',
  'Match: the same as the link’s author within {0} of each figure’s largest value.':
    'Übereinstimmung: dasselbe wie beim Autor des Links bis auf {0} des größten Werts jeder Abbildung.',
  'Differs from the link’s author: {0} is missing or of another size.':
    'Anders als beim Autor des Links: {0} fehlt oder hat eine andere Größe.',
  'Differs from the link’s author: most in {0}, by {1} of its largest value.':
    'Anders als beim Autor des Links: am meisten in {0}, um {1} des größten Werts dort.',
  '{0} leads to {1}': '{0} führt zu {1}',
};
