import type { Catalogue } from '../words';

/** Sets of arrays, and pairs with ratings. */
export const sets: Catalogue = {
  'Sets at hand': 'Datensätze zur Hand',
  'Real data at a click': 'Echte Daten mit einem Klick',
  'From a public address': 'Von einer öffentlichen Adresse',
  'Their licences do not let this site carry them, or do not say so. Nothing is fetched before a button is pressed; what was fetched is kept by this browser.':
    'Ihre Lizenzen erlauben nicht, dass diese Seite sie mitbringt, oder sagen nichts dazu. Nichts wird geholt, bevor ein Knopf gedrückt wird; was geholt wurde, behält dieser Browser.',
  'Put on the shelf, {0}': 'Ins Regal legen, {0}',
  'Put {0} on the shelf, {1}': '{0} ins Regal legen, {1}',
  'Not in this build; whoever serves it adds it with':
    'Nicht in diesem Bau; wer ihn bereitstellt, ergänzt es mit',
  'Fetches {0} from {1}, {2}.': 'Holt {0} von {1}, {2}.',
  'Fetch {0}': '{0} holen',
  'Fetch {0}, {1}, from {2}': '{0} holen, {1}, von {2}',
  'Another mirror': 'Anderer Spiegel',
  'Address with the same repositories': 'Adresse mit denselben Repositorien',
  'the list of sets': 'die Liste der Datensätze',
  'fetching {0}': '{0} wird geholt',
  '{0} lies on the shelf.': '{0} liegt im Regal.',
  'Ask this': 'Das fragen',
  'Copied; paste them as texts on the bench.': 'Kopiert; auf der Werkbank als Texte einfügen.',
  'Copying is not allowed here; the prompts stand in the table’s file.':
    'Kopieren ist hier nicht erlaubt; die Eingaben stehen in der Datei der Tabelle.',
  'Copy the {0} prompts': 'Die {0} Eingaben kopieren',
  'MNIST digits': 'MNIST-Ziffern',
  'Handwritten digits, grey values of 28 × 28 pixels, a hundred of each class.':
    'Handgeschriebene Ziffern, Grauwerte von 28 × 28 Pixeln, hundert je Klasse.',
  '1,000 images, 10 classes': '1.000 Bilder, 10 Klassen',
  'Can the digit be read from the pixels alone?': 'Lässt sich die Ziffer allein aus den Pixeln lesen?',
  'Fashion-MNIST clothes': 'Fashion-MNIST-Kleidung',
  'Articles of clothing, grey values of 28 × 28 pixels, a hundred of each class, from the test images.':
    'Kleidungsstücke, Grauwerte von 28 × 28 Pixeln, hundert je Klasse, aus den Testbildern.',
  'Can the article be read from the pixels alone?':
    'Lässt sich das Kleidungsstück allein aus den Pixeln lesen?',
  'Photographs as pixels': 'Fotografien als Pixel',
  'The bench’s photographs at 32 × 32 pixels in colour, in seven groups: what a network sees before its first layer.':
    'Die Fotografien der Werkbank mit 32 × 32 Pixeln in Farbe, in sieben Gruppen: was ein Netz vor seiner ersten Schicht sieht.',
  '24 photographs, 3,072 numbers each': '24 Fotografien mit je 3.072 Zahlen',
  'Which photographs are alike by their pixels?': 'Welche Fotografien sind sich nach ihren Pixeln ähnlich?',
  'Nouns by category': 'Hauptwörter nach Kategorien',
  'Animals, foods, places and five more of WordNet’s categories, each word with its GloVe vector.':
    'Tiere, Speisen, Orte und fünf weitere Kategorien von WordNet, jedes Wort mit seinem GloVe-Vektor.',
  '513 words, 8 categories, 100 numbers each': '513 Wörter, 8 Kategorien, je 100 Zahlen',
  'Do words of a category lie together?': 'Liegen Wörter einer Kategorie beieinander?',
  'GloVe word vectors': 'GloVe-Wortvektoren',
  'Vectors of English words, trained on Wikipedia and newswire; with the MEN ratings below they can be held against people.':
    'Vektoren englischer Wörter, trainiert mit Wikipedia und Agenturmeldungen; mit den MEN-Urteilen unten lassen sie sich an Menschen messen.',
  '20,094 words, 100 numbers each': '20.094 Wörter mit je 100 Zahlen',
  'public domain': 'gemeinfrei',
  'How are twenty thousand words spread?': 'Wie sind zwanzigtausend Wörter verteilt?',
  Nations: 'Nationen',
  'Relations between countries in the 1950s and 60s, such as trade, treaties and protests, a row a country.':
    'Beziehungen zwischen Ländern in den 1950er und 60er Jahren, etwa Handel, Verträge und Proteste, eine Zeile je Land.',
  '14 countries, 55 relations': '14 Länder, 55 Beziehungen',
  'Which countries stand in like relations?': 'Welche Länder stehen in ähnlichen Beziehungen?',
  Kinships: 'Verwandtschaften',
  'Which term of kinship each person of an Alyawarra community uses for each other, a row a person.':
    'Welches Verwandtschaftswort jede Person einer Gemeinschaft der Alyawarra für jede andere gebraucht, eine Zeile je Person.',
  '104 people, 25 terms': '104 Personen, 25 Wörter',
  'Which people have like places in the kinship?':
    'Welche Personen haben ähnliche Plätze in der Verwandtschaft?',
  'Medical kinds': 'Medizinische Arten',
  'How kinds of things in medicine relate in the UMLS semantic network, a row a kind.':
    'Wie Arten von Dingen in der Medizin im semantischen Netz von UMLS zusammenhängen, eine Zeile je Art.',
  '135 kinds, 46 relations': '135 Arten, 46 Beziehungen',
  'Which kinds stand in like relations?': 'Welche Arten stehen in ähnlichen Beziehungen?',
  '92 images and human IT': '92 Bilder und menschlicher IT',
  'What fMRI of four people’s inferior temporal cortex finds alike among 92 images, and the images as pixels (Kriegeskorte et al. 2008).':
    'Was fMRT im inferioren temporalen Kortex von vier Personen unter 92 Bildern ähnlich findet, und die Bilder als Pixel (Kriegeskorte et al. 2008).',
  '92 images; an RDM for each of 4 subjects, the mean of two sessions':
    '92 Bilder; eine RDM für jede von 4 Personen, Mittel zweier Sitzungen',
  'of the data none stated; cite the paper': 'zu den Daten keine genannt; die Arbeit zitieren',
  'How much of what human IT finds alike do the pixels explain? Take a network’s layers along from the bench to beat them.':
    'Wie viel von dem, was menschlicher IT ähnlich findet, erklären die Pixel? Um sie zu schlagen, die Schichten eines Netzes von der Werkbank mitnehmen.',
  'Haxby: faces, houses and things in the brain': 'Haxby: Gesichter, Häuser und Dinge im Gehirn',
  'fMRI of one person who saw eight categories in twelve runs, half an axial slice (Haxby et al. 2001).':
    'fMRT einer Person, die in zwölf Durchgängen acht Kategorien sah, eine halbe axiale Schicht (Haxby et al. 2001).',
  '1,452 volumes × 530 voxels, 8 categories and rest, 12 runs':
    '1.452 Volumen × 530 Voxel, 8 Kategorien und Ruhe, 12 Durchgänge',
  'Which category was seen, read in runs that the decoder did not know?':
    'Welche Kategorie wurde gesehen, gelesen in Durchgängen, die der Dekodierer nicht kannte?',
  'THINGS: objects and what people know of them': 'THINGS: Gegenstände und was man von ihnen weiß',
  'How alike people find 1,854 objects, as VICE’s dimensions, with how concrete and how often met each word is, and its category.':
    'Wie ähnlich Menschen 1.854 Gegenstände finden, als Dimensionen von VICE, dazu wie anschaulich und wie häufig jedes Wort ist, und seine Kategorie.',
  '1,854 objects; 42 dimensions and 3 norms': '1.854 Gegenstände; 42 Dimensionen und 3 Normwerte',
  'GPL-3.0 (repository); of the norms none stated': 'GPL-3.0 (Repositorium); zu den Normwerten keine genannt',
  'Which objects lie near each other in people’s judgements?':
    'Welche Gegenstände liegen im Urteil von Menschen nah beieinander?',
  'Relations as prompts': 'Beziehungen als Eingaben',
  'Prompts such as “The capital city of France is” of eight relations, with the answer; for a language model’s layers, taken along from the bench (Hernandez et al. 2023).':
    'Eingaben wie „The capital city of France is“ zu acht Beziehungen, mit der Antwort; für die Schichten eines Sprachmodells, von der Werkbank mitgenommen (Hernandez et al. 2023).',
  'up to 40 prompts of each of 8 relations': 'bis zu 40 Eingaben zu jeder von 8 Beziehungen',
  'Their rows are the prompts. Give the same prompts to a language model on the bench and take its sites along; then ask which relation can be read from a layer.':
    'Ihre Zeilen sind die Eingaben. Dieselben Eingaben auf der Werkbank einem Sprachmodell geben und seine Stellen mitnehmen; dann fragen, welche Beziehung sich aus einer Schicht lesen lässt.',
  'MEN: how alike people find pairs of words': 'MEN: wie ähnlich Menschen Wortpaare finden',
  'Ratings of 3,000 pairs of words, 0 to 50 (Bruni, Tran and Baroni 2014); with GloVe’s vectors on the shelf they show how far cosines follow people.':
    'Urteile zu 3.000 Wortpaaren, 0 bis 50 (Bruni, Tran und Baroni 2014); mit den Vektoren von GloVe im Regal zeigen sie, wie weit Kosinus den Menschen folgen.',
  '3,000 pairs of 751 words': '3.000 Paare aus 751 Wörtern',
  'free for research': 'frei für die Forschung',
  'How far do the vectors’ cosines follow people? Needs GloVe’s vectors on the shelf.':
    'Wie weit folgen die Kosinus der Vektoren den Menschen? Braucht die Vektoren von GloVe im Regal.',
  'Vectors whose stimuli have names': 'Vektoren, deren Stimuli Namen haben',
  'Ratings of pairs': 'Urteile zu Paaren',
  'The names of each pair: {0}.': 'Die Namen jedes Paars: {0}.',
  'Cosines of the vectors of each pair against its rating, by Spearman’s rank correlation; larger ratings mean more alike. Pairs with a name that the vectors lack are left out, and counted.':
    'Kosinus der Vektoren jedes Paars gegen sein Urteil, nach Spearmans Rangkorrelation; größere Urteile heißen ähnlicher. Paare mit einem Namen, der den Vektoren fehlt, werden ausgelassen und gezählt.',
  'needs vectors with names, and a table with two columns of names and one of ratings':
    'braucht Vektoren mit Namen und eine Tabelle mit zwei Spalten Namen und einer Spalte Urteile',
  'Choose the vectors.': 'Die Vektoren wählen.',
  'Choose the ratings.': 'Die Urteile wählen.',
  'Choose the first names of the pairs.': 'Die ersten Namen der Paare wählen.',
  'Choose the second names of the pairs.': 'Die zweiten Namen der Paare wählen.',
  'The stimuli of {0} have no names; give a file that names them.':
    'Die Stimuli von {0} haben keine Namen; eine Datei geben, die sie nennt.',
  '{0} has NaN or infinite values.': '{0} hat NaN oder unendliche Werte.',
  '{0} is not one number a pair.': '{0} ist nicht eine Zahl je Paar.',
  '{0} is no column of words.': '{0} ist keine Spalte von Wörtern.',
  '{0} has {1} rows, and {2} has {3}.': '{0} hat {1} Zeilen, {2} hat {3}.',
  Pairs: 'Paare',
  'How far the likeness of named vectors follows what people said of pairs, as of words.':
    'Wie weit die Ähnlichkeit benannter Vektoren dem folgt, was Menschen von Paaren sagten, etwa von Wörtern.',
  'Does {0} follow {1}?': 'Folgt {0} den Urteilen {1}?',
  'Do vectors follow people?': 'Folgen Vektoren den Menschen?',
  'The names in these files are read by no usual library in one way; scipy.stats.spearmanr of the cosines and the ratings gives the same.':
    'Die Namen in diesen Dateien liest keine übliche Bibliothek auf eine Weise; scipy.stats.spearmanr der Kosinus und der Urteile ergibt dasselbe.',
  'Fetching {0} gave {1} with SHA-256 {2}…, but expected were {3} with {4}…. The file at {5} was changed or damaged, and is not used; try again, or take it from another place and drop it here.':
    'Beim Holen von {0} kamen {1} mit SHA-256 {2}…, erwartet waren {3} mit {4}…. Die Datei unter {5} wurde geändert oder beschädigt und wird nicht benutzt; noch einmal versuchen, oder sie anderswo holen und hier ablegen.',
  'The mirror was to be an address such as {0}, but “{1}” was given. Begin it with https://.':
    'Der Spiegel sollte eine Adresse wie {0} sein, gegeben wurde „{1}“. Mit https:// beginnen.',
  '{0} was to be read as a MATLAB file of version 5, but {1}.':
    '{0} sollte als MATLAB-Datei der Version 5 gelesen werden, aber {1}.',
  'it has {0} bytes, less than its header': 'sie hat {0} Bytes, weniger als ihr Kopf',
  'it is of version 7.3, which is HDF5; save it with the option -v7':
    'sie ist von Version 7.3, also HDF5; mit der Option -v7 speichern',
  'its header does not say so; check what file it is':
    'ihr Kopf sagt das nicht; prüfen, was für eine Datei es ist',
  'a compressed variable cannot be unfolded; the file is damaged or cut off':
    'eine gepackte Variable lässt sich nicht entpacken; die Datei ist beschädigt oder abgeschnitten',
  'it unfolds to more than {0} MiB': 'sie entpackt sich zu mehr als {0} MiB',
  'at byte {0} it says that {1} bytes follow, and {2} do; it is damaged or cut off':
    'bei Byte {0} kündigt sie {1} Bytes an, und {2} folgen; sie ist beschädigt oder abgeschnitten',
  'at byte {0} it holds numbers of the unknown type {1}':
    'bei Byte {0} stehen Zahlen des unbekannten Typs {1}',
  'a variable was expected where type {0} stands': 'wo Typ {0} steht, wurde eine Variable erwartet',
  'its cells lie in each other more than {0} deep': 'ihre Zellen liegen mehr als {0}-fach ineinander',
  'the variable “{0}” has the impossible shape {1}': 'die Variable „{0}“ hat die unmögliche Form {1}',
  'the variable “{0}” is of the class {1}, which is not read':
    'die Variable „{0}“ ist von der Klasse {1}, die nicht gelesen wird',
  'the variable “{0}” has the shape {1} and {2} numbers; it is damaged':
    'die Variable „{0}“ hat die Form {1} und {2} Zahlen; sie ist beschädigt',
  'the names of a struct’s fields have no length': 'die Namen der Felder eines Verbunds haben keine Länge',
  'The 92 images were to be read from their MATLAB files, but “{0}” is not what it should be there ({1}). The files are others than this page knows.':
    'Die 92 Bilder sollten aus ihren MATLAB-Dateien gelesen werden, aber „{0}“ ist dort nicht, was es sein sollte ({1}). Es sind andere Dateien, als diese Seite kennt.',
  '{0} was to be read as a relation with name, prompt_templates and samples, but it is something else.':
    '{0} sollte als Beziehung mit name, prompt_templates und samples gelesen werden, ist aber etwas anderes.',
  '{0} was to be read as THINGS’ norms, but it has no column “{1}”. The file is another than this page knows.':
    '{0} sollte als Normwerte von THINGS gelesen werden, hat aber keine Spalte „{1}“. Es ist eine andere Datei, als diese Seite kennt.',
};
