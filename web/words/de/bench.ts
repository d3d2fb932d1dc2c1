import type { Catalogue } from '../words';

/** The bench: its controls. */
export const bench: Catalogue = {
  Analysis: 'Analyse',
  'Between stimuli': 'Zwischen Stimuli',
  'Between sites': 'Zwischen Stellen',
  '95 % intervals even where they take longer than a second':
    '95-%-Intervalle auch dann, wenn sie länger als eine Sekunde dauern',
  'Skip to the figures': 'Zu den Abbildungen springen',
  'this bench': 'dieser Labortisch',
  Changes: 'Eingriffe',
  none: 'keine',
  'One a line: a site, perhaps heads, positions or units with numbers from 0, then = zero, = mean or = × 2. Or the word weight, a tensor’s name, perhaps rows or columns, then = zero, = × 2 or = + noise 0.01 seed 7.':
    'Einer je Zeile: eine Stelle, gegebenenfalls heads, positions oder units mit Nummern ab 0, dann = zero, = mean oder = × 2. Oder das Wort weight, der Name eines Tensors, gegebenenfalls rows oder columns, dann = zero, = × 2 oder = + noise 0.01 seed 7.',
  '“{0}” is not an address. It should look like https://host/folder, where config.json and model.safetensors lie.':
    '„{0}“ ist keine Adresse. Sie sollte aussehen wie https://host/folder, wo config.json und model.safetensors liegen.',
  '“{0}” is not a name of a model on a hub. It should look like owner/name or owner/name@revision.':
    '„{0}“ ist kein Name eines Modells auf einem Hub. Er sollte aussehen wie owner/name oder owner/name@revision.',
  'These files are not the author’s, though they have the same names: {0}.':
    'Diese Dateien sind nicht die des Autors, obwohl sie so heißen: {0}.',
  'Choose a cell to see where that head looks.': 'Eine Zelle wählen, um zu sehen, wohin dieser Kopf schaut.',
  'Point at a cell to read it.': 'Auf eine Zelle zeigen, um sie abzulesen.',
  'See where it looks': 'Sehen, wohin er schaut',
  'Chosen: {0}.': 'Gewählt: {0}.',
  'Switch this head on again': 'Diesen Kopf wieder einschalten',
  'Switch this head off': 'Diesen Kopf ausschalten',
  'Strongly coloured: the token was probable. Point at a token to read it.':
    'Kräftig gefärbt: Das Token war wahrscheinlich. Auf ein Token zeigen, um es abzulesen.',
  'Chosen sites need': 'Die gewählten Stellen brauchen',
  '{0} read from the file, {1} of memory': '{0} aus der Datei, {1} Speicher',
  Work: 'Arbeit',
  'about {0} multiply-adds for {1} text': 'etwa {0} Multiplikationen mit Addition für {1} Text',
  'about {0} multiply-adds for {1} texts': 'etwa {0} Multiplikationen mit Addition für {1} Texte',
  'about {0} multiply-adds for {1} image': 'etwa {0} Multiplikationen mit Addition für {1} Bild',
  'about {0} multiply-adds for {1} images': 'etwa {0} Multiplikationen mit Addition für {1} Bilder',
  'Or a name on the hub': 'Oder ein Name auf dem Hub',
  Fetch: 'Holen',
  'It is fetched from {0}, in parts, as far as the sites that you choose need it.':
    'Es wird von {0} geholt, in Teilen, soweit die gewählten Stellen es brauchen.',
  'Another hub or mirror': 'Ein anderer Hub oder Spiegel',
  'Address of the hub': 'Adresse des Hubs',
  Use: 'Verwenden',
  'Or an address': 'Oder eine Adresse',
  Load: 'Laden',
  'Choose a row to look at that site.': 'Eine Zeile wählen, um diese Stelle anzusehen.',
  'What the sites find alike': 'Was die Stellen ähnlich finden',
  'What is told apart at': 'Was unterschieden wird bei',
  'The stimuli as {0} lays them out': 'Die Stimuli, wie {0} sie anordnet',
  'How many dimensions each site uses': 'Wie viele Dimensionen jede Stelle nutzt',
  'What the layers would say next after': 'Was die Schichten als Nächstes sagen würden nach',
  'Underlined: the guess is the token that follows. {0}':
    'Unterstrichen: Die Vermutung ist das Token, das folgt. {0}',
  'What the colours say': 'Was die Farben sagen',
  'weights SHA-256 {0}': 'Gewichte SHA-256 {0}',
  '{0} sentences': '{0} Sätze',
  '{0} photographs': '{0} Fotografien',
  Inputs: 'Eingaben',
  'Your lines': 'Eigene Zeilen',
  'Your images': 'Eigene Bilder',
  'One text a line; at least three make a picture, one is enough to look closer.':
    'Ein Text je Zeile; ab drei entsteht ein Bild, einer reicht, um genauer hinzusehen.',
  'Rain fell all night.\nIt poured until morning.\nShe baked rye bread.':
    'Es regnete die ganze Nacht.\nBis zum Morgen goss es.\nSie backte Roggenbrot.',
  '{0} chosen, {1} here. They stay on this machine.': '{0} gewählt, {1} da. Sie bleiben auf diesem Rechner.',
  'JPEG, PNG or WebP, a few or a few hundred. They stay on this machine.':
    'JPEG, PNG oder WebP, ein paar oder ein paar Hundert. Sie bleiben auf diesem Rechner.',
  'Choose images': 'Bilder auswählen',
  'Read them': 'Lesen',
  'Who took them': 'Wer sie aufgenommen hat',
  'whole, verified': 'ganz, geprüft',
  'whole; no SHA-256 to compare with': 'ganz; kein SHA-256 zum Vergleichen',
  'in part': 'zum Teil',
  'Kept on this machine': 'Auf diesem Rechner aufbewahrt',
  'This browser keeps nothing for this page, as in a private window or over plain http; what is downloaded is held in memory.':
    'Dieser Browser bewahrt für diese Seite nichts auf, wie in einem privaten Fenster oder über einfaches http; was heruntergeladen wird, bleibt im Speicher.',
  'Nothing yet.': 'Noch nichts.',
  'Delete all': 'Alles löschen',
  'Ask the browser to keep them': 'Den Browser bitten, sie zu behalten',
  'This page takes up {0} of the {1} that the browser gives it, and keeps it until you delete it.':
    'Diese Seite belegt {0} der {1}, die der Browser ihr gibt, und behält sie, bis sie gelöscht werden.',
  'This page takes up {0} of the {1} that the browser gives it.':
    'Diese Seite belegt {0} der {1}, die der Browser ihr gibt.',
  'Delete {0}': '{0} löschen',
  Delete: 'Löschen',
  'Download the rest for use without a network': 'Den Rest für den Gebrauch ohne Netz herunterladen',
  'Download all for use without a network': 'Alles für den Gebrauch ohne Netz herunterladen',
  'The browser did not promise to keep the files: it may clear them when it is short of room. Browsers promise it to pages that are used often or bookmarked.':
    'Der Browser hat nicht versprochen, die Dateien zu behalten: Er kann sie löschen, wenn ihm der Platz ausgeht. Browser versprechen es Seiten, die oft benutzt werden oder ein Lesezeichen haben.',
  'downloading all weights': 'Download aller Gewichte',
  'Change model, inputs, sites, analysis': 'Modell, Eingaben, Stellen, Analyse ändern',
  'measuring …': 'wird gemessen …',
  'tied unembedding': 'gemeinsames Unembedding',
  'own unembedding': 'eigenes Unembedding',
  '{0}: {1} numbers, {2}': '{0}: {1} Zahlen, {2}',
  'Model card': 'Karte des Modells',
  Architecture: 'Architektur',
  Parameters: 'Parameter',
  Weights: 'Gewichte',
  Licence: 'Lizenz',
  'not stated in its files': 'in seinen Dateien nicht genannt',
  Revision: 'Revision',
  File: 'Datei',
  '{0} files': '{0} Dateien',
  'your own files': 'eigene Dateien',
  'not known': 'nicht bekannt',
  copied: 'kopiert',
  'copying is not allowed here': 'Kopieren ist hier nicht erlaubt',
  'Copy the SHA-256': 'Den SHA-256 kopieren',
  Copy: 'Kopieren',
  '{0} (not installed)': '{0} (nicht installiert)',
  '{0} at {1}': '{0} bei {1}',
  Model: 'Modell',
  Network: 'Netz',
  '{0} parameters.': '{0} Parameter.',
  'The SHA-256 of its weights is not known, so that they are not verified.':
    'Der SHA-256 seiner Gewichte ist nicht bekannt, daher sind sie nicht geprüft.',
  'Licence: {0}.': 'Lizenz: {0}.',
  'Your own model': 'Ein eigenes Modell',
  'Choose a folder': 'Einen Ordner auswählen',
  'config.json, model.safetensors and, for text, tokenizer.json; or drop a .gguf file of a Llama or Qwen2. You can also drop them here. Nothing leaves this machine.':
    'config.json, model.safetensors und, für Text, tokenizer.json; oder eine .gguf-Datei eines Llama oder Qwen2. Sie lassen sich auch hier ablegen. Nichts verlässt diesen Rechner.',
  'More models': 'Weitere Modelle',
  '{0}: run <a>{1}</a> where this page is served from.':
    '{0}: dort, von wo diese Seite kommt, <a>{1}</a> ausführen.',
  '{0} is not installed here. On the machine that serves this page, run {1}, then reload.':
    '{0} ist hier nicht installiert. Auf dem Rechner, von dem diese Seite kommt, {1} ausführen, dann neu laden.',
  'The recipe uses the model “{0}” from files on its author’s machine. Choose the same folder under Model.':
    'Das Rezept verwendet das Modell „{0}“ aus Dateien auf dem Rechner seines Autors. Unter Modell denselben Ordner auswählen.',
  'The recipe asks for the model “{0}”, but this page knows {1}. Choose one of them under Model.':
    'Das Rezept verlangt das Modell „{0}“, diese Seite kennt aber {1}. Unter Modell eines davon wählen.',
  'The recipe was made with other weights (SHA-256 {0}…) than those here ({1}…), so its numbers may differ.':
    'Das Rezept entstand mit anderen Gewichten (SHA-256 {0}…) als denen hier ({1}…), seine Zahlen können daher abweichen.',
};
