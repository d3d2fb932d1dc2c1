import type { Catalogue } from '../words';

/** The experiment rich-lazy: card, settings, titles. */
export const experimentRichLazy: Catalogue = {
  'Thin connectivity learns richly': 'Dünne Verschaltung lernt reich',
  'Networks can learn a task lazily, hardly changing what they compute with, or richly, by building features of their own; the effective rank of their first weights helps to decide which.':
    'Netze können eine Aufgabe träge lernen, fast ohne zu ändern, womit sie rechnen, oder reich, indem sie eigene Merkmale bilden; der effektive Rang ihrer ersten Gewichte entscheidet mit, welches von beiden.',
  'At equal norm, weights of low rank change more, and so do the network’s representation and its tangent kernel; weights of high rank stay lazier.':
    'Bei gleicher Norm ändern sich Gewichte von niedrigem Rang stärker, und mit ihnen die Repräsentation des Netzes und sein Tangentenkern; Gewichte von hohem Rang bleiben träger.',
  'There is an exception: low-rank weights that already point at the task stay lazy.':
    'Es gibt eine Ausnahme: Gewichte von niedrigem Rang, die schon auf die Aufgabe zeigen, bleiben träge.',
  'noisy evidence over time': 'verrauschte Hinweise über die Zeit',
  '64 neurons, first weights of rank 1': '64 Neuronen, erste Gewichte vom Rang 1',
  '64 neurons, full rank, same norm': '64 Neuronen, voller Rang, gleiche Norm',
  decision: 'Entscheidung',
  'kernel before against after': 'Kern vorher gegen nachher',
  'A fake would let low-rank weights be smaller, or train them for longer, or draw a rising curve. Here all first weights have one norm to five digits, all networks see the same trials in the same number of steps and must end at the same loss, the kernels are computed anew from weights before and after, and a linear network whose kernel has a formula shows the same and its exception.':
    'Eine Täuschung ließe Gewichte von niedrigem Rang kleiner sein oder trainierte sie länger oder zeichnete eine steigende Kurve. Hier haben alle ersten Gewichte auf fünf Stellen eine Norm, alle Netze sehen dieselben Durchgänge in gleich vielen Schritten und müssen beim selben Verlust enden, die Kerne werden aus den Gewichten vorher und nachher neu berechnet, und ein lineares Netz, dessen Kern eine Formel hat, zeigt dasselbe und seine Ausnahme.',
  Task: 'Aufgabe',
  'What the networks learn to decide.': 'Was die Netze zu entscheiden lernen.',
  'two-alternative choice': 'Wahl zwischen zweien',
  'On which side is the noisy evidence stronger?':
    'Auf welcher Seite sind die verrauschten Hinweise stärker?',
  'delayed match to sample': 'verzögerter Vergleich',
  'Is the second stimulus the first again?': 'Ist der zweite Reiz wieder der erste?',
  'contextual decision': 'Entscheidung nach Zusammenhang',
  'On which side is the evidence of the named kind stronger?':
    'Auf welcher Seite sind die Hinweise der genannten Art stärker?',
  Gain: 'Verstärkung',
  'Norm of the first recurrent weights over the root of the number of neurons, for all ranks.':
    'Norm der ersten rekurrenten Gewichte über der Wurzel der Zahl der Neuronen, für alle Ränge.',
  'Steps of training, each on 32 fresh trials.': 'Schritte des Trainings, jeder an 32 frischen Durchgängen.',
  'Networks of each kind, from weights of their own.': 'Netze jeder Art, mit jeweils eigenen Gewichten.',
  'Weights as in brains': 'Gewichte wie in Gehirnen',
  'Whether to train networks too whose first weights follow Dale’s law or have types of cells.':
    'Ob auch Netze trainiert werden, deren erste Gewichte Dales Gesetz folgen oder Zelltypen haben.',
  'The thinner the first weights, the further the kernel turns':
    'Je dünner die ersten Gewichte, desto weiter dreht sich der Kern',
  'kernel alignment, before and after': 'Ausrichtung des Kerns, vorher und nachher',
  'How far the tangent kernel turns': 'Wie weit sich der Tangentenkern dreht',
  'kernel alignment': 'Ausrichtung des Kerns',
  'How far the representation turns': 'Wie weit sich die Repräsentation dreht',
  'representation alignment': 'Ausrichtung der Repräsentation',
  'How far the weights move': 'Wie weit sich die Gewichte bewegen',
  'change of the weights': 'Änderung der Gewichte',
  'All learn the same': 'Alle lernen dasselbe',
  'Two kernels, before and after': 'Zwei Kerne, vorher und nachher',
  'What training adds to the weights': 'Was das Training zu den Gewichten hinzufügt',
  'number of the singular value': 'Nummer des Singulärwerts',
  'singular value': 'Singulärwert',
  'The exception: thin weights that already point at the task':
    'Die Ausnahme: dünne Gewichte, die schon auf die Aufgabe zeigen',
  'angle to the task in degrees': 'Winkel zur Aufgabe in Grad',
};
