import type { Catalogue } from '../words';

/** The experiment information-plane: card, settings, titles. */
export const experimentInformationPlane: Catalogue = {
  'Fitting, then compressing?': 'Erst anpassen, dann verdichten?',
  'Training has two phases: layers first gain information about the label, then for much longer lose information about the input.':
    'Das Training hat zwei Phasen: Schichten gewinnen erst Information über das Etikett und verlieren dann, viel länger, Information über die Eingabe.',
  'The switch comes where the gradient’s noise overtakes its mean: drift becomes diffusion.':
    'Der Wechsel kommt dort, wo das Rauschen des Gradienten seinen Mittelwert überholt: Aus Drift wird Diffusion.',
  'Trained layers lie near the information bottleneck’s bound, and more layers reach it in fewer epochs.':
    'Trainierte Schichten liegen nahe der Schranke des Informationsengpasses, und mehr Schichten erreichen sie in weniger Epochen.',
  '4,096 patterns of 12 points on a sphere': '4096 Muster aus 12 Punkten auf einer Kugel',
  'layers of 10, 7, 5, 4, 3 tanh units': 'Schichten aus 10, 7, 5, 4, 3 tanh-Einheiten',
  'the same in ReLU': 'dieselben mit ReLU',
  'yes or no': 'ja oder nein',
  'information about pattern and label': 'Information über Muster und Etikett',
  bins: 'Fächer',
  'A fake would draw the two arrows. Here the points come from counting, over all patterns, and must move when the number of bins does; the estimator must give 12 bits for the input itself and 0 for a constant; networks whose labels were shuffled must know nothing about true labels; and the same network with ReLU, on which the claim is contested, stands beside it.':
    'Eine Täuschung zeichnete die beiden Pfeile. Hier kommen die Punkte vom Zählen über alle Muster und müssen sich mit der Zahl der Fächer bewegen; der Schätzer muss für die Eingabe selbst 12 Bit und für eine Konstante 0 ergeben; Netze, deren Etiketten gemischt wurden, dürfen über die wahren nichts wissen; und dasselbe Netz mit ReLU, an dem die Behauptung umstritten ist, steht daneben.',
  linear: 'linear',
  Bins: 'Fächer',
  'Equal bins that a unit’s range is cut into.':
    'Gleiche Fächer, in die der Bereich einer Einheit zerlegt wird.',
  'Patterns to train on': 'Muster zum Trainieren',
  'Share of the 4,096 patterns that the networks are trained on.':
    'Anteil der 4096 Muster, an denen die Netze trainiert werden.',
  'As many as are taken of widths 10, 7, 5, 4, 3, 3.':
    'So viele, wie von den Breiten 10, 7, 5, 4, 3, 3 genommen werden.',
  'How the networks learn. Plain gradient descent takes 50 times the learning rate.':
    'Wie die Netze lernen. Einfacher Gradientenabstieg nimmt die 50-fache Lernrate.',
  Epochs: 'Epochen',
  epochs: 'Epochen',
  'Passes over the patterns that are trained on.': 'Durchgänge durch die Muster, an denen trainiert wird.',
  'Steepness of the rule': 'Steilheit der Regel',
  '0: labels follow from the pattern; above, they are drawn, the more by chance the smaller it is.':
    '0: Etiketten folgen aus dem Muster; darüber werden sie gezogen, je kleiner der Wert, desto zufälliger.',
  'The information plane: {0}': 'Die Informationsebene: {0}',
  'I(X;T) in bits': 'I(X;T) in Bit',
  'I(T;Y) in bits': 'I(T;Y) in Bit',
  'What the last hidden layer knows': 'Was die letzte verborgene Schicht weiß',
  'log₂ of 1 + epoch': 'log₂ von 1 + Epoche',
  'How well they answer': 'Wie gut sie antworten',
  'From drift to diffusion': 'Von der Drift zur Diffusion',
  'doublings of signal over noise': 'Verdopplungen von Signal zu Rauschen',
  'How near to the bound?': 'Wie nah an der Schranke?',
  'It depends on the bins': 'Es kommt auf die Fächer an',
};
