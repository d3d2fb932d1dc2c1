// What each section is for, and what to do there first: two or three plain sentences.

import { t } from '../words/words';

/** The sections that have help. */
export type HelpTopic = keyof typeof HELP;

export const HELP = {
  model: t`The network that is looked into. Begin with the one that is chosen: it is small and here already. Your own model opens from its folder, and nothing of it leaves this machine.`,
  inputs: t`What the network is shown: each photograph or text is one stimulus, one point of every figure. Begin with the set that comes along, then bring your own to ask your own question.`,
  views: t`Closer looks at one text inside a language model, such as which heads attend where, or what a layer would say next. Choose one, press Add, and its figure comes below the others.`,
  sites: t`The places inside the network whose answers are taken, from input to output. Tick two or more to compare them; the numbers beside them say what they take of memory. Keep the default at first.`,
  changes: t`Change something on the way through the network and see what follows: silence a head, scale a unit. Type a line like the grey example; the figures are computed anew. Empty the field to undo it.`,
  analysis: t`How it is measured whether two stimuli, and two places of the network, are alike. Keep both choices at first. The card below each says what it measures, where it comes from and where it misleads.`,
  engine: t`What computes: the processor, or the graphics device where the browser offers one. The faster one was found by measuring. Choose the CPU for the same bits on every machine.`,
  recipe: t`All settings of this page as a small file without any numbers of the result. Save it to keep or send what you did; open one to run it here again and see whether it matches.`,
  kept: t`Parts of models that were downloaded stay in this browser, so that they load without a network the next time. Delete them here when room is short; nothing else is lost.`,
  task: t`What a small network is to learn, before your eyes. Choose a task and press Start; you can pause and leave, and the run waits here for you.`,
  seed: t`Chance sets the first weights and the order of the examples, and the seed sets chance. Train again with the next seed to see what is luck; run several side by side to see how much they differ.`,
  data: t`The examples that the network learns from. All of them give the best accuracy; the first parts are quicker to download and to learn, and the line beside each says what to expect.`,
  files: t`Bring arrays with one row a stimulus: activations, recordings, RDMs or labels. Choose files or drop them anywhere on the page, then read the table to see how each was understood. They stay on this machine.`,
  sets: t`Real data to try the page with, each with its source and licence. Press one and its arrays come onto the page; what it takes to download stands beside it.`,
  tasks: t`What can be asked of the arrays that are here. A grey line says what is missing for it. Begin with Compare, or with Each alone when there is only one array.`,
  knobs: t`What can be varied in this experiment, set as its authors’ claims are tested here. Run it once as it is, then change one thing and run again. A setting that was changed stands in the link.`,
  chance: t`The seed sets all that is drawn at random, so that the same seed gives the same numbers. Another seed shows what is luck; Verify tries several. The CPU gives the same bits on every machine.`,
  settings: t`The choices of this analysis, set to what is usual. Choose the arrays first, then press Run below. The seed sets all that is drawn at random, so that the same seed gives the same numbers.`,
};
