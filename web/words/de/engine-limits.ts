import type { Catalogue } from '../words';

/** When a measure misleads. */
export const engineLimits: Catalogue = {
  'Which space gets the weight is arbitrary where spaces predict alike, and a random search of few weights may miss the best ones.':
    'Welcher Raum das Gewicht bekommt, ist beliebig, wo Räume gleich vorhersagen, und eine Zufallssuche mit wenigen Gewichten kann die besten verfehlen.',
  'Directions of hardly any variance count as much as the largest, and with n_stimuli − 1 units or more in a layer it is 1 whatever they answer; use it only with many more stimuli than units.':
    'Richtungen mit kaum Varianz zählen so viel wie die größten, und mit n_stimuli − 1 Einheiten oder mehr in einer Schicht ist es 1, was immer sie antworten; nur mit viel mehr Stimuli als Einheiten verwenden.',
  'It is high for unrelated layers unless stimuli are several times the kept components; a component just below or above the 99 % changes it in a jump.':
    'Es ist hoch bei unverwandten Schichten, wenn es nicht mehrmals so viele Stimuli wie behaltene Komponenten gibt; eine Komponente knapp unter oder über den 99 % ändert es sprunghaft.',
  "It is not symmetric: the weights are the first layer's; with n_stimuli − 1 units or more in a layer it is 1 whatever they answer.":
    'Es ist nicht symmetrisch: Die Gewichte sind die der ersten Schicht; mit n_stimuli − 1 Einheiten oder mehr in einer Schicht ist es 1, was immer sie antworten.',
  'With more units than stimuli it nears 1 for unrelated layers; a few directions of large variance decide it.':
    'Mit mehr Einheiten als Stimuli geht es bei unverwandten Schichten gegen 1; wenige Richtungen großer Varianz bestimmen es.',
  'It spreads widely when there are few stimuli; a few directions of large variance decide it.':
    'Bei wenigen Stimuli streut es weit; wenige Richtungen großer Varianz bestimmen es.',
  'With few stimuli or many units it nears 1 for unrelated layers; the width follows the median, so one far cluster changes what counts as near.':
    'Mit wenigen Stimuli oder vielen Einheiten geht es bei unverwandten Schichten gegen 1; die Breite folgt dem Median, sodass eine ferne Gruppe ändert, was als nah gilt.',
  'It spreads widely when there are few stimuli; the width follows the median, so one far cluster changes what counts as near.':
    'Bei wenigen Stimuli streut es weit; die Breite folgt dem Median, sodass eine ferne Gruppe ändert, was als nah gilt.',
  'Any two layers whose units have a mean, as after a rectifier, look alike; take cka_linear_debiased unless 0 has a meaning.':
    'Zwei beliebige Schichten, deren Einheiten einen Mittelwert haben, wie nach einem Gleichrichter, sehen ähnlich aus; cka_linear_debiased nehmen, außer wenn die 0 eine Bedeutung hat.',
  'Lower is further apart; units of noise count as much as those that tell classes, so that it nears 0 in wide layers.':
    'Kleiner heißt weiter auseinander; Einheiten mit Rauschen zählen so viel wie solche, die Klassen trennen, sodass es in breiten Schichten gegen 0 geht.',
  'With few stimuli in a class it is biased up, since a stimulus is compared with itself; it depends on where 0 lies for each unit.':
    'Mit wenigen Stimuli je Klasse ist es nach oben verzerrt, da ein Stimulus mit sich selbst verglichen wird; es hängt davon ab, wo bei jeder Einheit die 0 liegt.',
  'It expects round classes: long or nested ones that a line separates can have 0; in many dimensions all distances are alike and it nears 0.':
    'Es erwartet runde Klassen: Lange oder verschachtelte, die eine Linie trennt, können 0 haben; in vielen Dimensionen sind alle Abstände ähnlich, und es geht gegen 0.',
  'Larger is less apart; scatter in directions that tell no classes counts too, and one unit of huge variance decides it.':
    'Größer heißt weniger getrennt; auch Streuung in Richtungen, die keine Klassen trennen, zählt, und eine Einheit mit riesiger Varianz bestimmt es.',
  'Larger is less apart; two classes with nearly the same mean make it huge whatever the others do.':
    'Größer heißt weniger getrennt; zwei Klassen mit fast demselben Mittel machen es riesig, was immer die anderen tun.',
  'Without class information it falls below chance, since leaving a stimulus out moves its own mean away from it; units of large variance decide it.':
    'Ohne Information über die Klassen fällt es unter den Zufall, da ein ausgelassener Stimulus sein eigenes Mittel von sich wegschiebt; Einheiten großer Varianz bestimmen es.',
  'It chains: a few stimuli between two groups make them one.':
    'Es kettet: Wenige Stimuli zwischen zwei Gruppen machen eine daraus.',
  'One far stimulus keeps a group apart; it finds groups in noise too.':
    'Ein ferner Stimulus hält eine Gruppe auf Abstand; es findet auch im Rauschen Gruppen.',
  'It finds groups in noise too; compare the heights with those of shuffled activations.':
    'Es findet auch im Rauschen Gruppen; die Höhen mit denen gemischter Aktivierungen vergleichen.',
  'It prefers round groups of like size, and its criterion has no meaning for distances that are not Euclidean.':
    'Es bevorzugt runde Gruppen ähnlicher Größe, und sein Kriterium hat keine Bedeutung für Abstände, die nicht euklidisch sind.',
  'It prefers round groups of like size, finds as many as it is asked for, also in noise, and may end in a local optimum.':
    'Es bevorzugt runde Gruppen ähnlicher Größe, findet so viele, wie verlangt werden, auch im Rauschen, und kann in einem lokalen Optimum enden.',
  'With parts that have no affinity to each other its columns only tell the parts apart; equal eigenvalues leave a rotation open.':
    'Bei Teilen ohne Affinität zueinander unterscheiden seine Spalten nur die Teile; gleiche Eigenwerte lassen eine Drehung offen.',
  'The groups hang on the number of neighbours or on gamma; groups are found in noise too.':
    'Die Gruppen hängen an der Zahl der Nachbarn oder an gamma; auch im Rauschen werden Gruppen gefunden.',
  'Large groups decide it: a small one may be torn apart and hardly be seen.':
    'Große Gruppen bestimmen es: Eine kleine kann zerrissen sein, und man sieht es kaum.',
  'Chance means that the sizes of both groupings are kept, which is not every kind of chance.':
    'Zufall heißt hier, dass die Größen beider Gruppierungen bleiben, was nicht jede Art von Zufall ist.',
  'It depends on the order of stimuli and on where blocks end, so it compares layers only if both are the same; overconfident probes of few stimuli can cost more than even odds.':
    'Es hängt von der Reihenfolge der Stimuli und den Grenzen der Blöcke ab, vergleicht also Schichten nur, wenn beide gleich sind; zu sichere Sonden mit wenigen Stimuli können mehr kosten als gleiche Wahrscheinlichkeiten.',
  'Uneven classes alone lift it above 1; it depends on the order of stimuli and on where blocks end.':
    'Schon ungleiche Klassen heben es über 1; es hängt von der Reihenfolge der Stimuli und den Grenzen der Blöcke ab.',
  'Where types do not recur across folds the control task cannot be learnt at all, and selectivity is mere accuracy; one seed is one draw, so take several.':
    'Wo Typen nicht in mehreren Teilmengen vorkommen, ist die Kontrollaufgabe gar nicht zu lernen, und Selektivität ist bloße Trefferquote; ein Startwert ist eine Ziehung, also mehrere nehmen.',
  'It grows with the square of the activations and with the edges: divide by the variance to compare layers.':
    'Sie wächst mit dem Quadrat der Aktivierungen und mit den Kanten: durch die Varianz teilen, um Schichten zu vergleichen.',
  'It is 0 for answers ∝ √(1 + degree), not for equal ones, and falls with the scale of the activations even if nothing is smoothed.':
    'Sie ist 0 für Antworten ∝ √(1 + Grad), nicht für gleiche, und fällt mit der Skala der Aktivierungen, auch wenn nichts geglättet wird.',
  'Above about 10 dimensions it needs exponentially many stimuli and comes out too low; small noise raises it, since it looks at the smallest distances.':
    'Über etwa 10 Dimensionen braucht es exponentiell viele Stimuli und fällt zu niedrig aus; kleines Rauschen hebt es, da es auf die kleinsten Abstände schaut.',
  'It takes the density to be even over k neighbours, so that few stimuli or strong clusters bring it down; high dimensions come out too low.':
    'Es nimmt an, dass die Dichte über k Nachbarn gleich ist, sodass wenige Stimuli oder starke Gruppen es senken; hohe Dimensionen fallen zu niedrig aus.',
  'A few units with a large mean bring it near 1 although the other units use all directions; centre the units to see those.':
    'Wenige Einheiten mit großem Mittelwert bringen es nahe an 1, obwohl die anderen alle Richtungen nutzen; die Einheiten zentrieren, um diese zu sehen.',
  'With fewer stimuli than units it cannot reach 1; it is the participation ratio rescaled, so that one unit of huge variance brings it to 0.':
    'Mit weniger Stimuli als Einheiten kann es 1 nicht erreichen; es ist die umskalierte Participation Ratio, sodass eine Einheit mit riesiger Varianz es auf 0 bringt.',
  'It depends on the scale: large activations bring it to 0 and small ones to 1, so that only layers of one scale can be compared.':
    'Es hängt von der Skala ab: Große Aktivierungen bringen es auf 0 und kleine auf 1, sodass sich nur Schichten einer Skala vergleichen lassen.',
  'There is no penalty: with about as many units as fitted stimuli, or one stimulus far from all others, it falls far below 0; it is not symmetric, and a wide layer predicts any other well.':
    'Es gibt keine Strafe: Mit etwa so vielen Einheiten wie angepassten Stimuli, oder einem Stimulus fern von allen, fällt es weit unter 0; es ist nicht symmetrisch, und eine breite Schicht sagt jede andere gut vorher.',
  'It says nothing of what is far apart, and hangs on the number of neighbours.':
    'Es sagt nichts über das, was weit auseinander ist, und hängt an der Zahl der Nachbarn.',
  'Large distances decide it, and maps that keep neighbours alone score badly though they do what they are for.':
    'Große Abstände bestimmen es, und Karten, die nur Nachbarn erhalten, schneiden schlecht ab, obwohl sie tun, wozu sie da sind.',
  'Large distances decide it; distances that are not Euclidean have negative eigenvalues, which no map can show.':
    'Große Abstände bestimmen es; Abstände, die nicht euklidisch sind, haben negative Eigenwerte, die keine Karte zeigen kann.',
  'It may end in a local optimum; with a stress-1 above about 0.2 the map says little of the distances.':
    'Es kann in einem lokalen Optimum enden; bei einem Stress-1 über etwa 0,2 sagt die Karte wenig über die Abstände.',
  'Stimuli in clear groups collapse to a few places of stress 0; it may end in a local optimum.':
    'Stimuli in klaren Gruppen fallen auf wenige Plätze mit Stress 0 zusammen; es kann in einem lokalen Optimum enden.',
  'Noise in the means adds to every distance, more where a condition has fewer measurements; a poorly estimated covariance adds noise of its own.':
    'Rauschen in den Mittelwerten vergrößert jeden Abstand, mehr, wo eine Bedingung weniger Messungen hat; eine schlecht geschätzte Kovarianz bringt eigenes Rauschen.',
  'If noise is shared between partitions, as a drift over a session, it is biased again; single estimates may be negative, and are not to be cut off before they are averaged.':
    'Wenn Teile Rauschen gemeinsam haben, etwa eine Drift über die Sitzung, ist es wieder verzerrt; einzelne Schätzungen können negativ sein und dürfen vor dem Mitteln nicht abgeschnitten werden.',
  'With few stimuli it is biased low; one unit of huge variance brings it to 1 whatever the others do.':
    'Mit wenigen Stimuli ist es nach unten verzerrt; eine Einheit mit riesiger Varianz bringt es auf 1, was immer die anderen tun.',
  'A few units of large variance decide it, and classes that differ in spread rather than mean are missed.':
    'Wenige Einheiten großer Varianz bestimmen es, und Klassen, die sich in der Streuung statt im Mittel unterscheiden, werden verfehlt.',
  'A pattern that all classes share drowns their differences unless it is taken away first, and it cannot see differences of mean answer.':
    'Ein Muster, das alle Klassen teilen, überdeckt ihre Unterschiede, wenn es nicht vorher abgezogen wird, und Unterschiede der mittleren Antwort sieht es nicht.',
  'It grows with the size of the answers and the number of stimuli, and a small layer is near to any other small one; take the normalised one to compare layers of different scale.':
    'Er wächst mit der Größe der Antworten und der Zahl der Stimuli, und eine kleine Schicht ist jeder anderen kleinen nah; den normierten nehmen, um Schichten verschiedener Skala zu vergleichen.',
  'With more units than stimuli a rotation is found that makes unrelated layers look alike; directions of large variance decide it.':
    'Mit mehr Einheiten als Stimuli findet sich eine Drehung, die unverwandte Schichten ähnlich aussehen lässt; Richtungen großer Varianz bestimmen ihn.',
  'Directions of hardly any variance count as much as the largest, and with n_stimuli − 1 units or more in both layers it is 0 whatever they answer; use it only with many more stimuli than units.':
    'Richtungen mit kaum Varianz zählen so viel wie die größten, und mit n_stimuli − 1 Einheiten oder mehr in beiden Schichten ist er 0, was immer sie antworten; nur mit viel mehr Stimuli als Einheiten verwenden.',
  'Noise in the activations adds to every distance; units of large variance decide it.':
    'Rauschen in den Aktivierungen vergrößert jeden Abstand; Einheiten großer Varianz bestimmen ihn.',
  'It grows with the number of units and with noise; units of large variance decide it.':
    'Er wächst mit der Zahl der Einheiten und mit dem Rauschen; Einheiten großer Varianz bestimmen ihn.',
  'It sees no difference in overall strength, and depends on where 0 lies for each unit.':
    'Er sieht keinen Unterschied der Gesamtstärke und hängt davon ab, wo bei jeder Einheit die 0 liegt.',
  'It sees no difference in strength, and a mean that all stimuli share makes all of them look alike.':
    'Er sieht keinen Unterschied der Stärke, und ein Mittelwert, den alle Stimuli teilen, lässt sie alle ähnlich aussehen.',
  'It supposes that distances are related by a line; a few very large distances decide it.':
    'Sie nimmt an, dass die Abstände durch eine Gerade zusammenhängen; wenige sehr große Abstände bestimmen sie.',
  'Models that predict tied distances win over ones that dare to tell them apart; take tau-a there.':
    'Modelle, die gleiche Abstände vorhersagen, gewinnen gegen solche, die sie zu trennen wagen; dort tau-a nehmen.',
  'It is smaller than a correlation of the same agreement, and ties keep it below 1 even against itself.':
    'Es ist kleiner als eine Korrelation bei gleicher Übereinstimmung, und Bindungen halten es auch gegen sich selbst unter 1.',
  'Any two RDMs of positive distances look alike; it is meant for unbiased (cross-validated) distances, whose 0 means no difference.':
    'Zwei beliebige RDMs positiver Abstände sehen ähnlich aus; gedacht ist er für unverzerrte (kreuzvalidierte) Abstände, deren 0 „kein Unterschied“ bedeutet.',
  'Ties keep it below 1 even against itself, so RDMs with many ties are not to be compared with RDMs without.':
    'Bindungen halten es auch gegen sich selbst unter 1, daher RDMs mit vielen Bindungen nicht mit solchen ohne vergleichen.',
  'It supposes squared Euclidean distances of patterns with equal, independent noise; of biased (not cross-validated) distances it is biased linear CKA, which grows as stimuli get fewer.':
    'Er setzt quadrierte euklidische Abstände von Mustern mit gleichem, unabhängigem Rauschen voraus; bei verzerrten (nicht kreuzvalidierten) Abständen ist er die verzerrte lineare CKA, die wächst, je weniger Stimuli es gibt.',
  'It supposes squared Euclidean distances of patterns with equal, independent noise; where 0 means no difference, taking the mean away throws that away.':
    'Sie setzt quadrierte euklidische Abstände von Mustern mit gleichem, unabhängigem Rauschen voraus; wo 0 „kein Unterschied“ bedeutet, geht das mit dem Abziehen des Mittelwerts verloren.',
  'A mean that all stimuli share makes any two layers look alike, and every stimulus is its own anchor, which keeps it above 0 when there are few stimuli.':
    'Ein Mittelwert, den alle Stimuli teilen, lässt zwei beliebige Schichten ähnlich aussehen, und jeder Stimulus ist sein eigener Anker, was es bei wenigen Stimuli über 0 hält.',
  'It is slightly below 0 for unrelated targets, and folds that part neighbours in time or near-duplicates make it too good; it is bounded by the noise of the targets.':
    'Bei unverwandten Zielen liegt es etwas unter 0, und Teilmengen, die zeitliche Nachbarn oder Beinahe-Duplikate trennen, machen es zu gut; das Rauschen der Ziele begrenzt es.',
  "It does not see predictions of the wrong size; for unrelated targets it is below 0 rather than 0, because each fold's training mean leans away from what it tests.":
    'Es sieht Vorhersagen falscher Größe nicht; bei unverwandten Zielen liegt es unter 0 statt bei 0, weil der Trainingsmittelwert jeder Teilmenge von dem wegneigt, was sie testet.',
  'Weights are not unique where models are alike, and the correlation is too good because the same entries were fitted; squared distances of independent parts add up, others do not.':
    'Gewichte sind nicht eindeutig, wo Modelle ähnlich sind, und die Korrelation ist zu gut, weil dieselben Einträge angepasst wurden; quadrierte Abstände unabhängiger Teile addieren sich, andere nicht.',
  'With few stimuli in a class the largest mean is large by chance; it is for answers from 0 up, and says nothing of units choosy for several classes.':
    'Mit wenigen Stimuli je Klasse ist der größte Mittelwert durch Zufall groß; gedacht ist es für Antworten ab 0, und es sagt nichts über Einheiten, die mehrere Klassen bevorzugen.',
  'The preferred class is chosen on the same stimuli, so that it is above 0 by chance; a unit nearly constant within classes makes the mean huge.':
    'Die bevorzugte Klasse wird an denselben Stimuli gewählt, sodass es durch Zufall über 0 liegt; eine Einheit, die innerhalb der Klassen fast konstant ist, macht das Mittel riesig.',
  'The best class is chosen on the same stimuli, so that it is above ½ by chance, the more so the fewer stimuli a class has.':
    'Die beste Klasse wird an denselben Stimuli gewählt, sodass es durch Zufall über ½ liegt, umso mehr, je weniger Stimuli eine Klasse hat.',
  'It depends on the stimuli chosen and on where 0 lies: a constant added to a unit brings it to 0. Dead units are not in the mean.':
    'Es hängt von den gewählten Stimuli ab und davon, wo die 0 liegt: Eine Konstante, zu einer Einheit addiert, bringt es auf 0. Tote Einheiten gehen nicht in das Mittel ein.',
  'Units of large scale decide it, and each dead unit raises it; normalise the units first if their scales differ.':
    'Einheiten großer Skala bestimmen es, und jede tote Einheit hebt es; die Einheiten erst normieren, wenn ihre Skalen verschieden sind.',
  "The penalty shrinks every prediction, so even a layer's own units are not wholly explained; one stimulus far from all others can bring it far below 0; it is not symmetric, and which of several like units is used is left to chance.":
    'Die Strafe schrumpft jede Vorhersage, sodass selbst die eigenen Einheiten einer Schicht nicht ganz erklärt werden; ein Stimulus fern von allen kann es weit unter 0 bringen; es ist nicht symmetrisch, und welche von mehreren gleichen Einheiten genutzt wird, bleibt dem Zufall überlassen.',
  'Singular values, unlike variances, give weak noise much weight, so that a noisy line looks like many dimensions.':
    'Singulärwerte geben, anders als Varianzen, schwachem Rauschen viel Gewicht, sodass eine verrauschte Gerade wie viele Dimensionen aussieht.',
  'The first component alone decides it: one unit of huge variance brings it to 1 whatever the others do.':
    'Allein die erste Komponente bestimmt es: Eine Einheit mit riesiger Varianz bringt es auf 1, was immer die anderen tun.',
  'It is bounded by the number of stimuli and jumps by whole components; the share of 90 % is a habit.':
    'Die Zahl der Stimuli begrenzt es, und es springt um ganze Komponenten; die 90 % sind eine Gewohnheit.',
  'With few stimuli the last variances fall steeply and raise it; a spectrum that is no power law gets an exponent too.':
    'Mit wenigen Stimuli fallen die letzten Varianzen steil ab und heben es; auch ein Spektrum, das kein Potenzgesetz ist, bekommt einen Exponenten.',
  'Noise flattens it, as no variance is cross-validated here; with fewer than about 1000 stimuli the last ranks fall steeply and raise it.':
    'Rauschen macht es flacher, da hier keine Varianz kreuzvalidiert wird; mit weniger als etwa 1000 Stimuli fallen die letzten Ränge steil ab und heben es.',
  'Differences between distances that are noise only become as large as any others.':
    'Unterschiede zwischen Abständen, die nur Rauschen sind, werden so groß wie alle anderen.',
  'The quantiles decide what counts as near and far, and the right ones are not known; with many equal distances they coincide.':
    'Die Quantile bestimmen, was als nah und fern gilt, und die richtigen sind nicht bekannt; bei vielen gleichen Abständen fallen sie zusammen.',
  'One wrong join shortens many ways: with too many neighbours the geometry is the given one, with too few it falls apart.':
    'Eine falsche Verbindung verkürzt viele Wege: Mit zu vielen Nachbarn ist die Geometrie die gegebene, mit zu wenigen zerfällt sie.',
  'Few stimuli or noise make short bars that mean nothing; a single stimulus across a loop fills it.':
    'Wenige Stimuli oder Rauschen ergeben kurze Balken ohne Bedeutung; ein einziger Stimulus quer durch eine Schleife füllt sie.',
  'Distances between groups, their sizes and densities mean nothing, and noise shows groups; compare perplexities and starts.':
    'Abstände zwischen Gruppen, ihre Größen und Dichten bedeuten nichts, und Rauschen zeigt Gruppen; Perplexitäten und Anfänge vergleichen.',
  'Pairs share stimuli, so its spread by chance is wider than that of as many coins; it saturates where stimuli differ much, and says nothing of size.':
    'Paare teilen Stimuli, sodass die Streuung im Zufall breiter ist als die von ebenso vielen Münzen; es sättigt, wo Stimuli sich stark unterscheiden, und sagt nichts über Größe.',
  'Distances between groups, their sizes and densities mean little, and noise shows groups; compare seeds and numbers of neighbours.':
    'Abstände zwischen Gruppen, ihre Größen und Dichten bedeuten wenig, und Rauschen zeigt Gruppen; Startwerte und Zahlen von Nachbarn vergleichen.',
  'With few stimuli and many units good partners are found by chance; units of the larger layer without a partner count for nothing.':
    'Mit wenigen Stimuli und vielen Einheiten finden sich gute Partner durch Zufall; Einheiten der größeren Schicht ohne Partner zählen nicht.',
  'It is not symmetric, grows with the units of the second layer by chance alone, and does not see what only the second layer has.':
    'Es ist nicht symmetrisch, wächst schon durch Zufall mit den Einheiten der zweiten Schicht und sieht nicht, was nur die zweite Schicht hat.',
  'Offsets and scales of units count, and so do stimuli: it grows with the root of their number; compare only distances over the same stimuli.':
    'Verschiebungen und Skalen der Einheiten zählen, und auch die Stimuli: Er wächst mit der Wurzel ihrer Zahl; nur Abstände über dieselben Stimuli vergleichen.',
  'With few stimuli and many units good partners are found by chance; rotating the units lowers it although a linear readout sees no difference.':
    'Mit wenigen Stimuli und vielen Einheiten finden sich gute Partner durch Zufall; eine Drehung der Einheiten senkt es, obwohl eine lineare Auslese keinen Unterschied sieht.',
  'Negative parts come of suppression or of overfitting by the larger model and mean no negative variance; one common alpha favours the space of larger scale.':
    'Negative Teile kommen von Suppression oder Überanpassung des größeren Modells und bedeuten keine negative Varianz; ein gemeinsames alpha begünstigt den Raum größerer Skala.',
  'With strong dependence or many units it comes out far too low unless stimuli are very many; it is not for answers that repeat, as rectified ones do.':
    'Bei starker Abhängigkeit oder vielen Einheiten fällt es viel zu niedrig aus, wenn es nicht sehr viele Stimuli gibt; es ist nicht für Antworten, die sich wiederholen, wie gleichgerichtete.',
  'With more than a few units each stimulus has a cell of its own and it is the entropy of the other input; the number of bins decides what is found.':
    'Mit mehr als ein paar Einheiten hat jeder Stimulus eine eigene Zelle, und es ist die Entropie der anderen Eingabe; die Zahl der Intervalle bestimmt, was gefunden wird.',
  'The variance of the noise is a choice that decides what is found: large activations are all told apart, small ones not at all.':
    'Die Varianz des Rauschens ist eine Wahl, die bestimmt, was gefunden wird: Große Aktivierungen werden alle unterschieden, kleine gar nicht.',
  'Chance is 10 / (n_stimuli − 1), so numbers over different numbers of stimuli do not compare; it sees nothing of how far stimuli are that are no neighbours, and among repeated stimuli their order decides.':
    'Zufall ist 10 / (n_stimuli − 1), Zahlen über verschieden viele Stimuli lassen sich also nicht vergleichen; wie weit Stimuli auseinander sind, die keine Nachbarn sind, sieht es nicht, und unter wiederholten Stimuli entscheidet ihre Reihenfolge.',
  'High accuracy says that the class can be read, not that the network uses it; folds that part near-duplicates or neighbours in time make it too good, and uneven classes lift it without any skill.':
    'Eine hohe Trefferquote sagt, dass die Klasse sich lesen lässt, nicht, dass das Netz sie nutzt; Teilmengen, die Beinahe-Duplikate oder zeitliche Nachbarn trennen, machen sie zu gut, und ungleiche Klassen heben sie ohne jedes Können.',
  'What repeats share but stimuli did not cause, such as drift in step with their order, counts as signal; with few repeats and stimuli it is uncertain, and single targets may exceed it.':
    'Was Wiederholungen teilen, ohne dass die Stimuli es verursachten, etwa eine Drift im Takt ihrer Reihenfolge, zählt als Signal; mit wenigen Wiederholungen und Stimuli ist es unsicher, und einzelne Ziele können es übertreffen.',
};
