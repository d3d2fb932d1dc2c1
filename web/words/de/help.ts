import type { Catalogue } from '../words';

/** What the “?” beside a section tells. */
export const help: Catalogue = {
  'What can be varied in this experiment, set as its authors’ claims are tested here. Run it once as it is, then change one thing and run again. A setting that was changed stands in the link.':
    'Was sich an diesem Experiment ändern lässt, so eingestellt, wie die Behauptungen hier geprüft werden. Einmal so ausführen, dann eines ändern und noch einmal ausführen. Eine geänderte Einstellung steht im Link.',
  'The seed sets all that is drawn at random, so that the same seed gives the same numbers. Another seed shows what is luck; Verify tries several. The CPU gives the same bits on every machine.':
    'Der Startwert bestimmt alles, was zufällig gezogen wird, sodass derselbe Startwert dieselben Zahlen ergibt. Ein anderer zeigt, was Glück ist; „Prüfen“ versucht mehrere. Die CPU ergibt auf jedem Rechner dieselben Bits.',
  'Help: {0}': 'Hilfe: {0}',
  'The network that is looked into. Begin with the one that is chosen: it is small and here already. Your own model opens from its folder, and nothing of it leaves this machine.':
    'Das Netz, in das geschaut wird. Mit dem gewählten beginnen: Es ist klein und schon da. Ein eigenes Modell öffnet sich aus seinem Ordner, und nichts davon verlässt diesen Rechner.',
  'What the network is shown: each photograph or text is one stimulus, one point of every figure. Begin with the set that comes along, then bring your own to ask your own question.':
    'Was dem Netz gezeigt wird: Jede Fotografie und jeder Text ist ein Stimulus, ein Punkt jeder Abbildung. Mit dem mitgelieferten Satz beginnen, dann eigene bringen, um die eigene Frage zu stellen.',
  'Closer looks at one text inside a language model, such as which heads attend where, or what a layer would say next. Choose one, press Add, and its figure comes below the others.':
    'Genauere Blicke auf einen Text in einem Sprachmodell, etwa welche Köpfe wohin schauen oder was eine Schicht als Nächstes sagen würde. Einen wählen, auf „Hinzufügen“ drücken, und seine Abbildung kommt unter die anderen.',
  'The places inside the network whose answers are taken, from input to output. Tick two or more to compare them; the numbers beside them say what they take of memory. Keep the default at first.':
    'Die Stellen im Netz, deren Antworten genommen werden, von der Eingabe zur Ausgabe. Zwei oder mehr ankreuzen, um sie zu vergleichen; die Zahlen daneben sagen, wie viel Speicher sie brauchen. Zuerst die Vorauswahl behalten.',
  'Change something on the way through the network and see what follows: silence a head, scale a unit. Type a line like the grey example; the figures are computed anew. Empty the field to undo it.':
    'Auf dem Weg durch das Netz etwas ändern und sehen, was folgt: einen Kopf stilllegen, eine Einheit skalieren. Eine Zeile wie das graue Beispiel eingeben; die Abbildungen werden neu berechnet. Das Feld leeren, um es zurückzunehmen.',
  'How it is measured whether two stimuli, and two places of the network, are alike. Keep both choices at first. The card below each says what it measures, where it comes from and where it misleads.':
    'Wie gemessen wird, ob zwei Stimuli und zwei Stellen des Netzes ähnlich sind. Zuerst beides so lassen. Die Karte darunter sagt jeweils, was gemessen wird, woher es kommt und wo es in die Irre führt.',
  'What computes: the processor, or the graphics device where the browser offers one. The faster one was found by measuring. Choose the CPU for the same bits on every machine.':
    'Was rechnet: der Prozessor oder, wo der Browser einen bietet, der Grafikchip. Was schneller ist, hat eine Messung ergeben. CPU wählen, um auf jedem Rechner dieselben Bits zu bekommen.',
  'All settings of this page as a small file without any numbers of the result. Save it to keep or send what you did; open one to run it here again and see whether it matches.':
    'Alle Einstellungen dieser Seite als kleine Datei ohne Zahlen des Ergebnisses. Sie speichern, um aufzuheben oder zu senden, was getan wurde; eine öffnen, um es hier noch einmal zu rechnen und zu sehen, ob es übereinstimmt.',
  'Parts of models that were downloaded stay in this browser, so that they load without a network the next time. Delete them here when room is short; nothing else is lost.':
    'Heruntergeladene Teile von Modellen bleiben in diesem Browser, sodass sie beim nächsten Mal ohne Netz geladen werden. Hier löschen, wenn der Platz knapp ist; sonst geht nichts verloren.',
  'What a small network is to learn, before your eyes. Choose a task and press Start; you can pause and leave, and the run waits here for you.':
    'Was ein kleines Netz lernen soll, vor aller Augen. Eine Aufgabe wählen und auf „Start“ drücken; man kann anhalten und gehen, und der Lauf wartet hier.',
  'Chance sets the first weights and the order of the examples, and the seed sets chance. Train again with the next seed to see what is luck; run several side by side to see how much they differ.':
    'Der Zufall bestimmt die ersten Gewichte und die Reihenfolge der Beispiele, und der Startwert bestimmt den Zufall. Mit dem nächsten Startwert noch einmal trainieren, um zu sehen, was Glück ist; mehrere nebeneinander laufen lassen, um zu sehen, wie sehr sie sich unterscheiden.',
  'The examples that the network learns from. All of them give the best accuracy; the first parts are quicker to download and to learn, and the line beside each says what to expect.':
    'Die Beispiele, aus denen das Netz lernt. Alle zusammen geben die beste Genauigkeit; die ersten Teile sind schneller heruntergeladen und gelernt, und die Zeile daneben sagt, was zu erwarten ist.',
  'Bring arrays with one row a stimulus: activations, recordings, RDMs or labels. Choose files or drop them anywhere on the page, then read the table to see how each was understood. They stay on this machine.':
    'Arrays mit einer Zeile je Stimulus bringen: Aktivierungen, Aufzeichnungen, RDMs oder Labels. Dateien auswählen oder irgendwo auf der Seite ablegen, dann in der Tabelle lesen, wie jedes verstanden wurde. Sie bleiben auf diesem Rechner.',
  'Real data to try the page with, each with its source and licence. Press one and its arrays come onto the page; what it takes to download stands beside it.':
    'Echte Daten zum Ausprobieren der Seite, jeweils mit Quelle und Lizenz. Auf einen Satz drücken, und seine Arrays kommen auf die Seite; was dafür herunterzuladen ist, steht daneben.',
  'What can be asked of the arrays that are here. A grey line says what is missing for it. Begin with Compare, or with Each alone when there is only one array.':
    'Was sich die vorhandenen Arrays fragen lassen. Eine graue Zeile sagt, was dafür fehlt. Mit „Vergleichen“ beginnen, oder mit „Jedes für sich“, wenn es nur ein Array gibt.',
  'The choices of this analysis, set to what is usual. Choose the arrays first, then press Run below. The seed sets all that is drawn at random, so that the same seed gives the same numbers.':
    'Die Auswahl für diese Analyse, auf Übliches gestellt. Zuerst die Arrays wählen, dann unten auf „Rechnen“ drücken. Der Startwert bestimmt alles, was zufällig gezogen wird, sodass derselbe Startwert dieselben Zahlen gibt.',
};
