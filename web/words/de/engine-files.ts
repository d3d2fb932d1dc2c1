import type { Catalogue } from '../words';

/** What is wrong with a file, a model or a tokeniser. */
export const engineFiles: Catalogue = {
  'an archive of images needs an array called {0}, but it holds {1}':
    'ein Archiv von Bildern braucht ein Array namens {0}, es enthält aber {1}',
  'the array {0} must be of shape {1}, but its shape is {2}':
    'das Array {0} muss die Form {1} haben, seine Form ist aber {2}',
  "the array {0} must hold {1}, but it holds {2}; convert it with array.astype('uint8')":
    "das Array {0} muss {1} enthalten, es enthält aber {2}; mit array.astype('uint8') umwandeln",
  '{0} labels of {1} × {2} images need {3} pixels, but {4} were given':
    '{0} Labels von {1} × {2} Bildern brauchen {3} Bildpunkte, gegeben wurden aber {4}',
  'there are {0} images but {1} labels; give each image one':
    'es gibt {0} Bilder, aber {1} Labels; jedem Bild eines geben',
  'image {0} has label {1}, but with {2} classes labels run from 0 to {3}':
    'Bild {0} hat das Label {1}, bei {2} Klassen gehen die Labels aber von 0 bis {3}',
  'there must be 1 to {0} class names, each with a letter in it and each only once, but {1}':
    'es müssen 1 bis {0} Klassennamen sein, jeder mit einem Buchstaben und nur einmal, aber {1}',
  'a further part must have the {0} of the first, {1}, but it has {2}':
    'ein weiterer Teil muss {0} des ersten haben, {1}, hat aber {2}',
  'example {0} was asked for, but there are {1} examples, counted from 0':
    'verlangt war Beispiel {0}, es gibt aber {1} Beispiele, ab 0 gezählt',
  'a mini-batch must hold 1 to {0} of the {1} examples, but {2} were asked for':
    'ein Mini-Batch muss 1 bis {0} der {1} Beispiele enthalten, verlangt waren aber {2}',
  'a text must be UTF-8, but byte {0} is not; save it as UTF-8':
    'ein Text muss UTF-8 sein, Byte {0} ist es aber nicht; ihn als UTF-8 speichern',
  'the text is empty; give one of at least a few hundred characters':
    'der Text ist leer; einen von mindestens ein paar Hundert Zeichen angeben',
  'a text may have at most {0} different characters, but {1} at character {2} is one more; leave out rare characters':
    'ein Text darf höchstens {0} verschiedene Zeichen haben, {1} bei Zeichen {2} ist aber eines mehr; seltene Zeichen weglassen',
  'the character {0} at position {1} does not occur in the text that the network learns from':
    'das Zeichen {0} an Position {1} kommt in dem Text nicht vor, aus dem das Netz lernt',
  'id {0} stands for no character; the text has {1} different ones, counted from 0':
    'id {0} steht für kein Zeichen; der Text hat {1} verschiedene, ab 0 gezählt',
  'a window of {0} characters and the one after it needs {1} of at least {2} characters, but it has {3}; use shorter windows or a longer text':
    'ein Fenster von {0} Zeichen und das danach braucht {1} von mindestens {2} Zeichen, es hat aber {3}; kürzere Fenster oder einen längeren Text verwenden',
  'a window must hold at least one character, and a batch at least one window, but {0} and {1} were asked for':
    'ein Fenster muss mindestens ein Zeichen enthalten und ein Batch mindestens ein Fenster, verlangt waren aber {0} und {1}',
  'an array of shape {0} holds {1} values, but {2} values were given':
    'ein Array der Form {0} enthält {1} Werte, gegeben wurden aber {2} Werte',
  'value {0} at position {1} does not fit {2} exactly; {3} holds integers exactly only up to {4}, and no finite number beyond its range':
    'Wert {0} an Position {1} passt nicht genau in {2}; {3} hält ganze Zahlen nur bis {4} genau und keine endliche Zahl jenseits seines Bereichs',
  'the npy file is version {0}.{1}, but only 1.0, 2.0 and 3.0 are known':
    'die npy-Datei hat Version {0}.{1}, bekannt sind aber nur 1.0, 2.0 und 3.0',
  'the npy header should end at byte {0}, but the file has only {1} bytes; it is cut off':
    'der npy-Kopf sollte bei Byte {0} enden, die Datei hat aber nur {1} Byte; sie ist abgeschnitten',
  'the npy header has {0} bytes, but at most {1} are read; save a plain array with numpy.save':
    'der npy-Kopf hat {0} Byte, gelesen werden aber höchstens {1}; ein einfaches Array mit numpy.save speichern',
  'the npy header must give descr, fortran_order and shape once each, but {0} is {1}':
    'der npy-Kopf muss descr, fortran_order und shape je einmal angeben, {0} ist aber {1}',
  'the npy values are big-endian ({0}), which is not supported; save them with array.astype("{1}")':
    'die npy-Werte sind big-endian ({0}), was nicht gelesen wird; mit array.astype("{1}") speichern',
  'the npy values have several named fields, which is not supported; save each field as an array of its own':
    'die npy-Werte haben mehrere benannte Felder, was nicht gelesen wird; jedes Feld als eigenes Array speichern',
  "the npy values are Python objects, which cannot be read safely; save them with array.astype('float32')":
    "die npy-Werte sind Python-Objekte, die sich nicht sicher lesen lassen; mit array.astype('float32') speichern",
  "the npy dtype {0} is not supported; supported are {1}; save the array with array.astype('float32')":
    "der npy-dtype {0} wird nicht gelesen; gelesen werden {1}; das Array mit array.astype('float32') speichern",
  'the npy array has {0} dimensions, but at most {1} are supported':
    'das npy-Array hat {0} Dimensionen, gelesen werden aber höchstens {1}',
  'the npy shape {0} of {1} is more than this machine can count; the header is damaged':
    'die npy-Form {0} von {1} ist mehr, als dieser Rechner zählen kann; der Kopf ist beschädigt',
  'the npy shape {0} of {1} needs {2} bytes, but {3} follow the header; the file is cut off or damaged':
    'die npy-Form {0} von {1} braucht {2} Byte, nach dem Kopf folgen aber {3}; die Datei ist abgeschnitten oder beschädigt',
  'npy booleans must be stored as 0 or 1, but position {0} holds {1}':
    'npy-Wahrheitswerte müssen als 0 oder 1 gespeichert sein, an Position {0} steht aber {1}',
  'an npz file ends with a zip directory, but none was found; the file is cut off or not an npz file, save it again with numpy.savez':
    'eine npz-Datei endet mit einem Zip-Verzeichnis, gefunden wurde aber keines; die Datei ist abgeschnitten oder keine npz-Datei, sie noch einmal mit numpy.savez speichern',
  'this npz file uses zip64 or several disks, which is not supported; save each large array with numpy.save':
    'diese npz-Datei nutzt zip64 oder mehrere Datenträger, was nicht gelesen wird; jedes große Array mit numpy.save speichern',
  'the directory of the npz file is damaged: {0}; save it again with numpy.savez':
    'das Verzeichnis der npz-Datei ist beschädigt: {0}; sie noch einmal mit numpy.savez speichern',
  'entry {0} of the npz file appears twice; every array needs its own name':
    'der Eintrag {0} der npz-Datei kommt zweimal vor; jedes Array braucht einen eigenen Namen',
  'entry {0} of the npz file is encrypted, which is not supported; save it without a password':
    'der Eintrag {0} der npz-Datei ist verschlüsselt, was nicht gelesen wird; sie ohne Passwort speichern',
  'entry {0} of the npz file uses zip method {1}, but only 0 (stored) and 8 (deflated) are supported; save it with numpy.savez':
    'der Eintrag {0} der npz-Datei nutzt das Zip-Verfahren {1}, gelesen werden aber nur 0 (gespeichert) und 8 (deflate); mit numpy.savez speichern',
  'entry {0} of the npz file claims to unpack to {1} bytes, but its {2} packed bytes cannot hold so many; the file is damaged':
    'der Eintrag {0} der npz-Datei soll sich zu {1} Byte entpacken, seine {2} gepackten Byte können aber nicht so viele enthalten; die Datei ist beschädigt',
  'the arrays of the npz file unpack to at least {0} bytes, but at most {1} are read; save the large arrays with numpy.save':
    'die Arrays der npz-Datei entpacken sich zu mindestens {0} Byte, gelesen werden aber höchstens {1}; die großen Arrays mit numpy.save speichern',
  'entry {0} of the npz file should lie at bytes {1}..{2}, but {3}; the file is damaged':
    'der Eintrag {0} der npz-Datei sollte in den Bytes {1}..{2} liegen, aber {3}; die Datei ist beschädigt',
  'entry {0} of the npz file cannot be unpacked to the {1} bytes it claims: {2}; the file is damaged':
    'der Eintrag {0} der npz-Datei lässt sich nicht zu den {1} Byte entpacken, die er angibt: {2}; die Datei ist beschädigt',
  'entry {0} of the npz file has the checksum {1}, but {2} was expected; the file is damaged':
    'der Eintrag {0} der npz-Datei hat die Prüfsumme {1}, erwartet war aber {2}; die Datei ist beschädigt',
  'entry {0} of the npz file: {1}': 'Eintrag {0} der npz-Datei: {1}',
  'an array in an npz file needs a name of 1 to 60000 bytes, but one of {0} bytes was given':
    'ein Array in einer npz-Datei braucht einen Namen von 1 bis 60000 Byte, gegeben wurde aber einer von {0} Byte',
  'the npz file would have {0} bytes or entries, but at most {1} can be written; save the large arrays as npy files':
    'die npz-Datei hätte {0} Byte oder Einträge, geschrieben werden aber höchstens {1}; die großen Arrays als npy-Dateien speichern',
  'a safetensors file starts with an 8-byte header length, but only {0} bytes are there; download the file again':
    'eine safetensors-Datei beginnt mit einer 8 Byte langen Länge des Kopfs, da sind aber nur {0} Byte; die Datei noch einmal herunterladen',
  'this is {0}, not a safetensors file; {1}': 'das ist {0}, keine safetensors-Datei; {1}',
  'the file says that its header has {0} bytes, but safetensors allows at most {1}; this is not a safetensors file, or it is damaged':
    'die Datei sagt, ihr Kopf habe {0} Byte, safetensors erlaubt aber höchstens {1}; das ist keine safetensors-Datei, oder sie ist beschädigt',
  'the header should end at byte {0}, but the file has only {1} bytes; it is cut off, download it again':
    'der Kopf sollte bei Byte {0} enden, die Datei hat aber nur {1} Byte; sie ist abgeschnitten, noch einmal herunterladen',
  'the header must be UTF-8 text, but byte {0} of it is not; the file is damaged or not a safetensors file':
    'der Kopf muss UTF-8-Text sein, Byte {0} darin ist es aber nicht; die Datei ist beschädigt oder keine safetensors-Datei',
  'the header must be one JSON object, but it cannot be read: {0}':
    'der Kopf muss ein JSON-Objekt sein, er lässt sich aber nicht lesen: {0}',
  'tensor {0}: expected an object with dtype, shape and data_offsets, found: {1}':
    'Tensor {0}: erwartet war ein Objekt mit dtype, shape und data_offsets, gefunden: {1}',
  'tensor {0} appears twice in the header; every name must be unique':
    'Tensor {0} kommt im Kopf zweimal vor; jeder Name muss eindeutig sein',
  '__metadata__ appears twice in the header; it may be there once':
    '__metadata__ kommt im Kopf zweimal vor; einmal ist erlaubt',
  '__metadata__ has the key {0} twice; every key must be unique':
    '__metadata__ hat den Schlüssel {0} zweimal; jeder Schlüssel muss eindeutig sein',
  '__metadata__ must map names to strings, but {0} is {1}; put its value in quotes':
    '__metadata__ muss Namen auf Zeichenketten abbilden, {0} ist aber {1}; den Wert in Anführungszeichen setzen',
  '__metadata__ must be an object of strings: {0}':
    '__metadata__ muss ein Objekt aus Zeichenketten sein: {0}',
  'tensor {0} has the unknown dtype {1}; known are {2}':
    'Tensor {0} hat den unbekannten dtype {1}; bekannt sind {2}',
  'tensor {0} has the dtype {1}, which is not supported yet; supported are {2}; convert the checkpoint to one of these':
    'Tensor {0} hat den dtype {1}, der noch nicht gelesen wird; gelesen werden {2}; den Checkpoint in einen davon umwandeln',
  'tensor {0} has the shape {1}, which is more than this machine can count; the header is damaged':
    'Tensor {0} hat die Form {1}, mehr, als dieser Rechner zählen kann; der Kopf ist beschädigt',
  'tensor {0} begins at byte {1} but ends before it, at byte {2}; the header is damaged':
    'Tensor {0} beginnt bei Byte {1}, endet aber davor, bei Byte {2}; der Kopf ist beschädigt',
  'tensor {0} of shape {1} and dtype {2} needs {3} bytes, but its data_offsets span {4}':
    'Tensor {0} der Form {1} und vom dtype {2} braucht {3} Byte, seine data_offsets umfassen aber {4}',
  'tensor {0} of shape {1} and dtype {2} does not fill whole bytes':
    'Tensor {0} der Form {1} und vom dtype {2} füllt keine ganzen Bytes',
  'tensor {0} is misaligned: it begins at byte {1} of the data, which is not a multiple of the {2} bytes of a {3}; save the file again with safetensors 0.3 or later':
    'Tensor {0} ist falsch ausgerichtet: Er beginnt bei Byte {1} der Daten, was kein Vielfaches der {2} Byte eines {3} ist; die Datei mit safetensors 0.3 oder neuer noch einmal speichern',
  'tensors {0} and {1} overlap: the first ends at byte {2} of the data, the second begins at byte {3}':
    'die Tensoren {0} und {1} überlappen: Der erste endet bei Byte {2} der Daten, der zweite beginnt bei Byte {3}',
  'there is a hole before tensor {0}: it should begin at byte {1} of the data, but begins at byte {2}':
    'vor Tensor {0} ist ein Loch: Er sollte bei Byte {1} der Daten beginnen, beginnt aber bei Byte {2}',
  'tensor {0} is out of bounds: it should end at byte {1} of the file, but the file has only {2} bytes; it is cut off, download it again':
    'Tensor {0} liegt außerhalb: Er sollte bei Byte {1} der Datei enden, die Datei hat aber nur {2} Byte; sie ist abgeschnitten, noch einmal herunterladen',
  'the last tensor ends at byte {0} of the file, but the file has {1} bytes; the rest belongs to no tensor, so the file is damaged':
    'der letzte Tensor endet bei Byte {0} der Datei, die Datei hat aber {1} Byte; der Rest gehört zu keinem Tensor, die Datei ist also beschädigt',
  'no tensor is named {0}; {1}': 'kein Tensor heißt {0}; {1}',
  'tensor {0} needs the {1} bytes {2}..{3} of the file, but {4} bytes were given':
    'Tensor {0} braucht die {1} Byte {2}..{3} der Datei, gegeben wurden aber {4} Byte',
  'tensor {0}: BOOL must be stored as 0 or 1, but position {1} holds {2}':
    'Tensor {0}: BOOL muss als 0 oder 1 gespeichert sein, an Position {1} steht aber {2}',
  'tensor {0}: {1}': 'Tensor {0}: {1}',
  'tensor {0} of shape {1} cannot be written: {2} values were given':
    'Tensor {0} der Form {1} lässt sich nicht schreiben: {2} Werte wurden gegeben',
  'a tensor cannot be named __metadata__, which safetensors keeps for itself; choose another name':
    'ein Tensor kann nicht __metadata__ heißen, das safetensors für sich behält; einen anderen Namen wählen',
  'the tensors cannot be written as safetensors: {0}':
    'die Tensoren lassen sich nicht als safetensors schreiben: {0}',
  'The configuration says model_type "{0}", which this lab does not have yet. It has {1}.':
    'Die Konfiguration nennt den model_type „{0}“, den dieses Labor noch nicht hat. Es hat {1}.',
  'A {0} model with this configuration has no site "{1}". {2}':
    'Ein {0}-Modell mit dieser Konfiguration hat keine Stelle „{1}“. {2}',
  'The weight "{0}" (shape {1}) is not among the {2} that {3}. {4}':
    'Das Gewicht „{0}“ (Form {1}) ist nicht unter den {2}, die gilt: {3}. {4}',
  'The weight "{0}" should have shape {1} by the configuration, but has {2}. Do config.json and the weights belong together?':
    'Das Gewicht „{0}“ sollte nach der Konfiguration die Form {1} haben, hat aber {2}. Gehören config.json und die Gewichte zusammen?',
  'the run was cancelled': 'der Lauf wurde abgebrochen',
  'reading {0} failed: {1}': 'Lesen fehlgeschlagen ({0}): {1}',
  '{0}. The likely reason: {1}': '{0}. Der wahrscheinliche Grund: {1}',
  'The tokenizer could not be read from {0} bytes: {1}. Expected a tokenizer.json as Hugging Face writes it (with "model" and "added_tokens"), not vocab.txt or tokenizer_config.json.':
    'Der Tokenizer ließ sich aus {0} Byte nicht lesen: {1}. Erwartet war eine tokenizer.json, wie Hugging Face sie schreibt (mit "model" und "added_tokens"), keine vocab.txt oder tokenizer_config.json.',
  'The text {0} could not be encoded: {1}. Try a simpler text, or another tokenizer.json.':
    'Der Text {0} ließ sich nicht kodieren: {1}. Einen einfacheren Text oder eine andere tokenizer.json versuchen.',
  "Token id {0} at position {1} is not in the vocabulary of {2} tokens. The ids probably come from another model's tokenizer.":
    'Die Token-id {0} an Position {1} ist nicht im Vokabular von {2} Token. Die ids stammen wohl aus dem Tokenizer eines anderen Modells.',
  '{0} token ids could not be joined to text: {1}. The decoder in the tokenizer.json may not fit its model.':
    '{0} Token-ids ließen sich nicht zu Text verbinden: {1}. Der Decoder in der tokenizer.json passt vielleicht nicht zum Modell.',
};
