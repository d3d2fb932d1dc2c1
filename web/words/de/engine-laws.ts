import type { Catalogue } from '../words';

/** What leaves a measure unchanged. */
export const engineLaws: Catalogue = {
  'a rotation or reflection of the units of any one space':
    'eine Drehung oder Spiegelung der Einheiten irgendeines der Räume',
  'a constant added to any unit': 'eine Konstante, zu irgendeiner Einheit addiert',
  'a constant added to any target': 'eine Konstante, zu irgendeinem Ziel addiert',
  'the same reordering of the spaces and of their weights': 'dieselbe Umordnung der Räume und ihrer Gewichte',
  "a rotation or reflection of either layer's units":
    'eine Drehung oder Spiegelung der Einheiten einer der Schichten',
  "an invertible linear map of either layer's units":
    'eine umkehrbare lineare Abbildung der Einheiten einer der Schichten',
  'a positive factor on either layer': 'ein positiver Faktor auf eine der Schichten',
  'the same reordering of the stimuli of both': 'dieselbe Umordnung der Stimuli in beiden',
  "an invertible linear map of the second layer's units":
    'eine umkehrbare lineare Abbildung der Einheiten der zweiten Schicht',
  "a reordering of either layer's units": 'eine Umordnung der Einheiten einer der Schichten',
  'a rotation or reflection of the units': 'eine Drehung oder Spiegelung der Einheiten',
  'a positive factor on the layer': 'ein positiver Faktor auf die Schicht',
  'a reordering of the stimuli and their labels': 'eine Umordnung der Stimuli mit ihren Labels',
  'other numbers for the classes': 'andere Nummern für die Klassen',
  'a positive factor on any unit': 'ein positiver Faktor auf irgendeine Einheit',
  "a positive factor on a stimulus's answers": 'ein positiver Faktor auf die Antworten eines Stimulus',
  'a reordering of the stimuli, when no two distances are equal':
    'eine Umordnung der Stimuli, wenn keine zwei Abstände gleich sind',
  'a positive factor on the distances, but for the unit of the heights':
    'ein positiver Faktor auf die Abstände, bis auf die Einheit der Höhen',
  'a rising function of the distances, but for the heights':
    'eine steigende Funktion der Abstände, bis auf die Höhen',
  'other numbers for the same groups': 'andere Nummern für dieselben Gruppen',
  'an exchange of the two groupings': 'ein Tausch der beiden Gruppierungen',
  'a positive factor on the layer, but for the unit of the inertia':
    'ein positiver Faktor auf die Schicht, bis auf die Einheit der Trägheit',
  'a reordering of the stimuli': 'eine Umordnung der Stimuli',
  "a positive factor on the affinities, but for the coordinates' scale":
    'ein positiver Faktor auf die Affinitäten, bis auf die Skala der Koordinaten',
  'a positive factor on the affinities': 'ein positiver Faktor auf die Affinitäten',
  'the same factor on all units, if C is divided by its square':
    'derselbe Faktor auf alle Einheiten, wenn C durch sein Quadrat geteilt wird',
  "what leaves the probe's accuracy unchanged": 'was die Trefferquote der Sonde unverändert lässt',
  'other numbers for the types': 'andere Nummern für die Typen',
  'a reordering of the stimuli and of the graph': 'eine Umordnung der Stimuli und des Graphen',
  'a constant added to the layer': 'eine Konstante, zur Schicht addiert',
  'a reordering of the units': 'eine Umordnung der Einheiten',
  'the same positive factor on both layers': 'derselbe positive Faktor auf beide Schichten',
  "a rotation or reflection of the first layer's units":
    'eine Drehung oder Spiegelung der Einheiten der ersten Schicht',
  'a positive factor on any unit of the second layer':
    'ein positiver Faktor auf irgendeine Einheit der zweiten Schicht',
  "a rising function of either side's distances": 'eine steigende Funktion der Abstände einer Seite',
  'a reordering of the stimuli of both sides, when no two distances are equal':
    'eine Umordnung der Stimuli auf beiden Seiten, wenn keine zwei Abstände gleich sind',
  "a positive factor on either side's distances": 'ein positiver Faktor auf die Abstände einer Seite',
  "a positive factor on the distances, but for the map's scale":
    'ein positiver Faktor auf die Abstände, bis auf die Skala der Karte',
  'an invertible linear map of the units, if the noise covariance follows it':
    'eine umkehrbare lineare Abbildung der Einheiten, wenn die Rauschkovarianz ihr folgt',
  'a constant added to any unit in one partition':
    'eine Konstante, zu irgendeiner Einheit in einem der Teile addiert',
  'the same factor on all units, if alphas take its square':
    'derselbe Faktor auf alle Einheiten, wenn die alphas sein Quadrat nehmen',
  'a positive factor on any stimulus that is tested only':
    'ein positiver Faktor auf irgendeinen Stimulus, der nur getestet wird',
  'a constant added to all units of a stimulus': 'eine Konstante, zu allen Einheiten eines Stimulus addiert',
  "a constant added to a stimulus's answers": 'eine Konstante, zu den Antworten eines Stimulus addiert',
  'a positive factor on either RDM': 'ein positiver Faktor auf eine der RDMs',
  'a constant added to either RDM': 'eine Konstante, zu einer der RDMs addiert',
  "a strictly increasing function of either RDM's entries":
    'eine streng steigende Funktion der Einträge einer der RDMs',
  'a positive factor on a target': 'ein positiver Faktor auf ein Ziel',
  'a constant added to a target': 'eine Konstante, zu einem Ziel addiert',
  'a reordering of the repeats': 'eine Umordnung der Wiederholungen',
  'the same reordering of the stimuli of all repeats':
    'dieselbe Umordnung der Stimuli in allen Wiederholungen',
  'a positive factor on all targets': 'ein positiver Faktor auf alle Ziele',
  'the same reordering of the stimuli of all RDMs': 'dieselbe Umordnung der Stimuli in allen RDMs',
  'a reordering of the models, up to the same reordering of the weights':
    'eine Umordnung der Modelle, bis auf dieselbe Umordnung der Gewichte',
  'a positive factor on a model, up to the inverse factor on its weight':
    'ein positiver Faktor auf ein Modell, bis auf den umgekehrten Faktor auf sein Gewicht',
  'an increasing function on any unit': 'eine steigende Funktion auf irgendeine Einheit',
  'a strictly increasing function of the entries': 'eine streng steigende Funktion der Einträge',
  'a positive factor on the RDM': 'ein positiver Faktor auf die RDM',
  'a constant added to the RDM': 'eine Konstante, zur RDM addiert',
  'a larger distance between stimuli that are not joined':
    'ein größerer Abstand zwischen Stimuli, die nicht verbunden sind',
  'a reordering of the stimuli, but for rounding that grows with the steps':
    'eine Umordnung der Stimuli, bis auf Rundung, die mit den Schritten wächst',
  'a positive factor on any stimulus of either':
    'ein positiver Faktor auf irgendeinen Stimulus einer der beiden',
  'the same rotation or reflection of the targets of both':
    'dieselbe Drehung oder Spiegelung der Ziele beider',
  "a positive factor on the distances, which leaves the graph's weights the same to 1e-5":
    'ein positiver Faktor auf die Abstände, der die Gewichte des Graphen auf 1e-5 gleich lässt',
  'a reordering of the stimuli, which leaves the graph the same; the draws, and so the map, change':
    'eine Umordnung der Stimuli, die den Graphen gleich lässt; die Ziehungen und damit die Karte ändern sich',
  'a copy of every unit of a layer beside it': 'eine Kopie jeder Einheit einer Schicht neben ihr',
  'a constant added to any unit or target':
    'eine Konstante, zu irgendeiner Einheit oder irgendeinem Ziel addiert',
  'a reordering of the spaces, up to the same reordering of the parts':
    'eine Umordnung der Räume, bis auf dieselbe Umordnung der Teile',
};
