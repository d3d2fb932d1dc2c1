import type { Catalogue } from '../words';

/** What is found at each site of a model. */
export const engineSites: Catalogue = {
  'The word embeddings.': 'Die Wort-Embeddings.',
  'The token embeddings.': 'Die Token-Embeddings.',
  'The position embeddings.': 'Die Positions-Embeddings.',
  'The embedding of token type 0, at each position.': 'Das Embedding der Token-Art 0, an jeder Position.',
  'full_embed = LayerNorm({0}), as in TransformerLens.':
    'full_embed = LayerNorm({0}), wie in TransformerLens.',
  'Log-probabilities of the token at each position, up to a constant, from the head for hidden tokens.':
    'Log-Wahrscheinlichkeiten des Tokens an jeder Position, bis auf eine Konstante, aus dem Kopf für verdeckte Token.',
  'Log-probabilities of the next token, up to a constant: the last norm through the unembedding.':
    'Log-Wahrscheinlichkeiten des nächsten Tokens, bis auf eine Konstante: die letzte Norm durch das Unembedding.',
  'pattern = softmax(q · k / √d_head); rows sum to 1.':
    'pattern = softmax(q · k / √d_head); Zeilen summieren sich zu 1.',
  'pattern = softmax(q · k / √d_head), causal; rows sum to 1.':
    'pattern = softmax(q · k / √d_head), kausal; Zeilen summieren sich zu 1.',
  'pattern = softmax(q · k), causal; rows sum to 1.':
    'pattern = softmax(q · k), kausal; Zeilen summieren sich zu 1.',
  'pattern = softmax(rot_q · rot_k / √d_head), causal; rows sum to 1.':
    'pattern = softmax(rot_q · rot_k / √d_head), kausal; Zeilen summieren sich zu 1.',
  'z = pattern · v, for each head.': 'z = pattern · v, für jeden Kopf.',
  "What attention adds: the heads' z through the output weights.":
    'Was die Aufmerksamkeit hinzufügt: z der Köpfe durch die Ausgabegewichte.',
  "What attention adds: the heads' z through the output weights":
    'Was die Aufmerksamkeit hinzufügt: z der Köpfe durch die Ausgabegewichte',
  'What the neurons add: post through the output weights.':
    'Was die Neuronen hinzufügen: post durch die Ausgabegewichte.',
  'What the neurons add: post through the output weights':
    'Was die Neuronen hinzufügen: post durch die Ausgabegewichte',
  "{0}, times the layer's scale.": '{0}, mal dem Maßstab der Schicht.',
  'Neurons before GELU.': 'Neuronen vor GELU.',
  'Neurons before {0}.': 'Neuronen vor {0}.',
  'Neurons: post = GELU(pre).': 'Neuronen: post = GELU(pre).',
  'Neurons: post = {0}(pre).': 'Neuronen: post = {0}(pre).',
  'Neurons: post = SiLU(pre) · pre_linear.': 'Neuronen: post = SiLU(pre) · pre_linear.',
  'Neurons: post = pre · sigmoid(1.702 pre).': 'Neuronen: post = pre · sigmoid(1,702 pre).',
  'Gates of the neurons, before SiLU.': 'Tore der Neuronen, vor SiLU.',
  'What the gates multiply.': 'Was die Tore multiplizieren.',
  'normalized_resid_post = LayerNorm(resid_post): the output of the block.':
    'normalized_resid_post = LayerNorm(resid_post): die Ausgabe des Blocks.',
  'ln_final_out where the text first ends.': 'ln_final_out, wo der Text zuerst endet.',
  'ln_final_out at the token with the highest id, which ends the text.':
    'ln_final_out am Token mit der höchsten Nummer, das den Text beendet.',
  'pooled in the space that image and text share, as long as it comes.':
    'pooled in dem Raum, den Bild und Text teilen, so lang, wie es kommt.',
  'The last resid_post less its mean, over its standard deviation, before gain and bias.':
    'Das letzte resid_post ohne sein Mittel, durch seine Standardabweichung, vor Verstärkung und Bias.',
  'resid_pre less its mean, over its standard deviation, before gain and bias.':
    'resid_pre ohne sein Mittel, durch seine Standardabweichung, vor Verstärkung und Bias.',
  'resid_mid less its mean, over its standard deviation, before gain and bias.':
    'resid_mid ohne sein Mittel, durch seine Standardabweichung, vor Verstärkung und Bias.',
  '{0} less its mean, over its standard deviation, before gain and bias.':
    '{0} ohne sein Mittel, durch seine Standardabweichung, vor Verstärkung und Bias.',
  'The last resid_post over its root mean square, before the gain.':
    'Das letzte resid_post durch seinen quadratischen Mittelwert, vor der Verstärkung.',
  'resid_pre over its root mean square, before the gain.':
    'resid_pre durch seinen quadratischen Mittelwert, vor der Verstärkung.',
  'resid_mid over its root mean square, before the gain.':
    'resid_mid durch seinen quadratischen Mittelwert, vor der Verstärkung.',
  'The last resid_post to mean 0 and variance 1, before gain and bias.':
    'Das letzte resid_post auf Mittel 0 und Varianz 1, vor Verstärkung und Bias.',
  'resid_pre to mean 0 and variance 1, before gain and bias.':
    'resid_pre auf Mittel 0 und Varianz 1, vor Verstärkung und Bias.',
  'resid_mid to mean 0 and variance 1, before gain and bias.':
    'resid_mid auf Mittel 0 und Varianz 1, vor Verstärkung und Bias.',
  'full_embed to mean 0 and variance 1, before gain and bias.':
    'full_embed auf Mittel 0 und Varianz 1, vor Verstärkung und Bias.',
  'The last norm with its gain and bias: the features that the model ends with.':
    'Die letzte Norm mit Verstärkung und Bias: die Merkmale, mit denen das Modell endet.',
  'Queries, before the rotation.': 'Anfragen, vor der Drehung.',
  'Keys, before the rotation.': 'Schlüssel, vor der Drehung.',
  'Queries, the first {0} numbers of each head rotated by position.':
    'Anfragen, die ersten {0} Zahlen jedes Kopfes nach Position gedreht.',
  'Keys, the first {0} numbers of each head rotated by position.':
    'Schlüssel, die ersten {0} Zahlen jedes Kopfes nach Position gedreht.',
  'before their norm and the rotation': 'vor ihrer Norm und der Drehung',
  'before the rotation': 'vor der Drehung',
  'normalised in each head, then rotated': 'in jedem Kopf normiert, dann gedreht',
  'Queries, {0}.': 'Anfragen, {0}.',
  'Keys, {0}.': 'Schlüssel, {0}.',
  'Queries, {0} by position.': 'Anfragen, {0} nach Position.',
  'Keys, {0} by position.': 'Schlüssel, {0} nach Position.',
  'Its blocks are parallel: attention and MLP read the same residual stream, resid_pre, and add to it together, so that no stream lies between them.':
    'Seine Blöcke sind parallel: Aufmerksamkeit und MLP lesen denselben Residualstrom, resid_pre, und fügen zusammen hinzu, sodass kein Strom zwischen ihnen liegt.',
  'The preprocessed pixels.': 'Die vorbereiteten Bildpunkte.',
  'The preprocessed pixels, grey where the network takes one channel.':
    'Die vorbereiteten Bildpunkte, grau, wenn das Netz einen Kanal nimmt.',
  'logits = {0}: the output.': 'logits = {0}: die Ausgabe.',
  'logits = {0}: the output, whatever it means.': 'logits = {0}: die Ausgabe, was immer sie bedeutet.',
  'Convolution, before any nonlinearity.': 'Faltung, vor jeder Nichtlinearität.',
  'Batch normalisation by running statistics.': 'Batch-Normierung mit laufender Statistik.',
  'Leaky rectifier: the number itself above 0, a share of it below.':
    'Undichter Gleichrichter: über 0 die Zahl selbst, darunter ein Teil von ihr.',
  'Largest value under each window.': 'Größter Wert unter jedem Fenster.',
  'Largest value under a 3 × 3 window of stride 2.':
    'Größter Wert unter einem Fenster 3 × 3 mit Schrittweite 2.',
  'Largest value under a 2 × 2 window of stride 2.':
    'Größter Wert unter einem Fenster 2 × 2 mit Schrittweite 2.',
  'Mean over space.': 'Mittel über den Raum.',
  'First convolution, 3 × 3 of stride 2, normalised, cut to 0..6.':
    'Erste Faltung, 3 × 3 mit Schrittweite 2, normiert, auf 0..6 begrenzt.',
  'Last convolution, 1 × 1, normalised, cut to 0..6.': 'Letzte Faltung, 1 × 1, normiert, auf 0..6 begrenzt.',
  'avgpool = mean of {0} over space.': 'avgpool = Mittel von {0} über den Raum.',
  'avgpool = mean of the last block over space.': 'avgpool = Mittel des letzten Blocks über den Raum.',
  'Scores of the classes.': 'Punkte der Klassen.',
  'More channels, by 1 × 1, normalised, cut to 0..6.':
    'Mehr Kanäle, durch 1 × 1, normiert, auf 0..6 begrenzt.',
  '3 × 3 on each channel by itself, normalised, cut to 0..6.':
    '3 × 3 auf jedem Kanal für sich, normiert, auf 0..6 begrenzt.',
  'Fewer channels, by 1 × 1, normalised.': 'Weniger Kanäle, durch 1 × 1, normiert.',
  'First convolution, 7 × 7 of stride 2, normalised and rectified.':
    'Erste Faltung, 7 × 7 mit Schrittweite 2, normiert und gleichgerichtet.',
  'normalised, not rectified': 'normiert, nicht gleichgerichtet',
  'normalised and rectified': 'normiert und gleichgerichtet',
  'Convolution, {0} × {1}, {2}.': 'Faltung, {0} × {1}, {2}.',
  'What the block adds: {0}.': 'Was der Block hinzufügt: {0}.',
  "The block's input through a 1 × 1 convolution, normalised.":
    'Die Eingabe des Blocks durch eine Faltung 1 × 1, normiert.',
  "The block's input: {0}.": 'Die Eingabe des Blocks: {0}.',
  "1 at the token's place, 0 elsewhere.": '1 an der Stelle des Tokens, sonst 0.',
  'Scores of the next token.': 'Punkte des nächsten Tokens.',
  'The cell: c = f · (c before) + i · g. A change here changes h at the same position.':
    'Die Zelle: c = f · (c vorher) + i · g. Ein Eingriff hier ändert h an derselben Position.',
  'The hidden state: h = o · tanh(c). A change here reaches the layers above.':
    'Der verborgene Zustand: h = o · tanh(c). Ein Eingriff hier erreicht die Schichten darüber.',
  'The hidden state: h = (1 − z) · n + z · (h before). A change reaches the layers above.':
    'Der verborgene Zustand: h = (1 − z) · n + z · (h vorher). Ein Eingriff erreicht die Schichten darüber.',
  'The hidden state: tanh(W x + U (h before)). A change reaches the layers above.':
    'Der verborgene Zustand: tanh(W x + U (h vorher)). Ein Eingriff erreicht die Schichten darüber.',
  'The hidden state: max(W x + U (h before), 0). A change reaches the layers above.':
    'Der verborgene Zustand: max(W x + U (h vorher), 0). Ein Eingriff erreicht die Schichten darüber.',
  'Dense layer: weight · x + bias.': 'Dichte Schicht: Gewicht · x + Bias.',
  'The same numbers in one list.': 'Dieselben Zahlen in einer Liste.',
  'Normalised over the last dimension, with gain and bias.':
    'Über die letzte Dimension normiert, mit Verstärkung und Bias.',
  'Divided by the root mean square over the last dimension, with gain.':
    'Durch den quadratischen Mittelwert über die letzte Dimension geteilt, mit Verstärkung.',
  'A function of each number.': 'Eine Funktion jeder Zahl.',
  'The same numbers: dropout is for training only.': 'Dieselben Zahlen: Dropout gibt es nur beim Training.',
  'First convolution, 3 × 3 of stride 2, after its ReLU.':
    'Erste Faltung, 3 × 3 mit Schrittweite 2, nach ihrer ReLU.',
  'Squeeze, 1 × 1, after its ReLU.': 'Verengung, 1 × 1, nach ihrer ReLU.',
  'Expansion by 1 × 1, after its ReLU.': 'Erweiterung durch 1 × 1, nach ihrer ReLU.',
  'Expansion by 3 × 3, after its ReLU.': 'Erweiterung durch 3 × 3, nach ihrer ReLU.',
  '{0} = concat({1}.expand1x1, {2}.expand3x3) along the channels.':
    '{0} = concat({1}.expand1x1, {2}.expand3x3) entlang der Kanäle.',
  'A map for each class, 1 × 1, after its ReLU.': 'Eine Karte je Klasse, 1 × 1, nach ihrer ReLU.',
  'A map for each class, 1 × 1, without ReLU.': 'Eine Karte je Klasse, 1 × 1, ohne ReLU.',
  'logits = mean of conv10 over space.': 'logits = Mittel von conv10 über den Raum.',
  'Convolution, 3 × 3, normalised.': 'Faltung, 3 × 3, normiert.',
  'Convolution, 3 × 3.': 'Faltung, 3 × 3.',
  'Means of 7 × 7 shares of the last map.': 'Mittel von 7 × 7 Teilen der letzten Karte.',
  'First dense layer, before its ReLU.': 'Erste dichte Schicht, vor ihrer ReLU.',
  'Second dense layer, before its ReLU.': 'Zweite dichte Schicht, vor ihrer ReLU.',
  'resid_pre = full_embed through the first norm.': 'resid_pre = full_embed durch die erste Norm.',
  'The class token of ln_final_out.': 'Das Klassen-Token von ln_final_out.',
  'The class token, then each patch through one dense layer, row by row.':
    'Das Klassen-Token, dann jeder Ausschnitt durch eine dichte Schicht, Zeile für Zeile.',
  'The class token, the registers, then each patch through one dense layer, row by row.':
    'Das Klassen-Token, die Register, dann jeder Ausschnitt durch eine dichte Schicht, Zeile für Zeile.',
  'The class and the distillation token, then each patch through one dense layer, row by row.':
    'Das Klassen- und das Destillations-Token, dann jeder Ausschnitt durch eine dichte Schicht, Zeile für Zeile.',
  'The position embeddings, the same for every image.': 'Die Positions-Embeddings, für jedes Bild dieselben.',
  'The position embeddings, the same for every image; 0 for registers.':
    'Die Positions-Embeddings, für jedes Bild dieselben; 0 für Register.',
  'pooled through the classifier.': 'pooled durch den Klassifikator.',
  "pooled beside the mean of the patches' ln_final_out, through the classifier.":
    'pooled neben dem Mittel von ln_final_out der Ausschnitte, durch den Klassifikator.',
  'Logits from the class token.': 'Logits aus dem Klassen-Token.',
  'Logits from the distillation token, trained on what a teacher answered.':
    'Logits aus dem Destillations-Token, trainiert auf das, was ein Lehrer antwortete.',
};
