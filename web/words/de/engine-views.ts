import type { Catalogue } from '../words';

/** Closer looks. */
export const engineViews: Catalogue = {
  'head {0}.{1}': 'Kopf {0}.{1}',
  'the {0} of layer {1}': '{0} der Schicht {1}',
  'Without {0} the model loses most, then without {1}; the measure is {2} with all.':
    'Ohne {0} verliert das Modell am meisten, dann ohne {1}; das Maß ist {2} mit allen.',
  'Without {0} the model loses most; the measure is {1} with all.':
    'Ohne {0} verliert das Modell am meisten; das Maß ist {1} mit allen.',
  'There is nothing to ablate.': 'Es gibt nichts zu entfernen.',
  'one head’s z': 'z eines Kopfes',
  'what one part of a layer adds': 'was ein Teil einer Schicht beiträgt',
  'Grid of {0} layers by {1} parts. {2}': 'Raster von {0} Schichten mal {1} Teilen. {2}',
  'change, {0}': 'Änderung, {0}',
  'What is lost without {0}': 'Was verloren geht ohne {0}',
  'a head': 'einen Kopf',
  'a part of a layer': 'einen Teil einer Schicht',
  'head scores': 'Kennzahlen der Köpfe',
  'scoring heads': 'Köpfe werden bewertet',
  ', then {0}': ', dann {0}',
  'Head {0} scores highest as {1} ({2}){3}.': 'Kopf {0} hat den höchsten Wert als {1} ({2}){3}.',
  '{0} {1} of {2} random tokens that come twice (seed {3})':
    '{0} {1} aus {2} zufälligen Token, die zweimal kommen (Startwert {3})',
  'the {0} of {1} texts in which a token comes again':
    'die {0} von {1} Texten, in denen ein Token wiederkehrt',
  'the {0} texts': 'die {0} Texte',
  'Grid of {0} layers by {1} heads of {2}. {3}': 'Raster von {0} Schichten mal {1} Köpfen: {2}. {3}',
  '{0} On {1}.': '{0} Auf: {1}.',
  'Which heads are {0}s': 'Welche Köpfe {0}s sind',
  'a previous-token head': 'ein Kopf für das vorige Token',
  'a duplicate-token head': 'ein Kopf für gleiche Token',
  'an induction head': 'ein Induktionskopf',
  'a copying head': 'ein Kopierkopf',
  'the logit of “{0}” after {1}': 'der Logit von „{0}“ nach {1}',
  'the loss of {0}': 'der Verlust von {0}',
  'nats a token': 'nats je Token',
  'the loss of {0} random tokens that come again (seed {1})':
    'der Verlust von {0} zufälligen Token, die wiederkehren (Startwert {1})',
  'next tokens': 'nächste Token',
  'attention patterns': 'Aufmerksamkeitsmuster',
  'numerical panel': 'numerische Tafel',
  'the number of neurons': 'die Zahl der Neuronen',
  'There is no neuron to ablate.': 'Es gibt kein Neuron zu entfernen.',
  'Without neuron {0}.{1} the model loses most of these {2} ({3} {4}); the measure is {5} with all.':
    'Ohne Neuron {0}.{1} verliert das Modell von diesen {2} am meisten ({3} {4}); das Maß ist {5} mit allen.',
  'Table of {0} neurons with what is lost without each. {1}':
    'Tabelle von {0} Neuronen mit dem, was ohne jedes verloren geht. {1}',
  'What is lost without a neuron': 'Was ohne ein Neuron verloren geht',
  'gradient · activation': 'Gradient · Aktivierung',
  'the number of next tokens to list': 'die Zahl der aufgeführten nächsten Token',
  ' and {0}': ' und {0}',
  'After {0} the likeliest next token is {1}, then {2}{3}; the {4} listed hold {5}.':
    'Nach {0} ist das wahrscheinlichste nächste Token {1}, dann {2}{3}; die {4} aufgeführten halten {5}.',
  'After {0} the likeliest next token is {1}.': 'Nach {0} ist das wahrscheinlichste nächste Token {1}.',
  'After {0} no token follows.': 'Nach {0} folgt kein Token.',
  'Table of the {0} likeliest next tokens with their probabilities. {1}':
    'Tabelle der {0} wahrscheinlichsten nächsten Token mit ihren Wahrscheinlichkeiten. {1}',
  'What comes next after {0}': 'Was als Nächstes kommt nach {0}',
  'measuring numbers': 'die Zahlen werden gemessen',
  'The largest number is {0} at {1}': 'Die größte Zahl ist {0} bei {1}',
  'all are finite': 'alle sind endlich',
  '{0} are NaN or infinite, first at {1}': '{0} sind NaN oder unendlich, zuerst bei {1}',
  'Table of {0} sites with the size of their numbers. {1}':
    'Tabelle von {0} Stellen mit der Größe ihrer Zahlen. {1}',
  'Numbers at each site over {0} {1}: largest magnitude, root mean square, how many are NaN or infinite, share of exact zeros; and on a graphics device the largest difference from the CPU on the first stimulus, relative to the site’s largest number.':
    'Zahlen an jeder Stelle über {0} {1}: größter Betrag, quadratisches Mittel, wie viele NaN oder unendlich sind, Anteil exakter Nullen; und auf einem Grafikgerät der größte Unterschied zur CPU beim ersten Stimulus, relativ zur größten Zahl der Stelle.',
  'as the model’s activations': 'wie die Aktivierungen des Modells',
  'How large the numbers are': 'Wie groß die Zahlen sind',
  'largest |x|': 'größtes |x|',
  'root mean square': 'quadratisches Mittel',
  'NaN or infinite': 'NaN oder unendlich',
  'exact zeros': 'exakte Nullen',
  'off the CPU': 'Abweichung von der CPU',
  'The CPU ran the model, so that there is nothing to check it against.':
    'Das Modell lief auf der CPU, daher gibt es nichts, womit es zu prüfen wäre.',
  'The graphics device agrees with the CPU within {0}: at most {1} off, at {2}.':
    'Das Grafikgerät stimmt mit der CPU bis auf {0} überein: höchstens {1} daneben, bei {2}.',
  'The graphics device does not agree with the CPU: {0} off at {1}, where {2} is allowed; trust the CPU’s numbers.':
    'Das Grafikgerät stimmt nicht mit der CPU überein: {0} daneben bei {1}, wo {2} erlaubt ist; den Zahlen der CPU trauen.',
  '{0} tokens (“{1}”)': '{0} Token („{1}“)',
  'There is no place to patch.': 'Es gibt keinen Platz zum Einsetzen.',
  '{0}.{1} at position {2}': '{0}.{1} an Position {2}',
  'The clean value of {0} brings back {1} of the logit difference between “{2}” and “{3}”, which is {4} after the clean prompt and {5} after the corrupt one.':
    'Der saubere Wert von {0} bringt {1} der Logit-Differenz zwischen „{2}“ und „{3}“ zurück, die nach dem sauberen Prompt {4} und nach dem verfälschten {5} ist.',
  'Activation patching: {0} of the run on {1} put into the run on {2}, one place at a time; share of the logit difference at the last of {3} tokens that comes back (0: as in the corrupt run, 1: as in the clean one).':
    'Activation Patching: {0} des Laufs auf {1} in den Lauf auf {2} eingesetzt, ein Platz nach dem anderen; Anteil der Logit-Differenz am letzten von {3} Token, der zurückkehrt (0: wie im verfälschten Lauf, 1: wie im sauberen).',
  'a head’s z at all positions': 'z eines Kopfes an allen Positionen',
  '{0} at one position': '{0} an einer Position',
  'Grid of {0} layers by {1} {2}. {3}': 'Raster von {0} Schichten mal {1} {2}. {3}',
  'restored share': 'zurückgekehrter Anteil',
  'Where {0} tells the prompts apart': 'Wo {0} die Prompts unterscheidet',
  'the number of tokens to show': 'die Zahl der gezeigten Token',
  'With one token every head looks at it alone.': 'Mit einem Token schaut jeder Kopf nur darauf.',
  '{0} of {1} heads give more than half of their attention to the first token, “{2}”; head {3} looks most at the token before ({4}).':
    '{0} von {1} Köpfen geben mehr als die Hälfte ihrer Aufmerksamkeit dem ersten Token, „{2}“; Kopf {3} schaut am meisten auf das vorige Token ({4}).',
  " Only the first {0} of the text's {1} tokens are read.":
    ' Nur die ersten {0} der {1} Token des Textes werden gelesen.',
  'Attention patterns of {0} heads in each of {1} layers on the {2} tokens of {3}. {4}':
    'Aufmerksamkeitsmuster von {0} Köpfen in jeder von {1} Schichten auf den {2} Token von {3}. {4}',
  'Attention after the softmax: rows are the tokens that look (queries), columns the tokens looked at (keys); each row sums to 1.{0}':
    'Aufmerksamkeit nach dem Softmax: Zeilen sind die Token, die schauen (Queries), Spalten die angeschauten (Keys); jede Zeile summiert sich zu 1.{0}',
  'share of attention': 'Anteil der Aufmerksamkeit',
  'Where each head looks in {0}': 'Wohin jeder Kopf schaut in {0}',
  'the number of random tokens': 'die Zahl der zufälligen Token',
  'the number of random texts': 'die Zahl der zufälligen Texte',
  'the number of new tokens': 'die Zahl der neuen Token',
  'the number of beams': 'die Zahl der Beams',
  'After {0} the model writes nothing.': 'Nach {0} schreibt das Modell nichts.',
  'After {0} the likeliest of {1} texts is {2} (log-probability {3} nats).':
    'Nach {0} ist der wahrscheinlichste von {1} Texten {2} (Log-Wahrscheinlichkeit {3} nats).',
  'After {0} the model writes {1}{2}.': 'Nach {0} schreibt das Modell {1}{2}.',
  'The likeliest token each time': 'Jedes Mal das wahrscheinlichste Token',
  ', the {0} likeliest tokens': ', die {0} wahrscheinlichsten Token',
  'Drawn at random: temperature {0}{1}, top-p {2}, seed {3}':
    'Zufällig gezogen: Temperatur {0}{1}, top-p {2}, Startwert {3}',
  'Beam search of width {0}': 'Beam-Suche der Breite {0}',
  'Text that the model writes on, token by token. {0}':
    'Text, den das Modell fortschreibt, Token für Token. {0}',
  "{0}. A token's probability is the model's own, given all before it, whatever the way it was chosen.":
    '{0}. Die Wahrscheinlichkeit eines Tokens ist die des Modells selbst, gegeben alles davor, wie auch immer es gewählt wurde.',
  'How the model goes on from {0}': 'Wie das Modell weitermacht nach {0}',
  'the model gave no logits': 'das Modell gab keine Logits',
  "Softmax of the logits at the last of the prompt's {0} tokens, over the whole vocabulary.":
    'Softmax der Logits am letzten der {0} Token des Prompts, über das ganze Vokabular.',
  'the logits of “{0}” and “{1}” differ by {2} after the clean prompt and by {3} after the corrupt one; there is nothing between them to restore. Choose prompts that the model answers differently':
    'die Logits von „{0}“ und „{1}“ unterscheiden sich nach dem sauberen Prompt um {2} und nach dem verfälschten um {3}; dazwischen gibt es nichts zurückzubringen. Prompts wählen, auf die das Modell verschieden antwortet',
  'The model has no heads.': 'Das Modell hat keine Köpfe.',
  'Ablation: {0} set to {1}, one at a time; change of {2} by it.':
    'Ablation: {0}, eins nach dem anderen gesetzt auf: {1}; wie sich {2} dadurch ändert.',
  'Ablation of neurons (mlp_post): each set to {0}, one at a time; change of {1} by it. Attribution: gradient · activation, summed over positions.':
    'Ablation von Neuronen (mlp_post): jedes einzeln gesetzt auf: {0}; wie sich {1} dadurch ändert. Attribution: Gradient · Aktivierung, summiert über Positionen.',
  '; of its {0} tokens the least expected is {1} ({2})':
    '; von seinen {0} Token ist das am wenigsten erwartete {1} ({2})',
  'its mean over the text': 'sein Mittel über den Text',
};
