import type { Catalogue } from '../words';

/** Why an analysis cannot be made. */
export const engineFailures: Catalogue = {
  '{0} {1} cannot be parted into {2} folds; ask for at least 2 and at most {3}, so that every fold tests one and trains on others':
    '{0} {1} lassen sich nicht in {2} Teilmengen teilen; mindestens 2 und höchstens {3} verlangen, sodass jede eine testet und an den anderen gelernt wird',
  'class {0} has {1} stimuli, too few for {2} stratified folds, each of which should test one; ask for fewer folds or leave that class out':
    'Klasse {0} hat {1} Stimuli, zu wenige für {2} geschichtete Teilmengen, von denen jede einen testen soll; weniger Teilmengen verlangen oder diese Klasse weglassen',
  '{0} was given folds of {1} stimuli for {2} stimuli; make the folds for the same stimuli':
    '{0} bekam Teilmengen von {1} Stimuli für {2} Stimuli; die Teilmengen für dieselben Stimuli bilden',
  '{0} needs at least {1} folds ({2}), but there are {3}; make more folds':
    '{0} braucht mindestens {1} Teilmengen ({2}), es sind aber {3}; mehr Teilmengen bilden',
  '{0} needs at least one {1} to try, but the list is empty; give one or more numbers above 0':
    '{0} braucht mindestens ein {1} zum Versuchen, die Liste ist aber leer; eine oder mehrere Zahlen über 0 angeben',
  '{0} needs each {1} to be finite and above 0, but number {2} (counted from 0) is {3}; leave it out':
    '{0} verlangt, dass jedes {1} endlich und über 0 ist, Nummer {2} (ab 0 gezählt) ist aber {3}; weglassen',
  '{0} is undefined for target {1} (counted from 0): it has the same value for all stimuli, so there is no variance to explain; leave that target out':
    '{0} ist für Ziel {1} (ab 0 gezählt) nicht definiert: Es hat bei allen Stimuli denselben Wert, es gibt also keine Varianz zu erklären; dieses Ziel weglassen',
  '{0} is undefined for target {1} (counted from 0): its predictions are the same for all stimuli, so there is nothing to correlate; try smaller alphas or other activations':
    '{0} ist für Ziel {1} (ab 0 gezählt) nicht definiert: Seine Vorhersagen sind bei allen Stimuli gleich, es gibt also nichts zu korrelieren; kleinere alphas oder andere Aktivierungen versuchen',
  '{0} left the range of numbers (its squares reach 1e308); divide the activations and targets by a common factor':
    '{0} verließ den Zahlenbereich (Quadrate erreichen 1e308); Aktivierungen und Ziele durch einen gemeinsamen Faktor teilen',
  'a model of {0} units was given activations of {1} units to predict from; take the layer that it was fitted to':
    'ein Modell von {0} Einheiten bekam Aktivierungen von {1} Einheiten zum Vorhersagen; die Schicht nehmen, an die es angepasst wurde',
  '{0} needs at least 2 classes, but all stimuli have one; give labels that differ':
    '{0} braucht mindestens 2 Klassen, alle Stimuli haben aber dieselbe; verschiedene Labels angeben',
  '{0} cannot learn class {1} (counted from 0): no stimulus of it is left to train on when fold {2} is left out; take stratified folds, or leave that class out':
    '{0} kann Klasse {1} (ab 0 gezählt) nicht lernen: Kein Stimulus von ihr bleibt zum Lernen, wenn Teilmenge {2} ausgelassen ist; geschichtete Teilmengen nehmen oder diese Klasse weglassen',
  '{0} did not settle in {1} Newton steps, which happens when activations are of very different size or C is very large; standardise the units or take a smaller C':
    '{0} kam in {1} Newton-Schritten nicht zur Ruhe, was bei sehr verschieden großen Aktivierungen oder sehr großem C vorkommt; die Einheiten standardisieren oder ein kleineres C nehmen',
  'the correlation classifier is undefined for {0} {1} (counted from 0): all units have the same value, so there is no pattern to correlate; leave it out or take the nearest centroid':
    'der Korrelationsklassifikator ist für {0} {1} (ab 0 gezählt) nicht definiert: Alle Einheiten haben denselben Wert, es gibt also kein Muster zu korrelieren; weglassen oder den nächsten Schwerpunkt nehmen',
  '{0} needs at least {1} units ({2}), but there {3}; take another site':
    '{0} braucht mindestens {1} Einheiten ({2}), es gilt aber: {3}; eine andere Stelle nehmen',
  '{0} was asked for a p-value from no permutation; ask for some hundred':
    '{0} sollte einen p-Wert aus keiner Anordnung geben; einige Hundert verlangen',
  'a control task gives each type of stimulus a label to be learnt by heart, but none of the {0} stimuli shares its type with another; give types that come again, such as words':
    'eine Kontrollaufgabe gibt jedem Typ von Stimulus ein Label zum Auswendiglernen, aber keiner der {0} Stimuli teilt seinen Typ mit einem anderen; Typen angeben, die wiederkehren, etwa Wörter',
  'seed {0} gave all types of the control task the same label; take another seed or more types':
    'Startwert {0} gab allen Typen der Kontrollaufgabe dasselbe Label; einen anderen Startwert oder mehr Typen nehmen',
  'an online code needs fractions that rise from above 0 to exactly 1, the parts of the stimuli after which blocks end; give such a list, as VOITA_FRACTIONS':
    'ein Online-Code braucht Anteile, die von über 0 bis genau 1 steigen, die Teile der Stimuli, nach denen Blöcke enden; eine solche Liste angeben, wie VOITA_FRACTIONS',
  'the online codelength is infinite: class {0} (counted from 0) is not among the first {1} stimuli, so a probe trained on them cannot expect it; take a larger first fraction or another order':
    'die Online-Codelänge ist unendlich: Klasse {0} (ab 0 gezählt) ist nicht unter den ersten {1} Stimuli, eine an ihnen gelernte Sonde kann sie also nicht erwarten; einen größeren ersten Anteil oder eine andere Reihenfolge nehmen',
  '{0} needs one or more feature spaces and a penalty or weight for each, but there are {1} spaces and {2} penalties or weights; give one each, in the same order':
    '{0} braucht einen oder mehrere Merkmalsräume und je eine Strafe oder ein Gewicht, es sind aber {1} Räume und {2} Strafen oder Gewichte; je eines angeben, in derselben Reihenfolge',
  '{0} needs lists of weights, each with numbers from 0 that are not all 0; give such lists, as simplex_weights makes them':
    '{0} braucht Listen von Gewichten, jede mit Zahlen ab 0, die nicht alle 0 sind; solche Listen angeben, wie simplex_weights sie macht',
  'a noise ceiling needs at least 2 repeats of the same stimuli, but there {0}; give each repeat':
    'eine Rauschgrenze braucht mindestens 2 Wiederholungen derselben Stimuli, es gilt aber: {0}; jede Wiederholung angeben',
  'variance is parted among 2 or 3 feature spaces, but there {0}; give 2 or 3':
    'Varianz wird auf 2 oder 3 Merkmalsräume verteilt, es gilt aber: {0}; 2 oder 3 angeben',
  '{0} is undefined: stimulus {1} (counted from 0) of the {2} input is 0 for all targets, so it has no direction; leave that stimulus out':
    '{0} ist nicht definiert: Stimulus {1} (ab 0 gezählt) der Eingabe „{2}“ ist für alle Ziele 0, hat also keine Richtung; diesen Stimulus weglassen',
  '{0} needs at least one model RDM, but there are none; give one or more':
    '{0} braucht mindestens eine Modell-RDM, es gibt aber keine; eine oder mehrere angeben',
  '{0} is undefined: {1}; {2}': '{0} ist nicht definiert: {1}; {2}',
  '{0} was asked for {1}, but {2}; ask for a number in that range':
    '{0}: Verlangt war {1}, aber {2}; eine Zahl in diesem Bereich verlangen',
  '{0} is undefined for stimulus {1} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out':
    '{0} ist für Stimulus {1} (ab 0 gezählt) nicht definiert: Alle Einheiten antworten 0, er hat also keine Richtung; diesen Stimulus weglassen',
  '{0} is undefined: stimuli {1} and {2} (counted from 0) have the same answers, and it takes logarithms of their distance; leave one of the two out':
    '{0} ist nicht definiert: Die Stimuli {1} und {2} (ab 0 gezählt) haben dieselben Antworten, und es nimmt Logarithmen ihres Abstands; einen der beiden weglassen',
  '{0} tells classes apart, but all {1} stimuli have the same label; give labels of at least 2 classes':
    '{0} trennt Klassen, alle {1} Stimuli haben aber dasselbe Label; Labels von mindestens 2 Klassen angeben',
  '{0} needs at least {1} stimuli of each class, but class {2} (counted from 0) has {3}; add stimuli of it or leave it out':
    '{0} braucht mindestens {1} Stimuli jeder Klasse, Klasse {2} (ab 0 gezählt) hat aber {3}; Stimuli hinzufügen oder sie weglassen',
  '{0} is a measure of answers from 0 up, but unit {1} answers {2} to stimulus {3} (counted from 0); rectify the activations first or take d_prime_preferred_class or auc_best_class':
    '{0} ist ein Maß für Antworten ab 0, Einheit {1} antwortet aber {2} auf Stimulus {3} (ab 0 gezählt); die Aktivierungen erst gleichrichten oder d_prime_preferred_class oder auc_best_class nehmen',
  'edge {0} from stimulus {1} to stimulus {2} with weight {3} (all counted from 0) is none of a graph of {4} stimuli: {5}; correct it or leave it out':
    'Kante {0} von Stimulus {1} zu Stimulus {2} mit Gewicht {3} (alle ab 0 gezählt) gehört nicht zu einem Graphen von {4} Stimuli: {5}; berichtigen oder weglassen',
  "{0} is out of f64's range for the {1} input, whose answers are too large or too small to be squared and summed; bring them nearer to 1 by a common factor and try again":
    '{0} liegt für die Eingabe „{1}“ außerhalb des Bereichs von f64, ihre Antworten sind zu groß oder zu klein, um quadriert und summiert zu werden; sie durch einen gemeinsamen Faktor näher an 1 bringen und noch einmal versuchen',
  '{0} of {1} and {2} units would need a {3} × {4} matrix, more than this machine is asked to hold; leave units out':
    '{0} von {1} und {2} Einheiten bräuchte eine {3} × {4}-Matrix, mehr, als dieser Rechner halten soll; Einheiten weglassen',
  '{0} needs {1} to be {2}, but it is {3}; give one in that range':
    '{0} verlangt {1} als {2}, es ist aber {3}; einen Wert in diesem Bereich angeben',
  '{0} is undefined for the {1} input: all units answer 0 to every stimulus, so it has no direction; take another site or other stimuli':
    '{0} ist für die Eingabe „{1}“ nicht definiert: Alle Einheiten antworten auf jeden Stimulus 0, sie hat also keine Richtung; eine andere Stelle oder andere Stimuli nehmen',
  '{0} is undefined for the {1} input: at least half of all pairs of stimuli have the same answers, so their median distance is 0 and the kernel has no width; leave repeated stimuli out or take cka_linear_debiased':
    '{0} ist für die Eingabe „{1}“ nicht definiert: Mindestens die Hälfte aller Paare von Stimuli hat dieselben Antworten, ihr mittlerer Abstand ist also 0 und der Kern hat keine Breite; wiederholte Stimuli weglassen oder cka_linear_debiased nehmen',
  'a relative representation needs anchors, the numbers of some of its stimuli, but there are none; give at least one':
    'eine relative Repräsentation braucht Anker, die Nummern einiger ihrer Stimuli, es gibt aber keine; mindestens einen angeben',
  'anchor {0} of a relative representation is none of its {1} stimuli (counted from 0); give numbers below {2}':
    'Anker {0} einer relativen Repräsentation ist keiner ihrer {1} Stimuli (ab 0 gezählt); Nummern unter {2} angeben',
  'the relative cosine is undefined for stimulus {0} (counted from 0): its answers in the {1} input are at right angles to all anchors; take more anchors':
    'der relative Kosinus ist für Stimulus {0} (ab 0 gezählt) nicht definiert: Seine Antworten in der Eingabe „{1}“ stehen senkrecht auf allen Ankern; mehr Anker nehmen',
  '{0} is undefined: the answers of no unit of the second input vary enough to be explained; take another site or other stimuli':
    '{0} ist nicht definiert: Die Antworten keiner Einheit der zweiten Eingabe variieren genug, um erklärt zu werden; eine andere Stelle oder andere Stimuli nehmen',
  'the sparse regression on unit {0} of the second input (counted from 0) did not settle in {1} rounds, as happens with very many nearly equal units; take a larger penalty':
    'die sparsame Regression auf Einheit {0} der zweiten Eingabe (ab 0 gezählt) kam in {1} Runden nicht zur Ruhe, wie bei sehr vielen fast gleichen Einheiten; eine größere Strafe nehmen',
  '{0} was asked for {1} groups, but there can be between 1 and {2} ({3}); ask for a number in that range':
    '{0} sollte {1} Gruppen bilden, möglich sind aber 1 bis {2} ({3}); eine Zahl in diesem Bereich verlangen',
  '{0} takes {1} {2}, but it is {3}; change that setting':
    '{0} nimmt {1} {2}, es ist aber {3}; diese Einstellung ändern',
  '{0} takes {1} of {2} × {3} numbers, all finite, but {4} were given, {5} of them NaN or infinite; give one row for each, row after row':
    '{0} nimmt {1} aus {2} × {3} Zahlen, alle endlich, gegeben wurden aber {4}, davon {5} NaN oder unendlich; je eine Zeile angeben, Zeile für Zeile',
  '{0} needs distances from 0 to 1e150, so that they can be squared, but stimuli {1} and {2} (counted from 0) are {3} apart; take a distance that cannot be negative, or rescale the activations':
    '{0} braucht Abstände von 0 bis 1e150, damit sie quadriert werden können, die Stimuli {1} und {2} (ab 0 gezählt) sind aber {3} auseinander; einen Abstand nehmen, der nicht negativ sein kann, oder die Aktivierungen umskalieren',
  '{0} is undefined: the answers lie so far apart that their squared distances are infinite; rescale the activations':
    '{0} ist nicht definiert: Die Antworten liegen so weit auseinander, dass ihre quadrierten Abstände unendlich sind; die Aktivierungen umskalieren',
  '{0} is undefined: all {1} stimuli are 0 apart, so there is nothing to lay out; take another site or other stimuli':
    '{0} ist nicht definiert: Alle {1} Stimuli sind 0 auseinander, es gibt also nichts auszulegen; eine andere Stelle oder andere Stimuli nehmen',
  'affinities of {0} stimuli are a symmetric {1} × {2} matrix of finite numbers from 0 up, but {3}; make them of an RDM by nearest neighbours or by an RBF':
    'Affinitäten von {0} Stimuli sind eine symmetrische {1} × {2}-Matrix endlicher Zahlen ab 0, aber {3}; sie aus einer RDM durch nächste Nachbarn oder ein RBF bilden',
  '{0} compares two groupings of the same stimuli, but the first has {1} stimuli and the second {2}; use the same stimuli, in the same order, for both':
    '{0} vergleicht zwei Gruppierungen derselben Stimuli, die erste hat aber {1} Stimuli und die zweite {2}; für beide dieselben Stimuli in derselben Reihenfolge verwenden',
  'activations of shape [{0} stimuli, {1} units] hold nothing to measure; give at least one stimulus and one unit':
    'Aktivierungen der Form [{0} Stimuli, {1} Einheiten] enthalten nichts zu messen; mindestens einen Stimulus und eine Einheit angeben',
  'activations of shape [{0} stimuli, {1} units] need one number for each stimulus and unit, but {2} numbers were given; check the shape (stimuli come first)':
    'Aktivierungen der Form [{0} Stimuli, {1} Einheiten] brauchen eine Zahl je Stimulus und Einheit, gegeben wurden aber {2} Zahlen; die Form prüfen (Stimuli zuerst)',
  '{0} of {1} activations are NaN or infinite, the first ({2}) at stimulus {3}, unit {4} (counted from 0); check the weights and inputs that made them':
    '{0} von {1} Aktivierungen sind NaN oder unendlich, die erste ({2}) bei Stimulus {3}, Einheit {4} (ab 0 gezählt); die Gewichte und Eingaben prüfen, aus denen sie entstanden',
  '{0} needs at least {1} stimuli ({2}), but there {3}; add stimuli':
    '{0} braucht mindestens {1} Stimuli ({2}), es gilt aber: {3}; Stimuli hinzufügen',
  '{0} of {1} stimuli would need a {2} × {3} matrix, more than this machine is asked to hold; use at most {4} stimuli':
    '{0} von {1} Stimuli bräuchte eine {2} × {3}-Matrix, mehr, als dieser Rechner halten soll; höchstens {4} Stimuli verwenden',
  '{0} compares answers to the same stimuli, but the first input has {1} stimuli and the second {2}; use the same stimuli, in the same order, for both':
    '{0} vergleicht Antworten auf dieselben Stimuli, die erste Eingabe hat aber {1} Stimuli und die zweite {2}; für beide dieselben Stimuli in derselben Reihenfolge verwenden',
  'correlation distance is undefined for stimulus {0} (counted from 0): all units answer {1}, so there is no variance to correlate; leave that stimulus out or take squared_euclidean_per_unit':
    'der Korrelationsabstand ist für Stimulus {0} (ab 0 gezählt) nicht definiert: Alle Einheiten antworten {1}, es gibt also keine Varianz zu korrelieren; diesen Stimulus weglassen oder squared_euclidean_per_unit nehmen',
  'cosine distance is undefined for stimulus {0} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out or take squared_euclidean_per_unit':
    'der Kosinusabstand ist für Stimulus {0} (ab 0 gezählt) nicht definiert: Alle Einheiten antworten 0, er hat also keine Richtung; diesen Stimulus weglassen oder squared_euclidean_per_unit nehmen',
  '{0} is undefined: all entries of the {1} RDM equal {2}, so there is nothing to correlate; take another site or distance':
    '{0} ist nicht definiert: Alle Einträge der RDM „{1}“ sind {2}, es gibt also nichts zu korrelieren; eine andere Stelle oder einen anderen Abstand nehmen',
  '{0} is undefined: all entries of the {1} RDM are 0, so it has no direction; take another site or other stimuli':
    '{0} ist nicht definiert: Alle Einträge der RDM „{1}“ sind 0, sie hat also keine Richtung; eine andere Stelle oder andere Stimuli nehmen',
  '{0} is undefined: no unit of the {1} input answers differently to any two stimuli (a dead layer); take another site or other stimuli':
    '{0} ist nicht definiert: Keine Einheit der Eingabe „{1}“ antwortet auf zwei Stimuli verschieden (eine tote Schicht); eine andere Stelle oder andere Stimuli nehmen',
  '{0} is undefined: after its correction for chance nothing is left of the {1} input, as when all stimuli are equally far apart; take another site or more stimuli':
    '{0} ist nicht definiert: Nach der Zufallskorrektur bleibt von der Eingabe „{1}“ nichts übrig, wie wenn alle Stimuli gleich weit auseinander sind; eine andere Stelle oder mehr Stimuli nehmen',
  '{0} is undefined: every unit answers the same to all {1} stimuli, so there is no variance; take another site or other stimuli':
    '{0} ist nicht definiert: Jede Einheit antwortet auf alle {1} Stimuli gleich, es gibt also keine Varianz; eine andere Stelle oder andere Stimuli nehmen',
  'PCA was asked for {0} components, but {1} stimuli × {2} units have between 1 and {3} (the smaller of n_stimuli − 1 and n_units); ask for a number in that range':
    'Die PCA sollte {0} Komponenten geben, {1} Stimuli × {2} Einheiten haben aber 1 bis {3} (das Kleinere von n_stimuli − 1 und n_units); eine Zahl in diesem Bereich verlangen',
  'an RDM of {0} stimuli has {1} entries above its diagonal, but {2} were given; check the number of stimuli':
    'eine RDM von {0} Stimuli hat {1} Einträge über ihrer Diagonale, gegeben wurden aber {2}; die Zahl der Stimuli prüfen',
  'a square RDM of {0} stimuli has {1} × {2} entries, but {3} were given; check that the array is square':
    'eine quadratische RDM von {0} Stimuli hat {1} × {2} Einträge, gegeben wurden aber {3}; prüfen, ob das Array quadratisch ist',
  'an RDM needs at least 2 stimuli, because its entries are distances between two, but there {0}':
    'eine RDM braucht mindestens 2 Stimuli, weil ihre Einträge Abstände zwischen zweien sind, es gilt aber: {0}',
  '{0} of {1} RDM entries are NaN or infinite, the first ({2}) between stimuli {3} and {4} (counted from 0); leave those stimuli out':
    '{0} von {1} Einträgen der RDM sind NaN oder unendlich, der erste ({2}) zwischen den Stimuli {3} und {4} (ab 0 gezählt); diese Stimuli weglassen',
  'an RDM must be symmetric, but its entry ({0}, {1}) is {2} and ({3}, {4}) is {5} (counted from 0); if these are activations, make an RDM of them first':
    'eine RDM muss symmetrisch sein, ihr Eintrag ({0}, {1}) ist aber {2} und ({3}, {4}) ist {5} (ab 0 gezählt); wenn das Aktivierungen sind, erst eine RDM daraus machen',
  "an RDM's diagonal must be 0, but stimulus {0} (counted from 0) is {1} from itself; if this is a similarity matrix, turn it into distances first":
    'die Diagonale einer RDM muss 0 sein, Stimulus {0} (ab 0 gezählt) ist aber {1} von sich selbst entfernt; wenn das eine Ähnlichkeitsmatrix ist, erst Abstände daraus machen',
  'there is no {0} named "{1}"{2}; the known ones are {3}':
    '{0} namens „{1}“ gibt es nicht{2}; bekannt sind {3}',
  'an attention pattern [head, query, key] of {0} tokens has a multiple of {1} × {2} numbers, but {3} were given; take it from the run that had these tokens':
    'ein Aufmerksamkeitsmuster [head, query, key] von {0} Token hat ein Vielfaches von {1} × {2} Zahlen, gegeben wurden aber {3}; es aus dem Lauf nehmen, der diese Token hatte',
  '{0} is undefined on these {1} tokens: none of them has an earlier place to look at; take a text in which tokens come again':
    '{0} ist auf diesen {1} Token nicht definiert: Keines hat einen früheren Platz, auf den es schauen könnte; einen Text nehmen, in dem Token wiederkehren',
  'labels are needed, one whole number a stimulus, but there are none; give a list as long as the stimuli':
    'gebraucht werden Labels, eine ganze Zahl je Stimulus, es gibt aber keine; eine Liste so lang wie die Stimuli angeben',
  '{0} needs a label for each stimulus, but there are {1} labels for {2} stimuli; give one each, in the same order':
    '{0} braucht ein Label für jeden Stimulus, es sind aber {1} Labels für {2} Stimuli; je eines angeben, in derselben Reihenfolge',
  '{0} compares two RDMs, but the {1} input is activations; make them first with `rdm`':
    '{0} vergleicht zwei RDMs, die Eingabe „{1}“ sind aber Aktivierungen; erst mit `rdm` RDMs daraus machen',
  '{0} compares activations [n_stimuli, n_units], but the {1} input is an RDM; give the activations that it was made from, or take one of the rdm_ measures':
    '{0} vergleicht Aktivierungen [n_stimuli, n_units], die Eingabe „{1}“ ist aber eine RDM; die Aktivierungen angeben, aus denen sie entstand, oder eines der rdm_-Maße nehmen',
  'the eigenvalues for {0} did not converge, which finite activations of ordinary size do not cause; rescale the activations and try again':
    'die Eigenwerte für {0} konvergierten nicht, was endliche Aktivierungen gewöhnlicher Größe nicht bewirken; die Aktivierungen umskalieren und noch einmal versuchen',
  'stimulus {0} was chosen, but there are {1} stimuli, counted from 0; choose among those':
    'Stimulus {0} war gewählt, es gibt aber {1} Stimuli, ab 0 gezählt; unter diesen wählen',
  '{0} is undefined on the chosen stimuli, because nothing is left to compare or to correlate there; choose more or other stimuli':
    '{0} ist auf den gewählten Stimuli nicht definiert, weil dort nichts zu vergleichen oder zu korrelieren bleibt; mehr oder andere Stimuli wählen',
  '{0} needs at least {1} random draws ({2}), but {3} were asked for; ask for more':
    '{0} braucht mindestens {1} zufällige Ziehungen ({2}), verlangt waren aber {3}; mehr verlangen',
  'an interval of {0} leaves groups of stimuli out in turn, but without any of them it is exactly {1}, because so few stimuli cannot tell the layers apart; use more stimuli':
    'ein Intervall von {0} lässt reihum Gruppen von Stimuli aus, aber ohne jede von ihnen ist es genau {1}, weil so wenige Stimuli die Schichten nicht unterscheiden; mehr Stimuli nehmen',
  '{0} is undefined on {1} of {2} bootstrap samples, so that the rest would not stand for all; use more stimuli':
    '{0} ist auf {1} von {2} Bootstrap-Stichproben nicht definiert, der Rest stünde also nicht für alle; mehr Stimuli verwenden',
  '{0} needs at least {1} subjects ({2}), but there {3}; add subjects':
    '{0} braucht mindestens {1} Personen ({2}), es gilt aber: {3}; Personen hinzufügen',
  '{0} needs at least {1} values ({2}), but there {3}; add values':
    '{0} braucht mindestens {1} Werte ({2}), es gilt aber: {3}; Werte hinzufügen',
  '{0} pairs each value with the one in the same place, but there are {1} values and {2} values; give as many of both':
    '{0} paart jeden Wert mit dem an derselben Stelle, es sind aber {1} Werte und {2} Werte; von beiden gleich viele angeben',
  '{0} needs finite numbers, but the one in place {1} (counted from 0) is {2}; leave it out or find what made it':
    '{0} braucht endliche Zahlen, die an Stelle {1} (ab 0 gezählt) ist aber {2}; sie weglassen oder finden, was sie erzeugte',
  '{0} is undefined: all differences are {1}, so there is no spread to judge them by; check that the two inputs are not the same or moved copies':
    '{0} ist nicht definiert: Alle Differenzen sind {1}, es gibt also keine Streuung, an der sie zu messen wären; prüfen, ob die beiden Eingaben nicht gleich oder verschobene Kopien sind',
  'p-values lie between 0 and 1, but the one in place {0} (counted from 0) is {1}; give p-values':
    'p-Werte liegen zwischen 0 und 1, der an Stelle {0} (ab 0 gezählt) ist aber {1}; p-Werte angeben',
  '{0} of {1} stimuli cannot be drawn without replacement; ask for a number from 1 to {2}':
    '{0} von {1} Stimuli lassen sich nicht ohne Zurücklegen ziehen; eine Zahl von 1 bis {2} verlangen',
  'a covariance of {0} units is a square of {1} × {2} numbers, but {3} were given; check the number of units':
    'eine Kovarianz von {0} Einheiten ist ein Quadrat von {1} × {2} Zahlen, gegeben wurden aber {3}; die Zahl der Einheiten prüfen',
  'the noise covariance has {0} units and the activations {1}; take both of the same site':
    'die Rauschkovarianz hat {0} Einheiten und die Aktivierungen {1}; beide von derselben Stelle nehmen',
  'the noise covariance of {0} units is not symmetric and positive definite, so it cannot be inverted; shrink it, or leave out units without noise':
    'die Rauschkovarianz von {0} Einheiten ist nicht symmetrisch und positiv definit, lässt sich also nicht umkehren; sie schrumpfen oder Einheiten ohne Rauschen weglassen',
  'the noise of unit {0} (counted from 0) is 0 in all residuals, so it cannot be scaled by it; leave that unit out':
    'das Rauschen von Einheit {0} (ab 0 gezählt) ist in allen Residuen 0, es lässt sich also nicht damit skalieren; diese Einheit weglassen',
  'crossnobis needs each condition in each partition, but condition {0} is not in partition {1} (both numbered in order from 0); leave that condition out or join partitions':
    'crossnobis braucht jede Bedingung in jedem Teil, Bedingung {0} ist aber nicht in Teil {1} (beide Nummern der Reihe nach ab 0); diese Bedingung weglassen oder Teile zusammenlegen',
  'crossnobis multiplies estimates of different partitions, so it needs at least 2, but there {0}; label independent measurements as partitions':
    'crossnobis multipliziert Schätzungen verschiedener Teile, braucht also mindestens 2, es gilt aber: {0}; unabhängige Messungen als Teile kennzeichnen',
  '{0} needs quantiles with 0 ≤ lower < upper ≤ 1, but they are {1} and {2}; swap or change them':
    '{0} braucht Quantile mit 0 ≤ lower < upper ≤ 1, sie sind aber {1} und {2}; tauschen oder ändern',
  'the geo-topological transform is undefined: the entries at the quantiles {0} and {1} are both {2}; take quantiles further apart, or an RDM with fewer equal entries':
    'die geo-topologische Transformation ist nicht definiert: Die Einträge an den Quantilen {0} und {1} sind beide {2}; weiter entfernte Quantile nehmen oder eine RDM mit weniger gleichen Einträgen',
  'a barcode of {0} stimuli has too many triangles to hold; use at most {1} stimuli, drawn with `choose_stimuli`':
    'ein Barcode von {0} Stimuli hat zu viele Dreiecke; höchstens {1} Stimuli verwenden, gezogen mit `choose_stimuli`',
  '{0} needs distances of at least 0, but that between stimuli {1} and {2} (counted from 0) is {3}; cut negative estimates to 0 first':
    '{0} braucht Abstände ab 0, der zwischen den Stimuli {1} und {2} (ab 0 gezählt) ist aber {3}; negative Schätzungen erst auf 0 setzen',
  'stimuli {0} and {1} (counted from 0) are not joined by any path of the graph, so they are no finite distance apart; join more neighbours or use a larger threshold':
    'die Stimuli {0} und {1} (ab 0 gezählt) sind durch keinen Weg des Graphen verbunden, haben also keinen endlichen Abstand; mehr Nachbarn verbinden oder eine größere Schwelle nehmen',
  'a graph of nearest neighbours of {0} stimuli joins each to 1 to {1} others, but {2} were asked for; ask for a number in that range':
    'ein Graph nächster Nachbarn von {0} Stimuli verbindet jeden mit 1 bis {1} anderen, verlangt waren aber {2}; eine Zahl in diesem Bereich verlangen',
  'a Betti curve needs thresholds that rise and are finite, but the one in place {0} (counted from 0) is {1}; sort them':
    'eine Betti-Kurve braucht endliche, steigende Schwellen, die an Stelle {0} (ab 0 gezählt) ist aber {1}; sie sortieren',
};
