import type { Catalogue } from '../words';

/** Downloads, files and the worker. */
export const fetch: Catalogue = {
  '“{0}” is not an address of a hub. It should look like {1} or http://mirror.local:8080.':
    '„{0}“ ist keine Adresse eines Hubs. Sie sollte aussehen wie {1} oder http://mirror.local:8080.',
  'what {0} knows of {1}': 'was {0} über {1} weiß',
  'Finding {0} failed: {1} did not say which commit “{2}” is. If it is a plain file server and no hub, give the address of the model’s folder instead.':
    '{0} ließ sich nicht finden: {1} hat nicht gesagt, welcher Commit „{2}“ ist. Wenn es kein Hub ist, sondern ein einfacher Dateiserver, stattdessen die Adresse des Ordners mit dem Modell angeben.',
  'Reading {0} failed: {1} is not JSON. Check the address.':
    'Beim Lesen ({0}) ein Fehler: {1} ist kein JSON. Die Adresse prüfen.',
  'made from {0}': 'hergestellt aus {0}',
  nothing: 'nichts',
  'Opening your model failed: it needs a config.json, but given were {0}. Choose the whole folder.':
    'Das eigene Modell ließ sich nicht öffnen: Es braucht eine config.json, gegeben wurden aber {0}. Den ganzen Ordner auswählen.',
  'the list of models': 'die Liste der Modelle',
  'Opening your model failed: {0} names {1} files of weights, but {2} was not given. Choose the whole folder.':
    'Das eigene Modell ließ sich nicht öffnen: {0} nennt {1} Dateien mit Gewichten, aber {2} fehlt. Den ganzen Ordner auswählen.',
  'Opening your model failed: it needs a .safetensors file, but none was given. Choose a folder with config.json and model.safetensors.':
    'Das eigene Modell ließ sich nicht öffnen: Es braucht eine .safetensors-Datei, gegeben wurde keine. Einen Ordner mit config.json und model.safetensors auswählen.',
  'Opening your model failed: their names speak of {0} files of weights, but {1} was not given. Choose the whole folder.':
    'Das eigene Modell ließ sich nicht öffnen: Die Namen sprechen von {0} Dateien mit Gewichten, aber {1} fehlt. Den ganzen Ordner auswählen.',
  'Opening the model failed: {0} should name files that lie beside it, but it names no file. Fetch the index again.':
    'Das Modell ließ sich nicht öffnen: {0} sollte Dateien nennen, die daneben liegen, nennt aber keine. Das Verzeichnis neu holen.',
  'Opening the model failed: {0} should name files that lie beside it, but it names “{1}”. Fetch the index again.':
    'Das Modell ließ sich nicht öffnen: {0} sollte Dateien nennen, die daneben liegen, nennt aber „{1}“. Das Verzeichnis neu holen.',
  'the list of photographs': 'die Liste der Fotografien',
  'The list of photographs is empty; install them where the page is served from.':
    'Die Liste der Fotografien ist leer; sie müssen dort installiert werden, von wo die Seite kommt.',
  'the photograph “{0}”': 'das Foto „{0}“',
  'a config.json': 'eine config.json',
  'weights in safetensors': 'Gewichte als safetensors',
  'the configuration of {0}': 'die Konfiguration von {0}',
  'the tokeniser of {0}': 'der Tokenizer von {0}',
  'the list of parts of {0}': 'die Liste der Teile von {0}',
  'the weights of {0}': 'die Gewichte von {0}',
  'Opening {0} failed: it needs {1}, but the hub lists {2}{3}.':
    '{0} ließ sich nicht öffnen: Gebraucht wird {1}, der Hub nennt aber {2}{3}.',
  '{0} bytes': '{0} Byte',
  '{0} kB': '{0} kB',
  '{0} MB': '{0} MB',
  '{0} GB': '{0} GB',
  'Downloading {0} failed: {1} does not answer. Check that the server still runs, then try again.':
    'Download fehlgeschlagen ({0}): {1} antwortet nicht. Prüfen, ob der Server noch läuft, dann noch einmal versuchen.',
  'Downloading {0} from {1} failed: the host cannot be reached, or it does not allow other pages to read its files (CORS).{2} You can also download the files yourself and drop them here.':
    'Download von {1} fehlgeschlagen ({0}): Der Rechner ist nicht erreichbar, oder er erlaubt anderen Seiten nicht, seine Dateien zu lesen (CORS).{2} Die Dateien lassen sich auch von Hand herunterladen und hier ablegen.',
  'Check the address, or whether the file was installed where the page is served from.':
    'Die Adresse prüfen, oder ob die Datei dort installiert ist, von wo die Seite kommt.',
  'The host wants a login, as for models whose licence must be accepted first (“gated”): download the files yourself and drop them here.':
    'Der Server verlangt eine Anmeldung, etwa weil die Lizenz des Modells erst angenommen werden muss („gated“): die Dateien von Hand herunterladen und hier ablegen.',
  'The host wants fewer requests for now; wait a few minutes, then try again. What has arrived is kept.':
    'Der Server möchte gerade weniger Anfragen; ein paar Minuten warten, dann noch einmal versuchen. Was angekommen ist, bleibt erhalten.',
  'Try again later.': 'Später noch einmal versuchen.',
  'Downloading {0} failed: {1} answered {2}. {3}': 'Download fehlgeschlagen ({0}): {1} antwortete {2}. {3}',
  'Downloading {0} failed: {1} answered with a web page instead of the file.{2} Check the address: it must lead to the file itself.':
    'Download fehlgeschlagen ({0}): {1} antwortete mit einer Webseite statt mit der Datei.{2} Die Adresse prüfen: Sie muss zur Datei selbst führen.',
  'Downloading {0} gave {1}, but {2} were expected. The file at {3} is cut off or another one; fetch it again where the page is served from.':
    'Der Download ({0}) ergab {1}, erwartet waren aber {2}. Die Datei unter {3} ist abgeschnitten oder eine andere; sie dort neu holen, von wo die Seite kommt.',
  'Downloading {0} broke off after {1}. Check the connection and try again.':
    'Der Download ({0}) brach nach {1} ab. Die Verbindung prüfen und noch einmal versuchen.',
  'Reading {0} failed: the file at {1} changed on its server in the meantime. What was kept of it is dropped, so that old and new are not mixed; load the model again.':
    'Beim Lesen ({0}) ein Fehler: Die Datei unter {1} hat sich inzwischen auf ihrem Server geändert. Was davon aufbewahrt war, wird verworfen, damit sich Alt und Neu nicht mischen; das Modell neu laden.',
  '{0} have SHA-256 {1}…, but the list says {2}…. The file was changed or damaged, and is not kept; fetch it again where it is served from.':
    '{0}: Der SHA-256 ist {1}…, laut Liste aber {2}…. Die Datei wurde geändert oder beschädigt und wird nicht aufbewahrt; sie dort neu holen, von wo sie kommt.',
  'This browser has no room to keep more of {0}; what follows stays in memory and is fetched again next time. To make room, delete something under “Kept on this machine”.':
    'Dieser Browser hat keinen Platz, mehr davon aufzubewahren ({0}); was folgt, bleibt im Speicher und wird beim nächsten Mal neu geholt. Um Platz zu schaffen, unter „Auf diesem Rechner aufbewahrt“ etwas löschen.',
  'Downloading {0} stopped after {1} of {2}: this browser has no room to keep more. What has arrived is kept; to go on, delete something under “Kept on this machine”.':
    'Der Download ({0}) hielt nach {1} von {2} an: Dieser Browser hat keinen Platz, mehr aufzubewahren. Was angekommen ist, bleibt; um weiterzumachen, unter „Auf diesem Rechner aufbewahrt“ etwas löschen.',
  'Downloading {0} failed: the server of {1} sends whole files only, this browser keeps none, and {2} are too much for its memory. Use a server that answers range requests, or download the file yourself and drop it here.':
    'Download fehlgeschlagen ({0}): Der Server von {1} sendet nur ganze Dateien, dieser Browser bewahrt keine auf, und {2} sind zu viel für seinen Speicher. Einen Server verwenden, der Teile von Dateien sendet, oder die Datei von Hand herunterladen und hier ablegen.',
  'An address with /blob/ or /tree/ is a page about the file: use /resolve/ in its place.':
    'Eine Adresse mit /blob/ oder /tree/ ist eine Seite über die Datei: stattdessen /resolve/ verwenden.',
  'Reading {0} failed: asked for {1} bytes at {2}, but the file has {3}. It is cut off, or another file than its header says.':
    'Beim Lesen ({0}) ein Fehler: Verlangt waren {1} Byte ab {2}, die Datei hat aber {3}. Sie ist abgeschnitten oder eine andere, als ihr Kopf sagt.',
  'The download was cancelled.': 'Der Download wurde abgebrochen.',
  'the address is too long to be kept': 'die Adresse ist zu lang, um aufbewahrt zu werden',
  'Downloading {0} failed: asked for the bytes {1}–{2}, {3} answered with {4}–{5}. Its server or a cache on the way is at fault; try again later, or download the file yourself and drop it here.':
    'Download fehlgeschlagen ({0}): Verlangt waren die Bytes {1}–{2}, {3} antwortete mit {4}–{5}. Schuld ist der Server oder ein Zwischenspeicher auf dem Weg; später noch einmal versuchen oder die Datei von Hand herunterladen und hier ablegen.',
  'Deleting what is kept failed in part: another tab with this page is using it. Close that tab, then delete again.':
    'Das Aufbewahrte ließ sich nur zum Teil löschen: Ein anderer Tab mit dieser Seite verwendet es. Diesen Tab schließen, dann noch einmal löschen.',
  '{0} does not answer; what was kept of {1} on {2} is used.':
    '{0} antwortet nicht; verwendet wird, was am {2} aufbewahrt wurde ({1}).',
  'Downloading {0} failed: {1} does not say how long the file is. Download it yourself and drop it here.':
    'Download fehlgeschlagen ({0}): {1} sagt nicht, wie lang die Datei ist. Sie von Hand herunterladen und hier ablegen.',
  'This browser keeps no files for this page, so that {0} ({1}) are held in memory and fetched again next time.':
    'Dieser Browser bewahrt für diese Seite keine Dateien auf; im Speicher gehalten und beim nächsten Mal neu geholt: {0} ({1}).',
  'the list of data': 'die Liste der Daten',
  '{0} of {1}': '{0} von {1}',
  '{0} ({1} from {2}) has SHA-256 {3}…, but the list says {4}…. The file was changed or damaged; fetch it again where the page is served from.':
    '{0} ({1} von {2}): Der SHA-256 ist {3}…, laut Liste aber {4}…. Die Datei wurde geändert oder beschädigt; sie dort neu holen, von wo die Seite kommt.',
  'The run did not stop when asked, so the engine was restarted; your settings are kept.':
    'Der Lauf hielt nicht an, als er sollte, daher wurde der Rechenkern neu gestartet; die Einstellungen bleiben.',
  'the worker could not start': 'der Worker konnte nicht starten',
  'The run was cancelled.': 'Der Lauf wurde abgebrochen.',
  'It ran out of memory: try fewer sites or inputs, or a pooling other than “none”.':
    'Der Speicher reichte nicht: weniger Stellen oder Eingaben versuchen, oder ein anderes Pooling als „none“.',
  'Run it again; if it stops at the same place, try fewer sites or the other backend.':
    'Noch einmal laufen lassen; hält es an derselben Stelle an, weniger Stellen oder das andere Backend versuchen.',
  'The engine stopped in the middle of its work and was restarted; the model and your settings are kept. {0}':
    'Der Rechenkern brach mitten in der Arbeit ab und wurde neu gestartet; Modell und Einstellungen bleiben. {0}',
  'Reading {0} as an image failed: its {1} bytes are not an image that this browser can decode. Choose a JPEG, PNG or WebP file.':
    '{0} ließ sich nicht als Bild lesen: Seine {1} Byte sind kein Bild, das dieser Browser entschlüsseln kann. Eine JPEG-, PNG- oder WebP-Datei wählen.',
  '{0} is {1} × {2} pixels, but at most {3} a side are read; make it smaller.':
    '{0} hat {1} × {2} Bildpunkte, gelesen werden aber höchstens {3} je Seite; das Bild verkleinern.',
  'Decoding {0} failed: this browser gave no drawing surface. Close other tabs and try again.':
    '{0} ließ sich nicht entschlüsseln: Dieser Browser gab keine Zeichenfläche. Andere Tabs schließen und noch einmal versuchen.',
  'downloading {0}: {1}': 'Download: {0}: {1}',
  'comparing with the SHA-256': 'Vergleich mit dem SHA-256',
  'downloading all weights: {0}': 'Download aller Gewichte: {0}',
  '{0}, {1} downloaded': '{0}, {1} heruntergeladen',
  'Loading the engine failed: {0}. Check the connection, then try again.':
    'Der Rechenkern ließ sich nicht laden: {0}. Die Verbindung prüfen, dann noch einmal versuchen.',
  "Splitting the texts into tokens needs the model's tokenizer.json, which was not given; add it to the model's files.":
    'Um die Texte in Token zu zerlegen, braucht es die tokenizer.json des Modells, die nicht gegeben wurde; sie zu den Dateien des Modells legen.',
  'the run was cancelled': 'der Lauf wurde abgebrochen',
};
