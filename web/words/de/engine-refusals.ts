import type { Catalogue } from '../words';

const REMOVE = 'unter „Genauer hinsehen“ entfernen';

/** Why a recipe or a closer look cannot be run. */
export const engineRefusals: Catalogue = {
  'the {0} has shape {1}, but activations have two dimensions, [n_stimuli, n_units]; flatten or pool the rest first':
    '{0} hat die Form {1}, Aktivierungen haben aber zwei Dimensionen, [n_stimuli, n_units]; den Rest vorher flach machen oder zusammenfassen',
  'the {0} has shape {1}, but this measure compares RDMs: square [n, n], or the upper triangle as one row; make them first with `rdm`':
    '{0} hat die Form {1}, dieses Maß vergleicht aber RDMs: quadratisch [n, n] oder das obere Dreieck als eine Zeile; sie vorher mit `rdm` machen',
  'pooling `{0}` chooses a token, and {1} of these images has none; choose `none` or `mean`':
    'das Zusammenfassen `{0}` wählt ein Token, und {1} dieser Bilder hat keines; `none` oder `mean` wählen',
  '{0} holds a matrix of positions for each head, so it has no one vector a position to pool; capture it with pooling `none`':
    '{0} enthält je Kopf eine Matrix von Positionen, also keinen einen Vektor je Position zum Zusammenfassen; mit `none` aufnehmen',
  'a text has no tokens, so there is nothing to pool; remove empty lines':
    'ein Text hat keine Token, es gibt also nichts zusammenzufassen; leere Zeilen entfernen',
  'the texts have different numbers of tokens, so their unpooled activations at {0} cannot be compared; choose pooling `mean`, `last` or `cls`':
    'die Texte haben verschieden viele Token, sodass sich ihre Aktivierungen an {0} ohne Zusammenfassen nicht vergleichen lassen; `mean`, `last` oder `cls` wählen',
  'the site in focus, {0}, is not among the captured sites; add it or choose another':
    'die Stelle im Blick, {0}, ist nicht unter den aufgenommenen; sie hinzunehmen oder eine andere wählen',
  'there are no stimuli; choose at least one image or line of text':
    'es gibt keine Stimuli; mindestens ein Bild oder eine Zeile Text wählen',
  'this model reads text, but the stimuli are images':
    'dieses Modell liest Text, die Stimuli sind aber Bilder',
  'this model sees images, but the stimuli are texts':
    'dieses Modell sieht Bilder, die Stimuli sind aber Texte',
  'the text «{0}» has no tokens for this model; remove empty lines':
    'der Text «{0}» hat für dieses Modell keine Token; leere Zeilen entfernen',
  'the text «{0}…» has {1} tokens, but this model reads at most {2}; shorten or split it':
    'der Text «{0}…» hat {1} Token, dieses Modell liest aber höchstens {2}; ihn kürzen oder teilen',
  'the model ran but never reached the site {0}; please report this':
    'das Modell lief, erreichte aber die Stelle {0} nie; das bitte melden',
  'the model never reached {0}': 'das Modell erreichte {0} nie',
  'the model never reached its logits': 'das Modell erreichte seine Logits nie',
  'this model has no unembedding to read its layers with':
    'dieses Modell hat kein Unembedding, mit dem sich seine Schichten lesen lassen',
  'the logit lens asks for text {0}, but there are {1}':
    'die Logit-Linse verlangt Text {0}, es gibt aber {1}',
  'this recipe has version {0}, but this lab reads version {1}; open it in a newer lab':
    'dieses Rezept hat Version {0}, dieses Labor liest aber Version {1}; es in einem neueren Labor öffnen',
  'no site is chosen; choose at least one': 'keine Stelle ist gewählt; mindestens eine wählen',
  'there are {0} stimuli, but comparing representations needs at least {1}: an RDM of one or two says nothing; for a closer look at one text, add a view':
    'es gibt {0} Stimuli, um Repräsentationen zu vergleichen braucht es aber mindestens {1}: Eine RDM von einem oder zweien sagt nichts; für einen genaueren Blick auf einen Text eine Ansicht hinzufügen',
  'the recipe names {0} stimuli, but {1} were given': 'das Rezept nennt {0} Stimuli, gegeben wurden aber {1}',
  'a {0} model predicts no next token, so that it cannot write':
    'ein Modell der Art {0} sagt kein nächstes Token vorher und kann also nicht schreiben',
  'this model has no site {0}': 'dieses Modell hat keine Stelle {0}',
  'the change “{0}” {1}; {2}': 'der Eingriff „{0}“ {1}; {2}',
  'the change “{0}” names the weight {1}, which this {2} model does not read from its file. {3}':
    'der Eingriff „{0}“ nennt das Gewicht {1}, das dieses Modell der Art {2} nicht aus seiner Datei liest. {3}',
  'no training task is called {0}; there are {1}': 'keine Trainingsaufgabe heißt {0}; es gibt {1}',
  'this view looks at attention over the tokens of a text, and a {0} model has none; remove it under Look closer': `diese Ansicht schaut auf die Aufmerksamkeit über die Token eines Textes, und ein Modell der Art {0} hat keine; ${REMOVE}`,
  'none of the {0} texts has a token for {1} to score, since no token comes again; choose other texts or repeated random tokens':
    'keiner der {0} Texte hat ein Token, das {1} bewerten könnte, da kein Token wiederkommt; andere Texte oder wiederholte zufällige Token wählen',
  'the ablation asks for text {0}, but there are {1}; choose another':
    'die Ablation verlangt Text {0}, es gibt aber {1}; einen anderen wählen',
  'the loss of {0} cannot be measured: a text of one token has no next one':
    'der Verlust von {0} lässt sich nicht messen: Ein Text von einem Token hat kein nächstes',
  'this closer look reads texts, but this model sees images; remove it under Look closer': `dieser genauere Blick liest Texte, dieses Modell sieht aber Bilder; ${REMOVE}`,
  "this closer look reads texts with the model's tokenizer, and there is none; give the model's tokenizer.json, or remove it under Look closer": `dieser genauere Blick liest Texte mit dem Tokenizer des Modells, und es gibt keinen; die tokenizer.json des Modells geben oder ${REMOVE}`,
  'the prompt has no tokens for this model; write at least one word':
    'der Anfang hat für dieses Modell keine Token; mindestens ein Wort schreiben',
  'the settings of a view cannot be written: {0}':
    'die Einstellungen einer Ansicht lassen sich nicht schreiben: {0}',
  '{0} is {1}, but must be from {2} to {3}': '{0} ist {1}, muss aber von {2} bis {3} sein',
  'there is no neuron {0} in layer {1}; it has {2}, counted from 0':
    'es gibt kein Neuron {0} in Schicht {1}; sie hat {2}, ab 0 gezählt',
  'the answers “{0}” and “{1}” begin with the same token, so that their logits cannot differ; choose words that begin differently':
    'die Antworten „{0}“ und „{1}“ beginnen mit demselben Token, sodass ihre Logits nicht verschieden sein können; Wörter wählen, die verschieden beginnen',
  'patching puts the values of one prompt into another of the same length, but the clean prompt has {0} and the corrupt one {1}; change words for others of as many tokens':
    'Patching setzt die Werte eines Anfangs in einen anderen derselben Länge, der saubere hat aber {0} und der veränderte {1}; Wörter gegen andere mit ebenso vielen Token tauschen',
  'the attention patterns ask for text {0}, but there are {1}; choose another':
    'die Aufmerksamkeitsmuster verlangen Text {0}, es gibt aber {1}; einen anderen wählen',
  '{0} random tokens that come twice make a text of {1}, but this model reads at most {2}; draw fewer':
    '{0} zufällige Token, die zweimal kommen, geben einen Text von {1}, dieses Modell liest aber höchstens {2}; weniger ziehen',
  "this model's vocabulary has no ordinary tokens to draw from":
    'das Vokabular dieses Modells hat keine gewöhnlichen Token zum Ziehen',
  "random tokens are drawn from a language model's vocabulary, and this {0} model predicts none; choose texts in which words come again":
    'zufällige Token werden aus dem Vokabular eines Sprachmodells gezogen, und dieses Modell der Art {0} sagt keine vorher; Texte wählen, in denen Wörter wiederkommen',
  'this closer look changes a residual stream layer by layer, and a {0} model has none; remove it under Look closer': `dieser genauere Blick ändert einen Residualstrom Schicht für Schicht, und ein Modell der Art {0} hat keinen; ${REMOVE}`,
  'there is no layer {0}; this model has {1}, counted from 0':
    'es gibt keine Schicht {0}; dieses Modell hat {1}, ab 0 gezählt',
  'an interval of {0} leaves groups of stimuli out in turn, but without any of them it is exactly {1}, because so few stimuli cannot tell the layers apart; use more stimuli':
    'ein Intervall von {0} lässt der Reihe nach Gruppen von Stimuli weg, ohne jede von ihnen ist es aber genau {1}, weil so wenige Stimuli die Schichten nicht unterscheiden; mehr Stimuli verwenden',
  '{0} has no heads': '{0} hat keine Köpfe',
  'the answer “{0}” flows into the last word of its prompt; begin it with a space':
    'die Antwort „{0}“ geht in das letzte Wort ihres Anfangs über; sie mit einem Leerzeichen beginnen',
  'the answer “{0}” has no token for this model; write a word':
    'die Antwort „{0}“ hat für dieses Modell kein Token; ein Wort schreiben',
};
