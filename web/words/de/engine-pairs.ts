import type { Catalogue } from '../words';

/** Vectors against ratings of pairs, and names inside archives. */
export const enginePairs: Catalogue = {
  "Cosines in {0} follow {1} with Spearman's ρ = {2}{3}, over {4} of {5} pairs.":
    'Die Kosinus in {0} folgen {1} mit Spearmans ρ = {2}{3}, über {4} von {5} Paaren.',
  ' (95 % {0} to {1})': ' (95 % {0} bis {1})',
  'Rank correlation of cosines and ratings with its interval. {0}':
    'Rangkorrelation von Kosinus und Urteilen mit ihrem Intervall. {0}',
  'How well {0} follows {1}': 'Wie gut {0} den Urteilen {1} folgt',
  "Spearman's ρ": 'Spearmans ρ',
  "Spearman's ρ of cosines and ratings": 'Spearmans ρ von Kosinus und Urteilen',
  '{0} of {1} pairs': '{0} von {1} Paaren',
  '{0} covers {1} of {2} pairs; the {3} others have a name that it lacks, and are left out.':
    '{0} deckt {1} von {2} Paaren ab; die {3} anderen haben einen Namen, der dort fehlt, und sind ausgelassen.',
  'Where vectors and people differ most': 'Wo Vektoren und Menschen am weitesten auseinanderliegen',
  '{0} and {1} differ most on {2} – {3}.': '{0} und {1} liegen bei {2} – {3} am weitesten auseinander.',
  'rank difference': 'Rangunterschied',
  pair: 'Paar',
  rating: 'Urteil',
  cosine: 'Kosinus',
  'Ratings of pairs, Spearman of cosines': 'Urteile zu Paaren, Spearman der Kosinus',
  '−1 to 1; 0 by chance': '−1 bis 1; 0 bei Zufall',
  'a positive factor on any stimulus': 'einem positiven Faktor auf irgendeinem Stimulus',
  'a rotation or reflection of the units': 'einer Drehung oder Spiegelung der Einheiten',
  'a rising change of the ratings': 'einer steigenden Änderung der Urteile',
  'the same reordering of pairs and ratings': 'derselben Umordnung von Paaren und Urteilen',
  'Pairs that are not covered are left out, and rare words are harder, so that a small vocabulary looks better than a large one: compare at the same coverage. Pairs share stimuli, so that the interval, which takes them for independent, is somewhat narrow.':
    'Paare, die nicht abgedeckt sind, werden ausgelassen, und seltene Wörter sind schwerer, sodass ein kleiner Wortschatz besser aussieht als ein großer: bei gleicher Abdeckung vergleichen. Paare teilen Stimuli, sodass das Intervall, das sie für unabhängig nimmt, etwas schmal ist.',
  "pair_cosine_spearman: Spearman's correlation, over pairs, of the cosine of the two vectors with the rating; interval by Fisher's z with Bonett and Wright's standard error, pairs taken for independent.":
    'pair_cosine_spearman: Spearmans Korrelation, über Paare, des Kosinus der beiden Vektoren mit dem Urteil; Intervall nach Fishers z mit dem Standardfehler von Bonett und Wright, Paare für unabhängig genommen.',
  'Table of {0} pairs with rating, cosine and difference in rank. {1}':
    'Tabelle von {0} Paaren mit Urteil, Kosinus und Rangunterschied. {1}',
  'The {0} pairs whose rank by cosine is furthest from their rank by rating, as a part of all pairs; above 0 where the vectors are more alike than people say.':
    'Die {0} Paare, deren Rang nach Kosinus am weitesten von ihrem Rang nach Urteil liegt, als Anteil aller Paare; über 0, wo die Vektoren ähnlicher sind, als Menschen sagen.',
  'difference in rank, as a part of all pairs': 'Rangunterschied, als Anteil aller Paare',
};
