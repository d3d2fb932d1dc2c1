import type { Catalogue } from '../words';

/** Why a model, its configuration, its inputs or its weights are refused. */
export const engineModels: Catalogue = {
  'The configuration has no field "model_type" that names an architecture ({0}). Is it the config.json of a model?':
    'Die Konfiguration hat kein Feld „model_type“, das eine Architektur nennt ({0}). Ist es die config.json eines Modells?',
  'The {0} is {1}; expected {2}.': '{0} ist {1}; erwartet war {2}.',
  'The edit of {0} names {1}, but that tensor has the shape {2} and so none.':
    'Die Änderung von {0} nennt {1}, dieser Tensor hat aber die Form {2} und also keine.',
  'The edit of {0} names {1} among its {2}; there are {3}, counted from 0.':
    'Die Änderung von {0} nennt {1} unter {2}; es gibt {3}, ab 0 gezählt.',
  'The configuration file is empty.': 'Die Datei mit der Konfiguration ist leer.',
  'This is a web page, not a config.json. Use the address of the file itself (on a hub, …/resolve/… instead of …/blob/…).':
    'Das ist eine Webseite, keine config.json. Die Adresse der Datei selbst verwenden (auf einem Hub …/resolve/… statt …/blob/…).',
  "This is a pointer of git's large file storage, not a config.json. Fetch the file that it points to.":
    'Das ist ein Verweis von git LFS, keine config.json. Die Datei holen, auf die er zeigt.',
  'The config.json is not an object with named fields.':
    'Die config.json ist kein Objekt mit benannten Feldern.',
  'The config.json cannot be read as JSON: {0}.': 'Die config.json lässt sich nicht als JSON lesen: {0}.',
  'The fields are no JSON: {0}.': 'Die Felder sind kein JSON: {0}.',
  'The {0} configuration has {1} = {2}; expected {3}.':
    'Die Konfiguration von {0} hat {1} = {2}; erwartet war {3}.',
  'The {0} configuration lacks the field {1}; expected {2}.':
    'Der Konfiguration von {0} fehlt das Feld {1}; erwartet war {2}.',
  'The {0} configuration asks for {1} = {2}, which this lab cannot do: {3}. Nothing was run, because the activations would be wrong.':
    'Die Konfiguration von {0} verlangt {1} = {2}, was dieses Labor nicht kann: {3}. Es wurde nichts gerechnet, weil die Aktivierungen falsch wären.',
  'The {0} configuration has {1} = {2}, which {3} = {4} does not divide; expected a multiple.':
    'Die Konfiguration von {0} hat {1} = {2}, was {3} = {4} nicht teilt; erwartet war ein Vielfaches.',
  'The value at {0} is to be its mean over the text, which is not known while a text is read piece by piece. Give the whole text.':
    'Der Wert an {0} soll sein Mittel über den Text sein, das nicht bekannt ist, solange ein Text Stück für Stück gelesen wird. Den ganzen Text geben.',
  'A picture whose shorter side becomes {0} pixels has no {1} × {2} to cut out; expected a resize side of {3} or more.':
    'Aus einem Bild, dessen kürzere Seite {0} Bildpunkte bekommt, lässt sich kein {1} × {2} ausschneiden; erwartet war eine Seite von {3} oder mehr.',
  'A picture of {0} × {1} pixels needs 3 bytes a pixel and at least one pixel, but has {2} bytes.':
    'Ein Bild von {0} × {1} Bildpunkten braucht 3 Byte je Bildpunkt und mindestens einen Bildpunkt, hat aber {2} Byte.',
  'The picture is {0} × {1} pixels: more than {2} times as long as wide. Crop it first.':
    'Das Bild hat {0} × {1} Bildpunkte: mehr als {2}-mal so lang wie breit. Es vorher zuschneiden.',
  'Could not resize a picture of {0} × {1} to {2} × {3}: {4}.':
    'Ein Bild von {0} × {1} ließ sich nicht auf {2} × {3} bringen: {4}.',
  'The {0} configuration has a standard deviation of 0 for a channel; expected three numbers to divide by.':
    'Die Konfiguration von {0} hat für einen Kanal eine Standardabweichung von 0; erwartet waren drei Zahlen zum Teilen.',
  'A {0} model takes images, not text.': 'Ein Modell der Art {0} nimmt Bilder, keinen Text.',
  'This {0} model takes images [batch, 3, {1}, {2}], found {3}.':
    'Dieses Modell der Art {0} nimmt Bilder [batch, 3, {1}, {2}], gefunden wurde {3}.',
  "The intervention at {0} brings a value {1}, which does not fit the site's {2}. Take it from a run of the same length.":
    'Der Eingriff an {0} bringt einen Wert {1}, der nicht zu {2} der Stelle passt. Ihn aus einem Lauf derselben Länge nehmen.',
  'The intervention at {0} names {1}, and that site has none.':
    'Der Eingriff an {0} nennt {1}, und diese Stelle hat keine.',
  'The intervention at {0} names {1} among its {2}; there are {3}, counted from 0.':
    'Der Eingriff an {0} nennt {1} unter {2}; es gibt {3}, ab 0 gezählt.',
  'The preprocessor_config.json asks for resample = {0}; expected 2 (bilinear) or 3 (bicubic), the filters that are here.':
    'Die preprocessor_config.json verlangt resample = {0}; erwartet war 2 (bilinear) oder 3 (bikubisch), die Filter, die es hier gibt.',
  'rope_scaling and rope_parameters of this configuration stretch the positions in different ways; which one holds cannot be told.':
    'rope_scaling und rope_parameters dieser Konfiguration dehnen die Positionen verschieden; welches gilt, lässt sich nicht sagen.',
  'The rotary positions have low_freq_factor = {0} and high_freq_factor = {1}; expected the first to be smaller.':
    'Die drehenden Positionen haben low_freq_factor = {0} und high_freq_factor = {1}; das erste sollte kleiner sein.',
  'A {0} model keeps no keys and values, so that it cannot read a text piece by piece. Give it the whole text.':
    'Ein Modell der Art {0} behält keine Schlüssel und Werte, sodass es einen Text nicht Stück für Stück lesen kann. Ihm den ganzen Text geben.',
  'Rows of a table are [n, width], found {0}.': 'Zeilen einer Tabelle sind [n, Breite], gefunden wurde {0}.',
  '{0} rows of a table came with {1} different numbers.':
    '{0} Zeilen einer Tabelle kamen mit {1} verschiedenen Nummern.',
  'Of a table [{0}, {1}] only the {2} rows that the texts name were loaded; asked for {3}.':
    'Von einer Tabelle [{0}, {1}] wurden nur die {2} Zeilen geladen, die die Texte nennen; verlangt wurde {3}.',
  'A {0} model predicts no next token, so that it cannot write.':
    'Ein Modell der Art {0} sagt kein nächstes Token vorher und kann also nicht schreiben.',
  'The model gave no logits.': 'Das Modell gab keine Logits.',
  'The text has no token {0}, which ends the texts of this {1} model and whose features stand for the whole. Add it at the end.':
    'Der Text hat kein Token {0}, das die Texte dieses Modells der Art {1} beendet und dessen Merkmale für das Ganze stehen. Es am Ende anfügen.',
  'The clip configuration lacks the field {0}_config; expected the fields of the {1} tower.':
    'Der Konfiguration von clip fehlt das Feld {0}_config; erwartet waren die Felder des Turms {1}.',
  'The gpt_neox configuration has rotary_pct = {0}, so that {1} of {2} numbers of a head rotate; expected an even whole number, because they rotate in pairs.':
    'Die Konfiguration von gpt_neox hat rotary_pct = {0}, sodass sich {1} von {2} Zahlen eines Kopfes drehen; erwartet war eine gerade ganze Zahl, weil sie sich in Paaren drehen.',
  'The resnet configuration has {0} inner channels in stage {1}; expected a multiple of {2} groups, above 0.':
    'Die Konfiguration von resnet hat {0} innere Kanäle in Stufe {1}; erwartet war ein Vielfaches von {2} Gruppen, über 0.',
  'The resnet configuration has groups or a base width with basic blocks; expected bottlenecks.':
    'Die Konfiguration von resnet hat Gruppen oder eine Grundbreite mit einfachen Blöcken; erwartet waren Engpässe.',
  'The {0} configuration has {1} {2} for {3} {4}; expected one for each stage.':
    'Die Konfiguration von {0} hat {1} {2} für {3} {4}; erwartet war eine je Stufe.',
  'The rnn_lm configuration has tie_word_embeddings = true; expected an embedding_size equal to hidden_size = {0}.':
    'Die Konfiguration von rnn_lm hat tie_word_embeddings = true; erwartet war eine embedding_size gleich hidden_size = {0}.',
  'The {0} configuration has a channel_std of 0; expected three numbers to divide by.':
    'Die Konfiguration von {0} hat ein channel_std von 0; erwartet waren drei Zahlen zum Teilen.',
  'The sequential configuration has a channel_std of 0; expected three numbers to divide by.':
    'Die Konfiguration von sequential hat ein channel_std von 0; erwartet waren drei Zahlen zum Teilen.',
  'The squeezenet configuration has a channel_std of 0; expected three numbers to divide by.':
    'Die Konfiguration von squeezenet hat ein channel_std von 0; erwartet waren drei Zahlen zum Teilen.',
  'The {0} does not fit the layer before it; expected an input of {1}.':
    '{0} passt nicht zur Schicht davor; erwartet war eine Eingabe von {1}.',
  'A squeezenet model takes images, not text.': 'Ein Modell der Art squeezenet nimmt Bilder, keinen Text.',
  'This squeezenet model takes images [batch, 3, {0}, {1}], found {2}.':
    'Dieses Modell der Art squeezenet nimmt Bilder [batch, 3, {0}, {1}], gefunden wurde {2}.',
  'The vgg configuration has images of {0} pixels, which its pools bring to {1}; expected 1 or more{2}.':
    'Die Konfiguration von vgg hat Bilder von {0} Bildpunkten, die das Zusammenfassen auf {1} bringt; erwartet war 1 oder mehr{2}.',
  ', at most 7': ', höchstens 7',
  'The vgg configuration has depth = {0}; expected one of 11, 13, 16, 19.':
    'Die Konfiguration von vgg hat depth = {0}; erwartet war 11, 13, 16 oder 19.',
  'A {0} model takes images here, not text.': 'Ein Modell der Art {0} nimmt hier Bilder, keinen Text.',
  'Tokens are [batch, token, d_model], found {0}.': 'Token sind [batch, token, d_model], gefunden wurde {0}.',
  'the model has no file of weights': 'das Modell hat keine Datei mit Gewichten',
  "the index of the weights' files is not one ({0}); expected an object with weight_map":
    'das Verzeichnis der Dateien mit Gewichten ist keines ({0}); erwartet war ein Objekt mit weight_map',
  "the index of the weights' files names no tensor":
    'das Verzeichnis der Dateien mit Gewichten nennt keinen Tensor',
  "the index of the weights' files names «{0}»; expected names of files that lie beside it":
    'das Verzeichnis der Dateien mit Gewichten nennt «{0}»; erwartet waren Namen von Dateien, die daneben liegen',
  'the index says that the tensor {0} lies in {1}, but that file lacks it; are these the files of one model?':
    'das Verzeichnis sagt, der Tensor {0} liege in {1}, dort fehlt er aber; sind das die Dateien eines Modells?',
  '{0} cannot be opened: {1}': '{0} lässt sich nicht öffnen: {1}',
};
