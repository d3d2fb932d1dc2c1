import type { Catalogue } from '../words';

/** Figures and notices of the bench. */
export const engineBench: Catalogue = {
  'first array': 'erstes Array',
  'second array': 'zweites Array',
  'key heads': 'Key-Köpfe',
  '{0} heads': '{0} Köpfe',
  '{0} channels': '{0} Kanäle',
  '{0}×{1} products ran at {2} GFLOP/s on the CPU': '{0}×{1}-Produkte liefen mit {2} GFLOP/s auf der CPU',
  'The CPU runs, since {0}. {1}.': 'Die CPU rechnet, denn: {0}. {1}.',
  'You asked for the CPU. {0} and {1} on {2}.': 'Verlangt war die CPU. {0} und {1} auf {2}.',
  'You asked for the GPU. {0} and {1} on {2}.': 'Verlangt war die GPU. {0} und {1} auf {2}.',
  'The GPU was faster: {0} and {1} on {2}.': 'Die GPU war schneller: {0} und {1} auf {2}.',
  'The CPU was faster: {0} and {1} on {2}.': 'Die CPU war schneller: {0} und {1} auf {2}.',
  'CPU, one thread': 'CPU, ein Thread',
  'no graphics device': 'kein Grafikgerät',
  ' (software adapter)': ' (Software-Adapter)',
  'largest storage binding, bytes': 'größte Speicherbindung, Byte',
  'largest buffer, bytes': 'größter Puffer, Byte',
  'workgroup memory, bytes': 'Speicher der Arbeitsgruppe, Byte',
  'threads in a workgroup': 'Threads je Arbeitsgruppe',
  'weights and model': 'Gewichte und Modell',
  '{0} and {1} are most alike ({2}), {3} and {4} least ({5}).':
    '{0} und {1} sind am ähnlichsten ({2}), {3} und {4} am wenigsten ({5}).',
  'How like the others {0} is, and how sure that is':
    'Wie ähnlich {0} den anderen ist und wie sicher das ist',
  '{0} is most like {1}: {2} is {3}, 95 % interval {4} to {5}.':
    '{0} ist {1} am ähnlichsten: {2} ist {3}, 95-%-Intervall {4} bis {5}.',
  '{0} sites, each a point with the interval of its likeness to {1}. {2}':
    '{0} Stellen, jede ein Punkt mit dem Intervall ihrer Ähnlichkeit mit {1}. {2}',
  'The similarity is shown without intervals, which may take longer than a second with this measure and so many stimuli and units; under Analysis they can be asked for.':
    'Die Ähnlichkeit ist ohne Intervalle gezeigt, die mit diesem Maß und so vielen Stimuli und Einheiten länger als eine Sekunde dauern können; unter Analyse lassen sie sich verlangen.',
  'The similarity is shown without intervals, which would take minutes with so many stimuli and units; for them take linear CKA or fewer sites.':
    'Die Ähnlichkeit ist ohne Intervalle gezeigt, die bei so vielen Stimuli und Einheiten Minuten dauern würden; dafür lineares CKA oder weniger Stellen nehmen.',
  '{0} and {1} agree at {2}.': '{0} und {1} stimmen zu {2} überein.',
  'no site': 'keine Stelle',
  '{0} RDMs by {1} distance.': '{0} RDMs nach dem Abstand {1}.',
  '{0} by {1} matrix of {2} between sites in forward order. {3}':
    '{0}-mal-{1}-Matrix von {2} zwischen Stellen in der Reihenfolge des Durchlaufs. {3}',
  'At {0}, {1} and {2} lie closest ({3}), {4} and {5} farthest ({6}).':
    'Bei {0} liegen {1} und {2} am nächsten beieinander ({3}), {4} und {5} am weitesten auseinander ({6}).',
  'One stimulus at {0}: nothing to compare.': 'Ein Stimulus bei {0}: nichts zu vergleichen.',
  'Representational dissimilarity matrix (RDM) of {0}: {1}': 'Matrix der Unähnlichkeiten (RDM) von {0}: {1}',
  '{0} by {1} matrix of {2} distances between stimuli at {3}. {4}':
    '{0}-mal-{1}-Matrix der Abstände ({2}) zwischen Stimuli bei {3}. {4}',
  'Two directions hold {0} % of the variance of {1}.': 'Zwei Richtungen halten {0} % der Varianz von {1}.',
  'Map of {0} stimuli on the first two principal components of {1}. {2}':
    'Karte von {0} Stimuli auf den ersten zwei Hauptkomponenten von {1}. {2}',
  'Principal components of {0} (columns centred, covariance with n − 1); distances in activation units.':
    'Hauptkomponenten von {0} (Spalten zentriert, Kovarianz mit n − 1); Abstände in Einheiten der Aktivierung.',
  'component 1 ({0} % of variance)': 'Komponente 1 ({0} % der Varianz)',
  'component 2 ({0} % of variance)': 'Komponente 2 ({0} % der Varianz)',
  'The activations spread over {0} dimensions at {1}, over {2} at {3} (at most {4}).':
    'Die Aktivierungen verteilen sich auf {0} Dimensionen bei {1}, auf {2} bei {3} (höchstens {4}).',
  'The activations spread over {0} dimensions at {1}.':
    'Die Aktivierungen verteilen sich auf {0} Dimensionen bei {1}.',
  'No site was captured.': 'Keine Stelle wurde aufgezeichnet.',
  'Line of the participation ratio at {0} sites in forward order. {1}':
    'Linie der Participation Ratio an {0} Stellen in der Reihenfolge des Durchlaufs. {1}',
  'Participation ratio (Σλ)² / Σλ² of the covariance over stimuli: how many directions the stimuli spread over; bounded by n − 1.':
    'Participation Ratio (Σλ)² / Σλ² der Kovarianz über die Stimuli: auf wie viele Richtungen sich die Stimuli verteilen; begrenzt durch n − 1.',
  'participation ratio': 'Participation Ratio',
  'logit lens': 'Logit-Linse',
  'After the last token the model says “{0}” ({1} %, entropy {2} nats); that guess stands from {3} on.{4}':
    'Nach dem letzten Token sagt das Modell „{0}“ ({1} %, Entropie {2} nats); diese Vermutung steht ab {3}.{4}',
  'Table of the most probable next token at {0} layers and {1} positions of “{2}”. {3}':
    'Tabelle des wahrscheinlichsten nächsten Tokens in {0} Schichten und an {1} Positionen von „{2}“. {3}',
  " Of the text's own next tokens the last layer ranks {0} of {1} first (median rank {2}).":
    ' Von den wirklich folgenden Token des Textes setzt die letzte Schicht {0} von {1} an die erste Stelle (mittlerer Rang {2}).',
  'the tensor {0} lies in two files of the model, {1} and {2}; are they parts of one model?':
    'der Tensor {0} liegt in zwei Dateien des Modells, {1} und {2}; sind es Teile eines Modells?',
  'the weights do not fit the config: {0} should have shape {1} but has {2} in {3}; are config.json and the weights of one model?':
    'die Gewichte passen nicht zur Konfiguration: {0} sollte die Form {1} haben, hat aber {2} in {3}; gehören config.json und Gewichte zu einem Modell?',
  'reading weights': 'Gewichte werden gelesen',
  'The weights {0} hold {1} numbers that are NaN or infinite.':
    'In den Gewichten {0} sind {1} Zahlen NaN oder unendlich.',
  'In all, {0} weights in {1} tensors are NaN or infinite.':
    'Insgesamt sind {0} Gewichte in {1} Tensoren NaN oder unendlich.',
  'Sites are compared from {0} stimuli on; with {1} there are only the closer looks.':
    'Stellen werden ab {0} Stimuli verglichen; mit {1} gibt es nur die genaueren Blicke.',
  'f32 model, f64 analysis': 'f32-Modell, f64-Analyse',
  'At {0} sites, {1} to {2}, one direction holds nearly all variance. In language models that is usually the first token, whose activations are huge and drown the mean; compare with pooling “last”, without the embedding where all texts end in the same token.':
    'An {0} Stellen, {1} bis {2}, hält eine Richtung fast die ganze Varianz. In Sprachmodellen ist das meist das erste Token, dessen Aktivierungen riesig sind und das Mittel überdecken; mit dem Pooling „last“ vergleichen, ohne das Embedding, wo alle Texte auf dasselbe Token enden.',
  'CPU (candle-core)': 'CPU (candle-core)',
  ', software adapter': ', Software-Adapter',
  'hashing the weights': 'SHA-256 der Gewichte wird berechnet',
  'running the model': 'das Modell läuft',
  'checking the sites': 'die Stellen werden geprüft',
  '{0} made-up tokens': '{0} erfundenen Token',
  'made up': 'erfunden',
  'one made-up image': 'einem erfundenen Bild',
  'Only {0} was captured; add sites to compare.':
    'Nur {0} wurde aufgezeichnet; Stellen zum Vergleichen hinzufügen.',
  'You asked for the GPU, but {0}; the CPU runs instead.':
    'Verlangt war die GPU, aber: {0}; stattdessen rechnet die CPU.',
  'The logit lens is left out, since it would read all weights of this large model; add the site “logits” to have it.':
    'Die Logit-Linse ist weggelassen, da sie alle Gewichte dieses großen Modells lesen würde; für sie die Stelle „logits“ hinzufügen.',
  'Logit lens: the residual stream at each layer through the final norm and the unembedding; each cell is the most probable next token, with its probability, the entropy of the whole distribution, and the rank of the token that follows.':
    'Logit-Linse: der Residualstrom in jeder Schicht durch die letzte Norm und das Unembedding; jede Zelle ist das wahrscheinlichste nächste Token, mit seiner Wahrscheinlichkeit, der Entropie der ganzen Verteilung und dem Rang des Tokens, das folgt.',
  'The text has no tokens.': 'Der Text hat keine Token.',
  'The model was changed on its way: {0}.': 'In das Modell wurde unterwegs eingegriffen: {0}.',
  'Reads characters, the same text as the small transformers; it writes, but copies little.':
    'Liest Zeichen, denselben Text wie die kleinen Transformer; schreibt, kopiert aber wenig.',
  'Names ten garments; {0} % of the 10,000 test images.':
    'Benennt zehn Kleidungsstücke; {0} % der 10.000 Testbilder.',
  'Reads characters. Looks stated facts up (100 % right on new ones) by {0} above all, and copies what it saw once by the same mechanism (induction).':
    'Liest Zeichen. Schlägt genannte Fakten nach (100 % richtig bei neuen), vor allem durch {0}, und kopiert durch denselben Mechanismus (Induktion), was es einmal sah.',
  'Names ten garments; {0} % of the 10,000 test images. Grey images as three equal channels.':
    'Benennt zehn Kleidungsstücke; {0} % der 10.000 Testbilder. Graue Bilder als drei gleiche Kanäle.',
  'Class names from {0} (MIT).': 'Klassennamen aus {0} (MIT).',
};
