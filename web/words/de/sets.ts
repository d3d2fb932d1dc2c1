import type { Catalogue } from '../words';

/** Sets of data, and ratings of pairs. */
export const sets: Catalogue = {
  'Sets at hand': 'Vorhandene Datensätze',
  'Real data at a click': 'Echte Daten auf einen Klick',
  'Vectors whose stimuli have names': 'Vektoren, deren Stimuli Namen haben',
  'Ratings of pairs': 'Urteile über Paare',
  'The names of each pair: {0}.': 'Die Namen jedes Paars: {0}.',
  'Cosines of the vectors of each pair against its rating, by Spearman’s rank correlation; larger ratings mean more alike. Pairs with a name that the vectors lack are left out, and counted.':
    'Kosinus der Vektoren jedes Paars neben seinem Urteil, nach Spearmans Rangkorrelation; größere Urteile bedeuten ähnlicher. Paare mit einem Namen, der den Vektoren fehlt, werden ausgelassen und gezählt.',
  '{0} of files are kept in this browser for this tab, so that a reload loses nothing, and are forgotten a day after it was closed.':
    '{0} an Dateien werden in diesem Browser für diesen Tab aufbewahrt, sodass ein Neuladen nichts verliert, und einen Tag nach dem Schließen vergessen.',
  'Not kept over a reload: {0}. A tab keeps {1} at most, and nothing where the browser has no room for it.':
    'Über ein Neuladen nicht aufbewahrt: {0}. Ein Tab bewahrt höchstens {1} auf, und nichts, wo der Browser keinen Platz dafür hat.',
  'Forget all files and figures': 'Alle Dateien und Abbildungen vergessen',
  'This link needs these arrays. It carries none of their numbers; with the last of them it runs by itself.':
    'Dieser Link braucht diese Arrays. Er enthält keine ihrer Zahlen; mit dem letzten läuft die Analyse von selbst.',
  'The names of these pairs are in files from which no script here reads them.':
    'Die Namen dieser Paare stehen in Dateien, aus denen kein Skript hier sie liest.',
  Pairs: 'Paare',
  'How far the likeness of named vectors follows what people said of pairs, as of words.':
    'Wie weit die Ähnlichkeit benannter Vektoren dem folgt, was Menschen über Paare sagten, etwa von Wörtern.',
  'Does {0} follow {1}?': 'Folgt {0} {1}?',
  'Do vectors follow people?': 'Folgen Vektoren den Menschen?',
  'MNIST digits': 'MNIST-Ziffern',
  'Handwritten digits, grey values of 28 × 28 pixels, a hundred of each class.':
    'Handgeschriebene Ziffern, Grauwerte von 28 × 28 Bildpunkten, hundert je Klasse.',
  '1,000 images, 10 classes': '1.000 Bilder, 10 Klassen',
  'Can the digit be read from the pixels alone?': 'Lässt sich die Ziffer allein aus den Bildpunkten lesen?',
  'Fashion-MNIST clothes': 'Fashion-MNIST-Kleidung',
  'Articles of clothing, grey values of 28 × 28 pixels, a hundred of each class, from the test images.':
    'Kleidungsstücke, Grauwerte von 28 × 28 Bildpunkten, hundert je Klasse, aus den Testbildern.',
  'Can the article be read from the pixels alone?':
    'Lässt sich das Kleidungsstück allein aus den Bildpunkten lesen?',
  'Photographs as pixels': 'Fotografien als Bildpunkte',
  'The bench’s photographs at 32 × 32 pixels in colour, in seven groups: what a network sees before its first layer.':
    'Die Fotografien vom Labortisch mit 32 × 32 Bildpunkten in Farbe, in sieben Gruppen: was ein Netz vor seiner ersten Schicht sieht.',
  '24 photographs, 3,072 numbers each': '24 Fotografien, je 3.072 Zahlen',
  'Which photographs are alike by their pixels?': 'Welche Fotografien sind nach ihren Bildpunkten ähnlich?',
  'Nouns by category': 'Substantive nach Kategorie',
  'Animals, foods, places and five more of WordNet’s categories, each word with its GloVe vector.':
    'Tiere, Speisen, Orte und fünf weitere Kategorien von WordNet, jedes Wort mit seinem GloVe-Vektor.',
  '513 words, 8 categories, 100 numbers each': '513 Wörter, 8 Kategorien, je 100 Zahlen',
  'Do words of a category lie together?': 'Liegen Wörter einer Kategorie beieinander?',
  'GloVe word vectors': 'GloVe-Wortvektoren',
  'Vectors of English words, trained on Wikipedia and newswire; with the MEN ratings below they can be held against people.':
    'Vektoren englischer Wörter, trainiert an Wikipedia und Agenturmeldungen; mit den MEN-Urteilen weiter unten lassen sie sich mit Menschen vergleichen.',
  '20,094 words, 100 numbers each': '20.094 Wörter, je 100 Zahlen',
  'public domain': 'gemeinfrei',
  'How are twenty thousand words spread?': 'Wie sind zwanzigtausend Wörter verteilt?',
  Nations: 'Nationen',
  'Relations between countries in the 1950s and 60s, such as trade, treaties and protests, a row a country.':
    'Beziehungen zwischen Ländern in den 1950er und 60er Jahren, etwa Handel, Verträge und Proteste, eine Zeile je Land.',
  '14 countries, 55 relations': '14 Länder, 55 Beziehungen',
  'Which countries stand in like relations?': 'Welche Länder stehen in ähnlichen Beziehungen?',
  Kinships: 'Verwandtschaften',
  'Which term of kinship each person of an Alyawarra community uses for each other, a row a person.':
    'Welche Verwandtschaftsbezeichnung jede Person einer Alyawarra-Gemeinschaft für jede andere verwendet, eine Zeile je Person.',
  '104 people, 25 terms': '104 Personen, 25 Bezeichnungen',
  'Which people have like places in the kinship?':
    'Welche Personen haben ähnliche Plätze in der Verwandtschaft?',
  'Medical kinds': 'Medizinische Arten',
  'How kinds of things in medicine relate in the UMLS semantic network, a row a kind.':
    'Wie Arten von Dingen in der Medizin im semantischen Netz von UMLS zusammenhängen, eine Zeile je Art.',
  '135 kinds, 46 relations': '135 Arten, 46 Beziehungen',
  'Which kinds stand in like relations?': 'Welche Arten stehen in ähnlichen Beziehungen?',
  '92 images and human IT': '92 Bilder und menschlicher IT',
  'What fMRI of four people’s inferior temporal cortex finds alike among 92 images, and the images as pixels (Kriegeskorte et al. 2008).':
    'Was fMRT des inferioren temporalen Kortex von vier Menschen unter 92 Bildern ähnlich findet, und die Bilder als Bildpunkte (Kriegeskorte et al. 2008).',
  '92 images; an RDM for each of 4 subjects, the mean of two sessions':
    '92 Bilder; eine RDM für jede von 4 Personen, das Mittel zweier Sitzungen',
  'of the data none stated; cite the paper': 'für die Daten keine genannt; den Artikel zitieren',
  'How much of what human IT finds alike do the pixels explain? Take a network’s layers along from the bench to beat them.':
    'Wie viel von dem, was der menschliche IT ähnlich findet, erklären die Bildpunkte? Die Schichten eines Netzes vom Labortisch mitnehmen, um sie zu übertreffen.',
  'Haxby: faces, houses and things in the brain': 'Haxby: Gesichter, Häuser und Dinge im Gehirn',
  'fMRI of one person who saw eight categories in twelve runs, half an axial slice (Haxby et al. 2001).':
    'fMRT einer Person, die in zwölf Messdurchgängen acht Kategorien sah, eine halbe axiale Schicht (Haxby et al. 2001).',
  '1,452 volumes × 530 voxels, 8 categories and rest, 12 runs':
    '1.452 Volumen × 530 Voxel, 8 Kategorien und Ruhe, 12 Messdurchgänge',
  'Which category was seen, read in runs that the decoder did not know?':
    'Welche Kategorie wurde gesehen, gelesen in Messdurchgängen, die der Decoder nicht kannte?',
  'THINGS: objects and what people know of them': 'THINGS: Dinge und was Menschen über sie wissen',
  'How alike people find 1,854 objects, as VICE’s dimensions, with how concrete and how often met each word is, and its category.':
    'Wie ähnlich Menschen 1.854 Dinge finden, als Dimensionen von VICE, dazu wie konkret und wie häufig jedes Wort ist, und seine Kategorie.',
  '1,854 objects; 42 dimensions and 3 norms': '1.854 Dinge; 42 Dimensionen und 3 Normen',
  'GPL-3.0 (repository); of the norms none stated': 'GPL-3.0 (Repository); für die Normen keine genannt',
  'Which objects lie near each other in people’s judgements?':
    'Welche Dinge liegen im Urteil der Menschen nahe beieinander?',
  'Relations as prompts': 'Beziehungen als Prompts',
  'Prompts such as “The capital city of France is” of eight relations, with the answer; for a language model’s layers, taken along from the bench (Hernandez et al. 2023).':
    'Prompts wie „The capital city of France is“ zu acht Beziehungen, mit der Antwort; für die Schichten eines Sprachmodells, vom Labortisch mitgenommen (Hernandez et al. 2023).',
  'up to 40 prompts of each of 8 relations': 'bis zu 40 Prompts zu jeder von 8 Beziehungen',
  'Their rows are the prompts. Give the same prompts to a language model on the bench and take its sites along; then ask which relation can be read from a layer.':
    'Ihre Zeilen sind die Prompts. Dieselben Prompts am Labortisch einem Sprachmodell geben und dessen Stellen mitnehmen; dann fragen, welche Beziehung sich aus einer Schicht lesen lässt.',
  'MEN: how alike people find pairs of words': 'MEN: wie ähnlich Menschen Wortpaare finden',
  'Ratings of 3,000 pairs of words, 0 to 50 (Bruni, Tran and Baroni 2014); with GloVe’s vectors on the shelf they show how far cosines follow people.':
    'Urteile über 3.000 Wortpaare, 0 bis 50 (Bruni, Tran und Baroni 2014); mit GloVes Vektoren im Regal zeigen sie, wie weit Kosinus den Menschen folgen.',
  '3,000 pairs of 751 words': '3.000 Paare aus 751 Wörtern',
  'free for research': 'frei für die Forschung',
  'How far do the vectors’ cosines follow people? Needs GloVe’s vectors on the shelf.':
    'Wie weit folgen die Kosinus der Vektoren den Menschen? Braucht GloVes Vektoren im Regal.',
  'From a public address': 'Von einer öffentlichen Adresse',
  'Their licences do not let this site carry them, or do not say so. Nothing is fetched before a button is pressed; what was fetched is kept by this browser.':
    'Ihre Lizenzen erlauben dieser Seite nicht, sie mitzuführen, oder sagen nichts dazu. Nichts wird geholt, bevor ein Knopf gedrückt ist; was geholt wurde, bewahrt dieser Browser auf.',
  'Put on the shelf, {0}': 'Ins Regal legen, {0}',
  'Put on the shelf, {0}: {1}': 'Ins Regal legen, {0}: {1}',
  'Not in this build; whoever serves it adds it with':
    'Nicht in dieser Fassung; wer sie bereitstellt, fügt ihn hinzu mit',
  'Fetches {0} from {1}, {2}.': 'Holt {0} von {1}, {2}.',
  'Fetch {0}': '{0} holen',
  'Fetch {0}: {1}, from {2}': '{0} holen: {1}, von {2}',
  'Another mirror': 'Ein anderer Spiegel',
  'Address with the same repositories': 'Adresse mit denselben Repositorys',
  '{0} lies on the shelf.': '{0} liegt im Regal.',
  'Ask this': 'Das fragen',
  'Copied; paste them as texts on the bench.': 'Kopiert; am Labortisch als Texte einfügen.',
  'Copying is not allowed here; the prompts stand in the table’s file.':
    'Kopieren ist hier nicht erlaubt; die Prompts stehen in der Datei der Tabelle.',
  'Copy the {0} prompts': 'Die {0} Prompts kopieren',
  'fetching {0}': 'Geholt wird {0}',
  'The page was reloaded, and is reading your files again.':
    'Die Seite wurde neu geladen und liest die Dateien noch einmal.',
  'The page was reloaded, and has read your files again.':
    'Die Seite wurde neu geladen und hat die Dateien noch einmal gelesen.',
  'needs vectors with names, and a table with two columns of names and one of ratings':
    'braucht Vektoren mit Namen und eine Tabelle mit zwei Spalten Namen und einer mit Urteilen',
  'Choose the vectors.': 'Die Vektoren wählen.',
  'Choose the ratings.': 'Die Urteile wählen.',
  'Choose the second names of the pairs.': 'Die zweiten Namen der Paare wählen.',
  'The stimuli of {0} have no names; give a file that names them.':
    'Die Stimuli von {0} haben keine Namen; eine Datei geben, die sie benennt.',
  '{0} has NaN or infinite values.': '{0} hat NaN oder unendliche Werte.',
  '{0} is not one number a pair.': '{0} ist nicht eine Zahl je Paar.',
  'Choose the first names of the pairs.': 'Die ersten Namen der Paare wählen.',
  '{0} is no column of words.': '{0} ist keine Spalte mit Wörtern.',
  '{0} has {1} rows, and {2} has {3}.': '{0} hat {1} Zeilen, und {2} hat {3}.',
  'the list of sets': 'die Liste der Datensätze',
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
  'it seems to be of version 4; open it in MATLAB and save it with the option -v7':
    'sie ist anscheinend von Version 4; in MATLAB öffnen und mit der Option -v7 speichern',
  '{0} holds no array of numbers: {1}.': '{0} enthält kein Array von Zahlen: {1}.',
  'it has no variables': 'es hat keine Variablen',
  '“{0}” is empty': '„{0}“ ist leer',
  '“{0}” is text': '„{0}“ ist Text',
  '“{0}” is a cell array; save cell2mat({1}) where its cells hold numbers':
    '„{0}“ ist ein Cell-Array; cell2mat({1}) speichern, wenn seine Zellen Zahlen enthalten',
  '“{0}” is a struct; save its fields as variables, with save and the option -struct':
    '„{0}“ ist ein Struct; seine Felder als Variablen speichern, mit save und der Option -struct',
  '“{0}” is sparse; save full({1})': '„{0}“ ist dünn besetzt (sparse); full({1}) speichern',
  '“{0}” has complex numbers; save real({1}) or abs({2})':
    '„{0}“ hat komplexe Zahlen; real({1}) oder abs({2}) speichern',
  '“{0}” is an object or a function': '„{0}“ ist ein Objekt oder eine Funktion',
  'Of {0} these were left out: {1}.': 'Aus {0} wurde dies weggelassen: {1}.',
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
