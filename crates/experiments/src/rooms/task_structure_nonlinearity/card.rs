//! What the experiment says of itself.

use super::exercises::exercises;
use super::nonlinearity::Nonlinearity;
use super::task::Target;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "task-structure-nonlinearity".to_owned(),
        title: "Tanh keeps the task, ReLU keeps the input".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Task structure and nonlinearity jointly determine learned representational geometry",
            &["Matteo Alleman", "Jack W Lindsey", "Stefano Fusi"],
            2024,
            "ICLR 2024",
            "2401.13558",
        ),
        wing: Wing::Compare,
        claims: [
            "Networks that learn the same labels equally well can represent them quite differently, depending on the nonlinearity of their hidden layer.".to_owned(),
            "Tanh layers tend towards the geometry of the targets: few dimensions, bits disentangled. ReLU layers keep more of the geometry of their inputs.".to_owned(),
            "The reason lies in single neurons: one that is silent for some inputs learns only from the others and specialises, one that saturates on both sides inherits the whole label.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("bits", "three bits, eight conditions", 1, 0),
                ("input", "30 noisy inputs", 1, 1),
                ("tanh", "200 tanh neurons", 0, 2),
                ("rival", "200 ReLU neurons, same weights at first", 2, 2),
                ("out", "one or two labels", 1, 3),
                ("geometry", "geometry of the eight conditions", 1, 2),
            ],
            &[
                ("bits", "input", "mean + noise"),
                ("input", "tanh", "trained"),
                ("input", "rival", "trained"),
                ("tanh", "out", ""),
                ("rival", "out", ""),
                ("tanh", "geometry", "compare"),
                ("rival", "geometry", "compare"),
            ],
        ),
        fake: "A fake would give each nonlinearity the learning rate, the noise or the number of steps at which the wanted picture comes out, or would show networks that did not learn. Here both kinds start from the same weights, see the same noise, take the same steps at the same rate, and the table fails when any of them has less than 99 % of its labels right.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 25.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    let targets = Target::ALL.map(|(_, texts)| texts);
    let rivals = Nonlinearity::RIVALS.map(|(_, texts)| texts);
    vec![
        Param::choice(
            "target",
            "Target",
            "What the networks of the figures learn to say; the claims cover one bit, two bits and XOR.",
            &targets,
        ),
        Param::number(
            "structure",
            "Structure of the inputs",
            "0: inputs are linear in the bits; 1: every condition has a direction of its own.",
            [0.0, 1.0, 0.05, 1.0],
        ),
        Param::number(
            "noise",
            "Noise",
            "Length of the noise on an input, whose mean has length 1.",
            [0.0, 4.0, 0.1, 2.0],
        ),
        Param::choice("rival", "Against tanh", "The nonlinearity that tanh is held against.", &rivals),
        Param::log_number(
            "gain",
            "Size of the first weights",
            "Standard deviation of the first input weights, times √30. Small ones must learn their direction, large ones have one already.",
            [0.01, 2.0, 0.1, 0.05],
        ),
        Param::integer("hidden", "Hidden neurons", "Neurons of the hidden layer.", [20, 400, 20, 200]),
        Param::integer(
            "steps",
            "Steps",
            "Steps of gradient descent, each on one fresh sample of every condition.",
            [100, 4000, 100, 1000],
        )
        .in_unit("steps"),
        Param::log_number("rate", "Learning rate", "The same for all networks.", [0.01, 1.0, 0.1, 0.3]),
        Param::integer(
            "nets",
            "Networks",
            "Networks of each kind and task, from weights of their own.",
            [2, 20, 1, 10],
        ),
        Param::flag(
            "frozen_readout",
            "Frozen output weights",
            "Whether only the hidden weights learn.",
            false,
        ),
        Param::flag("map", "Map", "Whether to train the networks of the map of inputs and noise too.", true),
    ]
}
