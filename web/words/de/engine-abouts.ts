import type { Catalogue } from '../words';

/** Measures, each in a sentence. */
export const engineAbouts: Catalogue = {
  'Mean canonical correlation of two layers; 0 to 1, higher is more alike, always 1 if either has n_stimuli − 1 units or more.':
    'Mittlere kanonische Korrelation zweier Schichten; 0 bis 1, höher ist ähnlicher, immer 1, wenn eine n_stimuli − 1 Einheiten oder mehr hat.',
  "Mean canonical correlation of the principal components that keep 99 % of each layer's variance (Raghu et al. 2017); 0 to 1, higher is more alike, inflated with few stimuli.":
    'Mittlere kanonische Korrelation der Hauptkomponenten, die 99 % der Varianz jeder Schicht halten (Raghu et al. 2017); 0 bis 1, höher ist ähnlicher, überhöht bei wenigen Stimuli.',
  "Canonical correlations weighted by how much of the first layer's units each direction accounts for (Morcos et al. 2018), not symmetric; 0 to 1, higher is more alike, inflated with few stimuli.":
    'Kanonische Korrelationen, gewichtet danach, wie viel von den Einheiten der ersten Schicht jede Richtung ausmacht (Morcos et al. 2018), nicht symmetrisch; 0 bis 1, höher ist ähnlicher, überhöht bei wenigen Stimuli.',
  'Cosine of the angle between the matrices of inner products of two layers, no mean taken away (Cristianini et al. 2001); 0 to 1, higher is more alike.':
    'Kosinus des Winkels zwischen den Matrizen der Skalarprodukte zweier Schichten, ohne Abzug eines Mittelwerts (Cristianini et al. 2001); 0 bis 1, höher ist ähnlicher.',
  'Generalized discrimination value (Schilling et al. 2021) of units z-scored and halved, mean distance within classes less that between them over √n_units; about −1 (apart) to 0 (not apart).':
    'Generalized Discrimination Value (Schilling et al. 2021) der z-standardisierten und halbierten Einheiten, mittlerer Abstand innerhalb der Klassen minus der zwischen ihnen, über √n_units; etwa −1 (getrennt) bis 0 (nicht getrennt).',
  'One minus the mean cosine distance within classes over that between any two stimuli, classes counting alike (Kornblith et al. 2021); 0 to 1, higher is further apart.':
    'Eins minus der mittlere Kosinusabstand innerhalb der Klassen über dem zwischen beliebigen Stimuli, wobei Klassen gleich zählen (Kornblith et al. 2021); 0 bis 1, höher ist weiter auseinander.',
  "Mean silhouette of the stimuli with Euclidean distances, as scikit-learn's silhouette_score; −1 to 1, higher is further apart.":
    'Mittlere Silhouette der Stimuli mit euklidischen Abständen, wie silhouette_score von scikit-learn; −1 bis 1, höher ist weiter auseinander.',
  'Trace of the scatter within classes over that of the scatter between class means; 0 up, higher is less apart.':
    'Spur der Streuung innerhalb der Klassen über der Spur der Streuung zwischen den Klassenmitteln; ab 0 aufwärts, höher ist weniger getrennt.',
  "Neural collapse's tr(Σ_W Σ_B⁺) / K (Papyan et al. 2020), scatter within classes measured by that between class means; 0 (collapsed) up.":
    'tr(Σ_W Σ_B⁺) / K des neuronalen Kollapses (Papyan et al. 2020), Streuung innerhalb der Klassen, gemessen an der zwischen den Klassenmitteln; ab 0 (kollabiert) aufwärts.',
  'Share of stimuli nearest (Euclidean) to the mean of their own class, from which they are left out; 0 to 1, higher is further apart.':
    'Anteil der Stimuli, die dem Mittel der eigenen Klasse, aus dem sie ausgelassen sind, am nächsten liegen (euklidisch); 0 bis 1, höher ist weiter auseinander.',
  "Mutual information from 3 nearest neighbours, Kraskov et al. 2004's first algorithm, in nats; around 0 for unrelated layers and then often below, higher shares more.":
    'Transinformation aus 3 nächsten Nachbarn, erster Algorithmus von Kraskov et al. 2004, in nats; um 0 bei unverwandten Schichten, dann oft darunter, höher teilt mehr.',
  "Mutual information from 3 nearest neighbours, Kraskov et al. 2004's second algorithm, in nats; around 0 for unrelated layers and then often below, higher shares more.":
    'Transinformation aus 3 nächsten Nachbarn, zweiter Algorithmus von Kraskov et al. 2004, in nats; um 0 bei unverwandten Schichten, dann oft darunter, höher teilt mehr.',
  "Mutual information of the cells of two layers, 30 equally wide bins a unit over each layer's range, in bits; 0 to log₂ n_stimuli, higher shares more.":
    'Transinformation der Zellen zweier Schichten, 30 gleich breite Intervalle je Einheit über den Bereich jeder Schicht, in Bit; 0 bis log₂ n_stimuli, höher teilt mehr.',
  "Entropy of the layer's cells, 30 equally wide bins a unit over the layer's range, in bits; 0 to log₂ n_stimuli, higher tells more stimuli apart.":
    'Entropie der Zellen der Schicht, 30 gleich breite Intervalle je Einheit über den Bereich der Schicht, in Bit; 0 bis log₂ n_stimuli, höher unterscheidet mehr Stimuli.',
  "Mutual information of the layer's cells and the classes, 30 equally wide bins a unit over the layer's range, in bits; 0 to the entropy of the classes.":
    'Transinformation der Zellen der Schicht und der Klassen, 30 gleich breite Intervalle je Einheit über den Bereich der Schicht, in Bit; 0 bis zur Entropie der Klassen.',
  'Upper bound on the information on the stimuli of answers with Gaussian noise of variance 0.1 (Kolchinsky & Tracey 2017), in nats; 0 to ln n_stimuli, higher tells more stimuli apart.':
    'Obere Schranke der Information über die Stimuli bei Antworten mit Gaußschem Rauschen der Varianz 0,1 (Kolchinsky & Tracey 2017), in nats; 0 bis ln n_stimuli, höher unterscheidet mehr Stimuli.',
  'Lower bound on the information on the stimuli of answers with Gaussian noise of variance 0.1 (Kolchinsky & Tracey 2017), in nats; 0 to ln n_stimuli, higher tells more stimuli apart.':
    'Untere Schranke der Information über die Stimuli bei Antworten mit Gaußschem Rauschen der Varianz 0,1 (Kolchinsky & Tracey 2017), in nats; 0 bis ln n_stimuli, höher unterscheidet mehr Stimuli.',
  'Information on the classes of answers with Gaussian noise of variance 0.1, difference of upper bounds (Saxe et al. 2018), in nats; about 0 to the entropy of the classes.':
    'Information über die Klassen bei Antworten mit Gaußschem Rauschen der Varianz 0,1, Differenz oberer Schranken (Saxe et al. 2018), in nats; etwa 0 bis zur Entropie der Klassen.',
  'Information on the classes of answers with Gaussian noise of variance 0.1, difference of lower bounds (Saxe et al. 2018), in nats; about 0 to the entropy of the classes.':
    'Information über die Klassen bei Antworten mit Gaußschem Rauschen der Varianz 0,1, Differenz unterer Schranken (Saxe et al. 2018), in nats; etwa 0 bis zur Entropie der Klassen.',
  'Dimension from the ratio of distances to the two nearest stimuli (Facco et al. 2017), the largest 10 % of ratios discarded and stimuli with the same answers as another one dropped; 0 up, higher needs more dimensions.':
    'Dimension aus dem Verhältnis der Abstände zu den zwei nächsten Stimuli (Facco et al. 2017), ohne die größten 10 % der Verhältnisse und ohne Stimuli mit denselben Antworten wie ein anderer; ab 0 aufwärts, höher braucht mehr Dimensionen.',
  'Mean over all pairs of stimuli of the cosine of the angle between their answers, not centred; −1 / (n_stimuli − 1) to 1, higher is a narrower cone.':
    'Mittel über alle Paare von Stimuli des Kosinus des Winkels zwischen ihren Antworten, nicht zentriert; −1 / (n_stimuli − 1) bis 1, höher ist ein engerer Kegel.',
  "IsoScore (Rudman et al. 2022), the share of the units' directions that are evenly used; 0 to 1, higher is more isotropic.":
    'IsoScore (Rudman et al. 2022), der Anteil der Richtungen der Einheiten, die gleichmäßig genutzt sind; 0 bis 1, höher ist isotroper.',
  'Least over largest partition function Σ exp(c·x) along the eigenvectors c of XᵀX in both directions (Mu & Viswanath 2018), not centred; 0 to 1, higher is more isotropic.':
    'Kleinste über größter Zustandssumme Σ exp(c·x) entlang der Eigenvektoren c von XᵀX in beiden Richtungen (Mu & Viswanath 2018), nicht zentriert; 0 bis 1, höher ist isotroper.',
  "Mean R² of the second layer's units predicted from the first's by least squares, each stimulus by a map fitted without it (5 folds dealt with seed 0), not symmetric; at most 1, higher is more alike, below 0 where the mean predicts better.":
    'Mittleres R² der Einheiten der zweiten Schicht, aus denen der ersten durch kleinste Quadrate vorhergesagt, jeder Stimulus durch eine ohne ihn angepasste Abbildung (5 Teilmengen mit Startwert 0), nicht symmetrisch; höchstens 1, höher ist ähnlicher, unter 0, wo der Mittelwert besser vorhersagt.',
  'Mean part of the 10 nearest neighbours by cosine distance that stimuli have in common in two layers (Huh et al. 2024), ties by lower index; 0 to 1, higher is more alike, 10 / (n_stimuli − 1) by chance.':
    'Mittlerer Anteil der 10 nächsten Nachbarn nach Kosinusabstand, die Stimuli in zwei Schichten gemeinsam haben (Huh et al. 2024), Gleichstände nach kleinerem Index; 0 bis 1, höher ist ähnlicher, 10 / (n_stimuli − 1) im Zufall.',
  'Mean part of the 10 nearest neighbours by Euclidean distance that stimuli have in common in two layers, ties by lower index; 0 to 1, higher is more alike, 10 / (n_stimuli − 1) by chance.':
    'Mittlerer Anteil der 10 nächsten Nachbarn nach euklidischem Abstand, die Stimuli in zwei Schichten gemeinsam haben, Gleichstände nach kleinerem Index; 0 bis 1, höher ist ähnlicher, 10 / (n_stimuli − 1) im Zufall.',
  '(Σλ)² / Σλ² of the eigenvalues of the covariance of units over stimuli; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions.':
    '(Σλ)² / Σλ² der Eigenwerte der Kovarianz der Einheiten über die Stimuli; 1 bis min(n_stimuli − 1, n_units), höher verteilt sich auf mehr Dimensionen.',
  'Frobenius distance of two centred layers after the best rotation of the units, sizes left as they are; from 0 (same shape and size) up, in activation.':
    'Frobenius-Abstand zweier zentrierter Schichten nach der besten Drehung der Einheiten, Größen bleiben; ab 0 (gleiche Form und Größe) aufwärts, in Aktivierung.',
  'Frobenius distance of two layers centred and divided by their norms, after the best rotation of the units (Ding et al. 2021 report its square); 0 (same shape) to √2.':
    'Frobenius-Abstand zweier zentrierter und durch ihre Norm geteilter Schichten nach der besten Drehung der Einheiten (Ding et al. 2021 berichten sein Quadrat); 0 (gleiche Form) bis √2.',
  'Mean over units that are not dead of (μ_max − μ_rest) / (μ_max + μ_rest) of class means (Morcos et al. 2018); 0 to 1, higher is choosier.':
    'Mittel über die nicht toten Einheiten von (μ_max − μ_rest) / (μ_max + μ_rest) der Klassenmittel (Morcos et al. 2018); 0 bis 1, höher ist wählerischer.',
  'Mean over units that vary within classes of d′ between the class of the largest mean answer and all other stimuli; 0 up, higher is choosier.':
    'Mittel über die Einheiten, die innerhalb der Klassen variieren, von d′ zwischen der Klasse mit der größten mittleren Antwort und allen anderen Stimuli; ab 0 aufwärts, höher ist wählerischer.',
  'Mean over units that are not constant of the largest area under the ROC curve of one class against the rest; ½ to 1, higher is choosier.':
    'Mittel über die nicht konstanten Einheiten der größten Fläche unter der ROC-Kurve einer Klasse gegen den Rest; ½ bis 1, höher ist wählerischer.',
  "Mean over units that are not dead of Vinje & Gallant's sparseness over stimuli; 0 to 1, higher answers fewer stimuli.":
    'Mittel über die nicht toten Einheiten der Sparsamkeit von Vinje & Gallant über Stimuli; 0 bis 1, höher antwortet auf weniger Stimuli.',
  "Mean over stimuli that some unit answers of Vinje & Gallant's sparseness over units; 0 to 1, higher has fewer units answer.":
    'Mittel über die Stimuli, auf die eine Einheit antwortet, der Sparsamkeit von Vinje & Gallant über Einheiten; 0 bis 1, höher lässt weniger Einheiten antworten.',
  "Mean R² of the second layer's units, each predicted from a few of the first's by a lasso with a tenth of the penalty that leaves none, each stimulus by a map fitted without it (5 folds dealt with seed 0), not symmetric; at most 1, higher is more alike, below 0 where the mean predicts better.":
    'Mittleres R² der Einheiten der zweiten Schicht, jede aus wenigen der ersten durch ein Lasso mit einem Zehntel der Strafe, die keine übrig lässt, vorhergesagt, jeder Stimulus durch eine ohne ihn angepasste Abbildung (5 Teilmengen mit Startwert 0), nicht symmetrisch; höchstens 1, höher ist ähnlicher, unter 0, wo der Mittelwert besser vorhersagt.',
  'Exponential of the entropy of the normalised singular values of the centred activations (Roy & Vetterli 2007); 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions.':
    'Exponential der Entropie der normierten Singulärwerte der zentrierten Aktivierungen (Roy & Vetterli 2007); 1 bis min(n_stimuli − 1, n_units), höher verteilt sich auf mehr Dimensionen.',
  'Sum of squared singular values of the centred activations over the largest one squared; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions.':
    'Summe der quadrierten Singulärwerte der zentrierten Aktivierungen über dem größten quadrierten; 1 bis min(n_stimuli − 1, n_units), höher verteilt sich auf mehr Dimensionen.',
  'The fewest principal components that hold 90 % of the variance; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions.':
    'Die wenigsten Hauptkomponenten, die 90 % der Varianz halten; 1 bis min(n_stimuli − 1, n_units), höher verteilt sich auf mehr Dimensionen.',
  'Exponent α of variance ∝ rank^−α over all ranks with variance, fitted with weight 1/rank; 0 up, higher falls faster.':
    'Exponent α von Varianz ∝ Rang^−α über alle Ränge mit Varianz, angepasst mit Gewicht 1/Rang; ab 0 aufwärts, höher fällt schneller.',
  'Exponent α of variance ∝ rank^−α over ranks 11 to 500, or to the last one with variance, fitted with weight 1/rank (Stringer et al. 2019); 0 up, higher falls faster.':
    'Exponent α von Varianz ∝ Rang^−α über die Ränge 11 bis 500 oder bis zum letzten mit Varianz, angepasst mit Gewicht 1/Rang (Stringer et al. 2019); ab 0 aufwärts, höher fällt schneller.',
  'Mean Pearson correlation of units paired one to one so that its sum is largest (Li et al. 2016), constant units left out; −1 to 1, higher is more alike.':
    'Mittlere Pearson-Korrelation der Einheiten, eins zu eins so gepaart, dass ihre Summe am größten ist (Li et al. 2016), ohne konstante Einheiten; −1 bis 1, höher ist ähnlicher.',
  "Mean over the first layer's units of the Pearson correlation with the second layer's most correlated unit (Li et al. 2016), constant units left out, not symmetric; −1 to 1, higher is more alike.":
    'Mittel über die Einheiten der ersten Schicht der Pearson-Korrelation mit der am stärksten korrelierten Einheit der zweiten (Li et al. 2016), ohne konstante Einheiten, nicht symmetrisch; −1 bis 1, höher ist ähnlicher.',
  'Root of the least mean squared distance of tuning curves when all units are matched in parts (Khosla & Williams 2024), by exact optimal transport of the answers as they are; from 0 (same units) up, in activation.':
    'Wurzel des kleinsten mittleren quadrierten Abstands der Antwortkurven, wenn alle Einheiten anteilig gepaart werden (Khosla & Williams 2024), durch exakten optimalen Transport der Antworten, wie sie sind; ab 0 (dieselben Einheiten) aufwärts, in Aktivierung.',
  'Largest mean correlation of tuning curves when all units are matched in parts (Khosla & Williams 2024), by exact optimal transport, constant units left out; −1 to 1, higher is more alike.':
    'Größte mittlere Korrelation der Antwortkurven, wenn alle Einheiten anteilig gepaart werden (Khosla & Williams 2024), durch exakten optimalen Transport, ohne konstante Einheiten; −1 bis 1, höher ist ähnlicher.',
  'Linear centred kernel alignment with the biased HSIC (Kornblith et al. 2019); 0 to 1, higher is more alike, inflated when units outnumber stimuli.':
    'Lineare zentrierte Kernausrichtung mit der verzerrten HSIC (Kornblith et al. 2019); 0 bis 1, höher ist ähnlicher, überhöht bei mehr Einheiten als Stimuli.',
  'Linear centred kernel alignment with the unbiased HSIC (Song et al. 2012); at most 1, higher is more alike, 0 on average for unrelated layers and then often negative.':
    'Lineare zentrierte Kernausrichtung mit der unverzerrten HSIC (Song et al. 2012); höchstens 1, höher ist ähnlicher, im Mittel 0 bei unverwandten Schichten, dann oft negativ.',
  "Two groups are as far apart as their nearest stimuli; heights in the RDM's unit, higher is further apart.":
    'Zwei Gruppen sind so weit auseinander wie ihre nächsten Stimuli; Höhen in der Einheit der RDM, höher ist weiter auseinander.',
  "Two groups are as far apart as their farthest stimuli; heights in the RDM's unit, higher is further apart.":
    'Zwei Gruppen sind so weit auseinander wie ihre fernsten Stimuli; Höhen in der Einheit der RDM, höher ist weiter auseinander.',
  "Two groups are as far apart as their stimuli on average; heights in the RDM's unit, higher is further apart.":
    'Zwei Gruppen sind so weit auseinander wie ihre Stimuli im Mittel; Höhen in der Einheit der RDM, höher ist weiter auseinander.',
  "The two groups are merged whose union adds least to the squared distances from means; heights as SciPy's, from 0 up.":
    'Vereint werden die zwei Gruppen, deren Vereinigung am wenigsten zu den quadrierten Abständen von den Mitteln beiträgt; Höhen wie in SciPy, ab 0 aufwärts.',
  'Sum over edges of weight times squared difference of the answers; 0 (the same along every edge) up, in activation².':
    'Summe über Kanten von Gewicht mal quadrierter Differenz der Antworten; ab 0 (gleich entlang jeder Kante) aufwärts, in Aktivierung².',
  "The same with each stimulus's answers divided by √(1 + degree) (Cai & Wang 2020); 0 up, in activation².":
    'Dasselbe mit den Antworten jedes Stimulus geteilt durch √(1 + Grad) (Cai & Wang 2020); ab 0 aufwärts, in Aktivierung².',
  'Attention to the token before, mean over queries but the first; 0 to 1.':
    'Attention auf das vorige Token, Mittel über alle Anfragen außer der ersten; 0 bis 1.',
  "Attention to all earlier places of the query's token, mean over the queries that have one; 0 to 1.":
    'Attention auf alle früheren Plätze des anfragenden Tokens, Mittel über die Anfragen, die einen haben; 0 bis 1.',
  "Attention to all places right after an earlier place of the query's token, mean over the queries that have one; 0 to 1.":
    'Attention auf alle Plätze direkt nach einem früheren Platz des anfragenden Tokens, Mittel über die Anfragen, die einen haben; 0 bis 1.',
  'Share of queries whose most attended place holds the token that comes next, among those whose next token came before; 0 to 1.':
    'Anteil der Anfragen, deren meistbeachteter Platz das Token enthält, das als Nächstes kommt, unter denen, deren nächstes Token schon vorkam; 0 bis 1.',
  "The map whose distances differ least from the RDM's; stress from 0 (the same distances) up, lower is better.":
    'Die Karte, deren Abstände am wenigsten von denen der RDM abweichen; Stress ab 0 (dieselben Abstände) aufwärts, niedriger ist besser.',
  "The map whose distances differ least from some that rise with the RDM's; stress from 0 (the same order) up, lower is better.":
    'Die Karte, deren Abstände am wenigsten von solchen abweichen, die mit denen der RDM steigen; Stress ab 0 (dieselbe Reihenfolge) aufwärts, niedriger ist besser.',
  'Sum over units of squared differences divided by the number of units, as rsatoolbox\'s "euclidean"; from 0 (same answers) up, in activation².':
    'Summe über Einheiten der quadrierten Differenzen, geteilt durch die Zahl der Einheiten, wie „euclidean“ in rsatoolbox; ab 0 (gleiche Antworten) aufwärts, in Aktivierung².',
  'Square root of the sum over units of squared differences; from 0 (same answers) up, in activation.':
    'Wurzel der Summe über Einheiten der quadrierten Differenzen; ab 0 (gleiche Antworten) aufwärts, in Aktivierung.',
  "One minus the Pearson correlation over units; 0 (same pattern) to 2 (opposite), blind to each stimulus's mean and scale.":
    'Eins minus die Pearson-Korrelation über Einheiten; 0 (gleiches Muster) bis 2 (entgegengesetzt), blind für Mittelwert und Skala jedes Stimulus.',
  "One minus the cosine of the angle between the answers; 0 (same direction) to 2 (opposite), blind to each stimulus's scale.":
    'Eins minus der Kosinus des Winkels zwischen den Antworten; 0 (gleiche Richtung) bis 2 (entgegengesetzt), blind für die Skala jedes Stimulus.',
  'Pearson correlation of the entries above the diagonals of two RDMs; −1 to 1, higher is more alike.':
    'Pearson-Korrelation der Einträge über den Diagonalen zweier RDMs; −1 bis 1, höher ist ähnlicher.',
  'Spearman rank correlation of the entries above the diagonals of two RDMs, ties by average rank; −1 to 1, higher is more alike.':
    'Spearman-Rangkorrelation der Einträge über den Diagonalen zweier RDMs, Bindungen mit mittlerem Rang; −1 bis 1, höher ist ähnlicher.',
  "Kendall's tau-a of the entries above the diagonals of two RDMs, (concordant − discordant) / all pairs, so that ties lower it; −1 to 1, higher is more alike.":
    'Kendalls tau-a der Einträge über den Diagonalen zweier RDMs, (konkordant − diskordant) / alle Paare, sodass Bindungen es senken; −1 bis 1, höher ist ähnlicher.',
  'Cosine of the angle between the entries above the diagonals of two RDMs, their mean not taken away; −1 to 1 (0 to 1 for distances ≥ 0), higher is more alike.':
    'Kosinus des Winkels zwischen den Einträgen über den Diagonalen zweier RDMs, ohne Abzug des Mittelwerts; −1 bis 1 (0 bis 1 bei Abständen ≥ 0), höher ist ähnlicher.',
  'Spearman rank correlation of the entries above the diagonals of two RDMs that ties broken at random would give on average, so that ties lower it; −1 to 1, higher is more alike.':
    'Spearman-Rangkorrelation der Einträge über den Diagonalen zweier RDMs, die zufällig gebrochene Bindungen im Mittel ergäben, sodass Bindungen sie senken; −1 bis 1, höher ist ähnlicher.',
  'Cosine of the angle between the entries above the diagonals of two RDMs after whitening by the covariance that entries with a stimulus in common have, noise being equal and independent; −1 to 1, higher is more alike.':
    'Kosinus des Winkels zwischen den Einträgen über den Diagonalen zweier RDMs nach Weißung mit der Kovarianz, die Einträge mit einem gemeinsamen Stimulus haben, bei gleichem und unabhängigem Rauschen; −1 bis 1, höher ist ähnlicher.',
  "As rdm_whitened_cosine after each RDM's mean entry is taken away; −1 to 1, higher is more alike.":
    'Wie rdm_whitened_cosine, nachdem der mittlere Eintrag jeder RDM abgezogen ist; −1 bis 1, höher ist ähnlicher.',
  'Centred kernel alignment with a radial basis function kernel as wide as the median distance between stimuli (Kornblith et al. 2019, fraction 1) and the biased HSIC; 0 to 1, higher is more alike, inflated with few stimuli.':
    'Zentrierte Kernausrichtung mit einem RBF-Kern, so breit wie der Median der Abstände zwischen Stimuli (Kornblith et al. 2019, Anteil 1), und der verzerrten HSIC; 0 bis 1, höher ist ähnlicher, überhöht bei wenigen Stimuli.',
  'Centred kernel alignment with a radial basis function kernel as wide as the median distance between stimuli (Kornblith et al. 2019, fraction 1) and the unbiased HSIC; at most 1, higher is more alike, 0 on average for unrelated layers and then often negative.':
    'Zentrierte Kernausrichtung mit einem RBF-Kern, so breit wie der Median der Abstände zwischen Stimuli (Kornblith et al. 2019, Anteil 1), und der unverzerrten HSIC; höchstens 1, höher ist ähnlicher, im Mittel 0 bei unverwandten Schichten, dann oft negativ.',
  'Maximum-likelihood dimension from the 20 nearest stimuli, or all others if there are fewer (Levina & Bickel 2004, inverses averaged as MacKay & Ghahramani 2005); 0 up, higher needs more dimensions.':
    'Maximum-Likelihood-Dimension aus den 20 nächsten Stimuli oder allen anderen, wenn es weniger gibt (Levina & Bickel 2004, Kehrwerte gemittelt wie bei MacKay & Ghahramani 2005); ab 0 aufwärts, höher braucht mehr Dimensionen.',
  'Angle between two centred layers after the best rotation of the units (Williams et al. 2021, α = 1); 0 (same shape) to π/2, in radians.':
    'Winkel zwischen zwei zentrierten Schichten nach der besten Drehung der Einheiten (Williams et al. 2021, α = 1); 0 (gleiche Form) bis π/2, im Bogenmaß.',
  'Angle between two centred and whitened layers after the best rotation of the units (Williams et al. 2021, α = 0); 0 (a linear map leads from each to the other) to π/2, in radians, and always 0 if both have n_stimuli − 1 units or more.':
    'Winkel zwischen zwei zentrierten und geweißten Schichten nach der besten Drehung der Einheiten (Williams et al. 2021, α = 0); 0 (eine lineare Abbildung führt von jeder zur anderen) bis π/2, im Bogenmaß, und immer 0, wenn beide n_stimuli − 1 Einheiten oder mehr haben.',
  'Mean over stimuli of the cosine between their relative representations, the cosines of their answers to those of all stimuli (Moschella et al. 2023, every stimulus an anchor); −1 to 1, higher is more alike.':
    'Mittel über Stimuli des Kosinus zwischen ihren relativen Repräsentationen, den Kosinus ihrer Antworten zu denen aller Stimuli (Moschella et al. 2023, jeder Stimulus ein Anker); −1 bis 1, höher ist ähnlicher.',
};
