import type { Catalogue } from '../words';

/** What the experiment on relative representations says of itself. Its lesson and the reasoning behind claims stay English. */
export const relativeRepresentations: Catalogue = {
  'there are two kinds of autoencoders': 'es gibt zwei Arten von Autoencodern',
  'a linear head': 'ein linearer Kopf',
  'latent space': 'latenter Raum',
  'relative representation': 'relative Repräsentation',
  'it is not UTF-8': 'es ist kein UTF-8',
  'Strangers understand each other by angles': 'Fremde verstehen einander durch Winkel',
  'Networks that are trained apart have latent spaces that differ by little more than a rotation and a factor, so that angles between points are nearly the same in all of them.':
    'Getrennt trainierte Netze haben latente Räume, die sich kaum mehr als um eine Drehung und einen Faktor unterscheiden, sodass Winkel zwischen Punkten in allen beinahe gleich sind.',
  'Told by its angles to the same anchors, a point means the same in each of these spaces, without any training that aligns them.':
    'Durch seine Winkel zu denselben Ankern beschrieben, bedeutet ein Punkt in jedem dieser Räume dasselbe, ohne ein Training, das sie ausrichtet.',
  'So an encoder works with a decoder or classifier that never met it: zero-shot stitching.':
    'So arbeitet ein Encoder mit einem Decoder oder Klassifikator, der ihm nie begegnet ist: Verbinden ohne Nachtraining.',
  'the same items': 'dieselben Dinge',
  'encoder 1': 'Encoder 1',
  'encoder 2, trained apart': 'Encoder 2, getrennt trainiert',
  'angles to the same anchors': 'Winkel zu denselben Ankern',
  'decoder or classifier of network 1': 'Decoder oder Klassifikator von Netz 1',
  cosines: 'Kosinus',
  stitched: 'verbunden',
  'A fake would fit an alignment on pairs, or would let the networks share first weights or batches. Here every network has a seed of its own, nothing is trained after stitching, the same stitching on plain latent vectors must fail, and anchors in another order must end it. An alignment that is fitted (Procrustes on the same anchors) is shown beside it, under its name.':
    'Eine Täuschung passte eine Ausrichtung an Paaren an oder ließe die Netze erste Gewichte oder Stapel teilen. Hier hat jedes Netz seinen eigenen Startwert, nach dem Verbinden wird nichts trainiert, dasselbe Verbinden an bloßen latenten Vektoren muss misslingen, und Anker in anderer Reihenfolge müssen es beenden. Eine angepasste Ausrichtung (Procrustes an denselben Ankern) steht unter ihrem Namen daneben.',
  Anchors: 'Anker',
  'Anchors of the networks that are trained on angles.': 'Anker der Netze, die auf Winkel trainiert werden.',
  'Choice of anchors': 'Wahl der Anker',
  'Which training pictures are anchors.': 'Welche Trainingsbilder Anker sind.',
  'at random': 'zufällig',
  'Each picture is as likely.': 'Jedes Bild ist gleich wahrscheinlich.',
  'far from each other': 'weit voneinander',
  'Each the farthest, in pixels, from those chosen before.':
    'Jedes das in Pixeln fernste von den zuvor gewählten.',
  'near means': 'nahe bei Mitteln',
  'The nearest, in pixels, to each of as many means (k-means).':
    'Das in Pixeln nächste zu jedem von ebenso vielen Mitteln (k-Means).',
  'Wrong anchors': 'Falsche Anker',
  "Share of the other spaces' anchors that are not the first one's.":
    'Anteil der Anker der anderen Räume, die nicht die des ersten sind.',
  'Second space': 'Zweiter Raum',
  'What is done to the second table of words, and to the second space of the linear heads, after training.':
    'Was nach dem Training mit der zweiten Wörtertafel und dem zweiten Raum der linearen Köpfe geschieht.',
  nothing: 'nichts',
  'rotated and scaled': 'gedreht und gestreckt',
  'A random orthogonal matrix times 3.': 'Eine zufällige orthogonale Matrix mal 3.',
  sheared: 'geschert',
  'A random matrix whose singular values run from 1 to 10.':
    'Eine zufällige Matrix, deren Singulärwerte von 1 bis 10 gehen.',
  'Latent numbers': 'Latente Zahlen',
  'Numbers of a latent vector of pictures.': 'Zahlen eines latenten Vektors von Bildern.',
  Autoencoders: 'Autoencoder',
  'Autoencoders of each kind, with seeds of their own.': 'Autoencoder jeder Art, mit eigenen Startwerten.',
  'Steps of each training of pictures, 64 pictures each.':
    'Schritte jedes Trainings mit Bildern, je 64 Bilder.',
  'Words of the tables, the most frequent of two novels.': 'Wörter der Tafeln, die häufigsten zweier Romane.',
  'The same word in another table': 'Dasselbe Wort in einer anderen Tafel',
  'mean reciprocal rank': 'mittlerer reziproker Rang',
  anchors: 'Anker',
  'How many anchors it takes': 'Wie viele Anker es braucht',
  'One picture, two decoders': 'Ein Bild, zwei Decoder',
  'Rebuilding: decoders that read latent vectors': 'Nachbauen: Decoder, die latente Vektoren lesen',
  'Rebuilding: decoders that read angles': 'Nachbauen: Decoder, die Winkel lesen',
  'Naming: heads that read latent vectors': 'Benennen: Köpfe, die latente Vektoren lesen',
  'Naming: heads that read angles': 'Benennen: Köpfe, die Winkel lesen',
  'likeness to the reference': 'Ähnlichkeit mit dem Vorbild',
  'times the own error': 'mal der eigene Fehler',
  'The same pictures in two networks, as angles': 'Dieselben Bilder in zwei Netzen, als Winkel',
  'The same pictures in two networks, as they are': 'Dieselben Bilder in zwei Netzen, wie sie sind',
  'Likeness to a good network': 'Ähnlichkeit mit einem guten Netz',
};
