//! What the experiment says of itself.

use super::exercises::exercises;
use super::plan::{CLOTHES, DIGITS};
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "prototypes".to_owned(),
        title: "Explained by what it resembles".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Deep learning for case-based reasoning through prototypes: a neural network that explains its predictions",
            &["Oscar Li", "Hao Liu", "Chaofan Chen", "Cynthia Rudin"],
            2017,
            "AAAI 2018",
            "1710.04806",
        ),
        wing: Wing::Vision,
        claims: [
            "A network can decide by nothing but a picture's distances to a few learned prototypes, and lose next to no accuracy.".to_owned(),
            "A decoder shows each prototype as a picture, so that a decision is explained by what the picture resembles.".to_owned(),
            "Two terms of the objective make prototypes worth looking at: each lies near some picture, and each picture has one near it.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("picture", "picture x", 1, 0),
                ("code", "code f(x)", 1, 1),
                ("rebuilt", "rebuilt picture g(f(x))", 0, 2),
                ("distances", "squared distances d", 1, 2),
                ("scores", "class scores d · W", 1, 3),
                ("prototypes", "prototypes p", 2, 1),
                ("shown", "prototypes as pictures g(p)", 2, 2),
            ],
            &[
                ("picture", "code", "encoder"),
                ("code", "rebuilt", "decoder"),
                ("code", "distances", ""),
                ("prototypes", "distances", ""),
                ("prototypes", "shown", "decoder"),
                ("distances", "scores", "W"),
            ],
        ),
        fake: "A fake would show the mean picture of each class as its prototype. It looks well and explains nothing: the network does not compute distances to it. So scores are recomputed here from exactly what is shown, also without each prototype and with each one moved. And pretty pictures alone prove nothing: a network that learns from shuffled labels rebuilds pictures as well, and is at chance.".to_owned(),
        needs: Needs {
            gpu: false,
            model: None,
            files: DIGITS.map(str::to_owned).to_vec(),
            seconds_cpu: 30.0,
        },
        seed: 1,
        verify_seeds: vec![1, 2, 3],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::choice(
            "set",
            "Pictures",
            "What the networks learn to name.",
            &[("digits", "handwritten digits", "MNIST"), ("clothes", "clothes", "Fashion-MNIST")],
        )
        .with_files("clothes", &CLOTHES),
        Param::integer("prototypes", "Prototypes", "Prototypes of each network, m.", [5, 40, 5, 15]),
        Param::number(
            "naming",
            "Weight of naming",
            "How much naming counts, λ; rebuilding counts 1.",
            [1.0, 50.0, 1.0, 20.0],
        ),
        Param::number(
            "r1",
            "Weight of R1",
            "How much it counts that each prototype lies near some picture.",
            [0.0, 5.0, 0.25, 1.0],
        ),
        Param::number(
            "r2",
            "Weight of R2",
            "How much it counts that each picture lies near some prototype.",
            [0.0, 5.0, 0.25, 1.0],
        ),
        Param::integer("epochs", "Epochs", "Rounds over the 6,000 training pictures.", [1, 20, 1, 6])
            .in_unit("epochs"),
        Param::choice(
            "pixels",
            "Pixels",
            "Pixels along a side of a picture.",
            &[("14", "14", "Means of four pixels."), ("28", "28", "As in the paper; four times as long.")],
        ),
        Param::flag(
            "deform",
            "Bent pictures",
            "Whether training pictures are bent at random, anew at each step.",
            false,
        ),
        Param::integer("picture", "Test picture", "Which test picture is explained.", [0, 999, 1, 0]),
    ]
}
