//! What the experiment says of itself.

use super::exercises::exercises;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The committed networks.
const NETWORKS: [&str; 3] = [
    "list-readers/two_layers.safetensors",
    "list-readers/one_layer.safetensors",
    "list-readers/lstm.safetensors",
];

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "verbatim-memory".to_owned(),
        title: "Word for word, or only the gist".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Characterizing Verbatim Short-Term Memory in Neural Language Models",
            &["Kristijan Armeni", "Christopher Honey", "Tal Linzen"],
            2022,
            "CoNLL 2022",
            "2210.13569",
        ),
        wing: Wing::Language,
        claims: [
            "A transformer that has read a list of nouns expects the same nouns in the same order when the list is read again, however much text lies between.".to_owned(),
            "An LSTM of the same size remembers little: a gist, mostly at the first noun, and not the order.".to_owned(),
            "The transformer's memory is its attention: with the entries of its attention weights in disorder it is gone.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("first", "first list", 0, 0),
                ("between", "other words", 0, 1),
                ("second", "second list: same, other order, or new", 0, 2),
                ("transformer", "transformer, 2 layers or 1", 1, 0),
                ("lstm", "LSTM of the same size", 1, 2),
                ("ratio", "surprisal of the second list over the first", 2, 1),
            ],
            &[
                ("first", "between", ""),
                ("between", "second", ""),
                ("first", "transformer", "reads"),
                ("second", "lstm", "reads"),
                ("transformer", "ratio", ""),
                ("lstm", "ratio", ""),
            ],
        ),
        fake: "A fake would add a cache to the model that raises whatever followed the last time. It would not need attention: here attention is brought into disorder and single heads are taken out, and the memory must go with them. And a model that only expects nouns after “list” would pass for one with a memory: new nouns tell the two apart.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 10.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::choice(
            "model",
            "Readers",
            "Who reads the lists.",
            &[
                ("committed", "small networks", "Two transformers and an LSTM that were trained before; 2 MB."),
                ("trained-now", "small networks, trained now", "The transformer of two layers is trained in this run, from the run's seed: 480 steps, minutes."),
                ("smollm2-135m", "SmolLM2-135M", "30 layers; 269 MB, and minutes to run. Reads the same words."),
            ],
        )
        .with_files("committed", &NETWORKS)
        .with_files("trained-now", &NETWORKS)
        .with_files("smollm2-135m", &["smollm2-135m/config.json", "smollm2-135m/model.safetensors"]),
        Param::integer("lists", "Texts", "Texts of each kind, with lists of their own.", [6, 200, 2, 60]),
        Param::integer("nouns", "Nouns", "Nouns of a list.", [3, 8, 1, 5]),
        Param::integer("between", "Text between", "Stretches of eight words between the lists.", [1, 5, 1, 3]),
        Param::choice(
            "kind",
            "Lists",
            "What the nouns of a list have in common.",
            &[
                ("arbitrary", "arbitrary", "Nothing."),
                ("coherent", "of one category", "They are all fruit, animals, tools, clothes, instruments or furniture."),
            ],
        ),
        Param::flag("scrambled", "Scrambled text", "Whether the words between the lists are in random order.", false),
        Param::flag("cue", "Cue", "Whether the second list is announced: she read it again.", true),
    ]
}
