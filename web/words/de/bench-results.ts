import type { Catalogue } from '../words';

/** The bench: what it says of its state and results. */
export const benchResults: Catalogue = {
  'the stored result': 'das gespeicherte Ergebnis',
  'Opening {0} failed: a drop may hold a model (config.json and .safetensors, or a .gguf file), images, a .txt with one text a line, or a recipe (.json).':
    '{0} ließ sich nicht öffnen: Abgelegt werden können ein Modell (config.json und .safetensors oder eine .gguf-Datei), Bilder, eine .txt mit einem Text je Zeile oder ein Rezept (.json).',
  'Enlarged: {0}. Point at a cell to read it; choose another head in the grid.':
    'Vergrößert: {0}. Auf eine Zelle zeigen, um sie abzulesen; im Raster einen anderen Kopf wählen.',
  'Pattern of {0} on {1} tokens.': 'Muster von {0} auf {1} Token.',
  looks: 'schaut',
  '{0}: looked at': '{0}: angeschaut',
  'What do the layers of a network find alike?': 'Was finden die Schichten eines Netzes ähnlich?',
  'Reading the recipe {0} failed: it is not JSON. Choose a file that Inscape saved.':
    'Das Rezept {0} ließ sich nicht lesen: Es ist kein JSON. Eine Datei wählen, die Inscape gespeichert hat.',
  Recipe: 'Rezept',
  'Save as a file': 'Als Datei speichern',
  'Open a recipe': 'Ein Rezept öffnen',
  'The same JSON that inscape reads natively.': 'Dasselbe JSON, das inscape im Terminal liest.',
  stopping: 'wird angehalten',
  'starting the engine': 'der Rechenkern startet',
  'The model at {0} was not opened: the visitor has not agreed yet.':
    'Das Modell unter {0} wurde nicht geöffnet: Die Zustimmung steht noch aus.',
  'No site is chosen, so there is nothing to compare. Tick at least one under Sites.':
    'Keine Stelle ist gewählt, daher gibt es nichts zu vergleichen. Unter Stellen mindestens eine ankreuzen.',
  'measuring this machine': 'dieser Rechner wird gemessen',
  'waiting for the visitor’s word': 'wartet auf Zustimmung',
  'finding the model': 'das Modell wird gesucht',
  'opening the model': 'das Modell wird geöffnet',
  'the similarity of sites': 'die Ähnlichkeit der Stellen',
  'the dissimilarity of stimuli': 'die Unähnlichkeit der Stimuli',
  'the map': 'die Karte',
  'the dimensions': 'die Dimensionen',
  'the intervals of the similarity': 'die Intervalle der Ähnlichkeit',
  'the logit lens': 'die Logit-Linse',
  'the next tokens': 'die nächsten Token',
  'what the model writes': 'was das Modell schreibt',
  'the attention patterns': 'die Aufmerksamkeitsmuster',
  'the head scores': 'die Kennzahlen der Köpfe',
  'Computed here; it matches what the link’s author measured to the bit.':
    'Hier berechnet; stimmt bitgenau mit dem überein, was der Autor des Links gemessen hat.',
  'Computed here; it matches the stored result to the bit.':
    'Hier berechnet; stimmt bitgenau mit dem gespeicherten Ergebnis überein.',
  'Computed here; it matches what the link’s author measured (there on the {0}) within {1} of the largest value.':
    'Hier berechnet; stimmt mit dem überein, was der Autor des Links gemessen hat (dort auf der {0}), bis auf {1} des größten Werts.',
  'Computed here; it matches the stored result (there on the {0}) within {1} of the largest value.':
    'Hier berechnet; stimmt mit dem gespeicherten Ergebnis überein (dort auf der {0}), bis auf {1} des größten Werts.',
  'which is missing or of another size': 'fehlt oder hat eine andere Größe',
  'by up to {0} of its largest value': 'um bis zu {0} des größten Werts',
  'Computed here; it differs from what the link’s author measured (there on the {0}) in {1}, {2}.':
    'Hier berechnet; weicht von dem ab, was der Autor des Links gemessen hat (dort auf der {0}): {1}, {2}.',
  'Computed here; it differs from the stored result (there on the {0}) in {1}, {2}.':
    'Hier berechnet; weicht vom gespeicherten Ergebnis ab (dort auf der {0}): {1}, {2}.',
  'That run was made by Inscape {0}, this one by {1}.': 'Jener Lauf stammt von Inscape {0}, dieser von {1}.',
  'What does {0} make of one text?': 'Was macht {0} aus einem Text?',
  'What does {0} make of {1} texts?': 'Was macht {0} aus {1} Texten?',
  'What do the layers of {0} find alike in {1} lines of text?':
    'Was finden die Schichten von {0} in {1} Zeilen Text ähnlich?',
  'What do the layers of {0} find alike in {1} images?':
    'Was finden die Schichten von {0} in {1} Bildern ähnlich?',
  'What do the layers of {0} find alike in {1} photographs?':
    'Was finden die Schichten von {0} in {1} Fotografien ähnlich?',
  'What do the layers of {0} find alike in {1} sentences?':
    'Was finden die Schichten von {0} in {1} Sätzen ähnlich?',
  'Link copied.': 'Link kopiert.',
  'It carries your line of text: whoever has it can read it.':
    'Er enthält die eigene Textzeile: Wer ihn hat, kann sie lesen.',
  'It carries your {0} lines of text: whoever has it can read them.':
    'Er enthält die eigenen {0} Textzeilen: Wer ihn hat, kann sie lesen.',
  'It names your image files but does not carry them.':
    'Er nennt die eigenen Bilddateien, enthält sie aber nicht.',
  'It names your model but does not carry it.': 'Er nennt das eigene Modell, enthält es aber nicht.',
  'The run is not finished, so it cannot be checked against yours yet.':
    'Der Lauf ist nicht fertig, daher lässt sich noch nichts damit vergleichen.',
  'A stored result, computed earlier; now computing it live on your machine …':
    'Ein gespeichertes, früher berechnetes Ergebnis; jetzt wird es auf diesem Rechner neu berechnet …',
  'A stored result, computed earlier.': 'Ein gespeichertes, früher berechnetes Ergebnis.',
  'A stored result, computed earlier on {0}; now computing it live on your machine …':
    'Ein gespeichertes Ergebnis, berechnet am {0}; jetzt wird es auf diesem Rechner neu berechnet …',
  'A stored result, computed earlier on {0}.': 'Ein gespeichertes Ergebnis, berechnet am {0}.',
  'checking the sites': 'die Stellen werden geprüft',
  'Check this model’s sites': 'Die Stellen dieses Modells prüfen',
  'Each identity': 'Jede Identität',
  Identity: 'Identität',
  'off by': 'Abweichung',
  'All {0} sites were reached with {1}; this architecture states no identity between them.':
    'Alle {0} Stellen wurden mit {1} erreicht; diese Architektur nennt keine Identität zwischen ihnen.',
  'All {0} identities between {1} sites hold on {2}: at most {3} off, {4} is allowed.':
    'Alle {0} Identitäten zwischen {1} Stellen gelten auf {2}: höchstens {3} daneben, erlaubt ist {4}.',
  '{0} of {1} identities do not hold on {2}; the first is {3}.':
    '{0} von {1} Identitäten gelten auf {2} nicht; die erste ist {3}.',
  'none: every value': 'keines: jeder Wert',
  'mean over positions': 'Mittel über Positionen',
  'last token': 'letztes Token',
  'first token, CLS': 'erstes Token, CLS',
  '{0} of {1}, {2} a token': '{0} von {1}, {2} je Token',
  '{0} of {1}, {2}': '{0} von {1}, {2}',
  Sites: 'Stellen',
  Default: 'Vorgabe',
  'All blocks': 'Alle Blöcke',
  None: 'Keine',
  find: 'suchen',
  'Find a site': 'Eine Stelle suchen',
  'Sites in forward order': 'Stellen in der Reihenfolge des Durchlaufs',
  Pool: 'Pooling',
  'mean over tokens': 'Mittel über Token',
  'mean over space': 'Mittel über den Raum',
  'The figures show the last finished run.': 'Die Abbildungen zeigen den letzten fertigen Lauf.',
  'Run again': 'Noch einmal laufen lassen',
  'Computed on your machine in {0}, {1}.': 'Auf diesem Rechner in {0} berechnet, {1}.',
  'This link loads its model from another place': 'Dieser Link lädt sein Modell von einem anderen Ort',
  'It asks for <a>{0}</a>. Nothing was fetched from there yet.':
    'Er verlangt <a>{0}</a>. Von dort wurde noch nichts geholt.',
  'Load it from there': 'Von dort laden',
  'You left other work here on {0}.': 'Am {0} ist hier andere Arbeit liegen geblieben.',
  'This is what the link asks for. Your own work of {0} is kept.':
    'Das ist, was der Link verlangt. Die eigene Arbeit vom {0} ist aufbewahrt.',
  'Take it up again': 'Wieder aufnehmen',
  'Forget it': 'Verwerfen',
  'The recipe asks for the set “{0}”, but this page has {1} and {2}. Choose one of them.':
    'Das Rezept verlangt den Satz „{0}“, diese Seite hat aber {1} und {2}. Einen davon wählen.',
  'The recipe uses {0} image files of its author, and a link does not carry files. Missing here: {1}{2}. Choose the same files under Inputs.':
    'Das Rezept verwendet {0} Bilddateien seines Autors, und ein Link enthält keine Dateien. Hier fehlen: {1}{2}. Unter Eingaben dieselben Dateien auswählen.',
  capturing: 'Aktivierungen werden aufgezeichnet',
  'Take these sites along to Your data': 'Diese Stellen zu „Eigene Daten“ mitnehmen',
  'One array lies on the page <a>Your data</a>. Open another model here and take its sites along too, to compare the two.':
    'Ein Array liegt auf der Seite <a>Eigene Daten</a>. Hier ein anderes Modell öffnen und dessen Stellen ebenfalls mitnehmen, um beide zu vergleichen.',
  '{0} arrays lie on the page <a>Your data</a>. Open another model here and take its sites along too, to compare the two.':
    '{0} Arrays liegen auf der Seite <a>Eigene Daten</a>. Hier ein anderes Modell öffnen und dessen Stellen ebenfalls mitnehmen, um beide zu vergleichen.',
  'Taking these texts along failed: they have different numbers of tokens, so that no column means the same in all. Choose a pooling other than “none”.':
    'Diese Texte ließen sich nicht mitnehmen: Sie haben verschieden viele Token, sodass keine Spalte bei allen dasselbe bedeutet. Ein anderes Pooling als „none“ wählen.',
  'As the model reads them': 'Wie das Modell sie liest',
  'The model is not open yet.': 'Das Modell ist noch nicht geöffnet.',
  'This tokenizer puts no special token before or after a text.':
    'Dieser Tokenizer setzt kein besonderes Token vor oder hinter einen Text.',
  'The first {0} of {1} texts.': 'Die ersten {0} von {1} Texten.',
  'token {0}: “{1}”, id {2}, special': 'Token {0}: „{1}“, id {2}, besonderes',
  'token {0}: “{1}”, id {2}': 'Token {0}: „{1}“, id {2}',
  '{0} tokens: {1}': '{0} Token: {1}',
  '{0} tokens, {1} more than the model reads': '{0} Token, {1} mehr, als das Modell liest',
  '{0} token': '{0} Token',
  '{0} tokens': '{0} Token',
  'Look closer': 'Genauer hinsehen',
  'Closer look': 'Genauerer Blick',
  Add: 'Hinzufügen',
  'Remove {0}': '{0} entfernen',
  Remove: 'Entfernen',
  'Making the file …': 'Die Datei wird erstellt …',
  'Save {0}, which it reads': '{0} speichern, das es liest',
  'Saving the activations failed: the figure is of {0}, but {1} is chosen now. Run again, or choose {2}.':
    'Die Aktivierungen ließen sich nicht speichern: Die Abbildung zeigt {0}, gewählt ist jetzt aber {1}. Noch einmal laufen lassen oder {2} wählen.',
};
